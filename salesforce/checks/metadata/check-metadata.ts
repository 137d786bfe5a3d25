import { checkComponentImports } from './check-component-imports.ts';
import { checkReferences } from './check-references.ts';
import { checkShapes } from './check-shapes.ts';
import type { Finding } from '../finding.ts';
import { takeInventory } from './inventory.ts';
import { readMetadataFiles } from './metadata-files.ts';
import { readMetadataTypes } from './metadata-types.ts';

/**
 * Everything that is wrong with the metadata below the folders, as far as that can be told without an org.
 *
 * Example: `checkMetadata(['salesforce/app'])` is `{ findings: [], count: 796 }`.
 */
export function checkMetadata(folders: string[]): { findings: Finding[]; count: number } {
  const { files, findings } = readMetadataFiles(folders);
  const types = readMetadataTypes();
  const inventory = takeInventory(files, folders);
  const shapes = files.flatMap((file) => checkShapes(file, types));
  const references = [
    ...files.flatMap((file) => checkReferences(file, inventory)),
    ...checkComponentImports(folders, inventory),
  ];
  // What a file defines that cannot be read is not known, so whoever names it would be told of in vain.
  const named = findings.length === 0 ? references : [];
  return { findings: [...findings, ...shapes, ...named], count: files.length + findings.length };
}
