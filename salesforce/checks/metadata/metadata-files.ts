import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../apex-sources.ts';
import type { Finding } from '../finding.ts';
import { NotWellFormed, readMetadata, type MetadataElement } from './read-metadata.ts';

/** A metadata file. `name` is the component's own, and `folder` the one above its kind, for parts of an object. */
export type MetadataFile = { file: string; suffix: string; name: string; owner: string; root: MetadataElement };

const fileName = /^(.*)\.([A-Za-z]+)-meta\.xml$/;

/**
 * Every metadata file below the folders, and what is wrong with those that are no XML (APC020).
 *
 * Example: `objects/SbxRule__c/fields/Label__c.field-meta.xml` has the suffix `field`, the name `Label__c` and the owner
 * `SbxRule__c`.
 */
export function readMetadataFiles(folders: string[]): { files: MetadataFile[]; findings: Finding[] } {
  const files: MetadataFile[] = [];
  const findings: Finding[] = [];
  for (const file of folders.flatMap(listFiles)) {
    const [, name, suffix] = fileName.exec(path.basename(file)) ?? [];
    if (name === undefined || suffix === undefined) continue;
    try {
      const root = readMetadata(readFileSync(file, 'utf8'));
      files.push({ file, suffix, name, owner: path.basename(path.join(file, '..', '..')), root });
    } catch (error) {
      if (!(error instanceof NotWellFormed)) throw error;
      const message = `${error.message} Next: close every element in the order in which they were opened.`;
      findings.push({ file, line: error.line, column: 0, code: 'APC020', message });
    }
  }
  return { files, findings };
}
