import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isResourceBody } from '../schema/metadata-files.ts';

/** The files of a package in the source format: texts by their path from the folder that they came from, with "/" between. */
export interface SourceFiles {
  readonly metadata: ReadonlyMap<string, string>;
  /** Classes and triggers: `classes/Intake.cls`. */
  readonly apex: ReadonlyMap<string, string>;
}

/** Folders that never hold components. */
const passedOver = new Set(['node_modules', '__tests__', '__mocks__']);

/**
 * Reads the folders of a package; what stands in two of them under one path is told by the folder too.
 * readSourceFolders(['salesforce/engine', 'salesforce/app']).apex.size. Throws where a folder is not there.
 */
export function readSourceFolders(folders: readonly string[]): SourceFiles {
  const metadata = new Map<string, string>();
  const apex = new Map<string, string>();
  for (const folder of folders) {
    for (const full of filesBelow(folder)) {
      const isMetadata = full.endsWith('-meta.xml') || isResourceBody(full.split(path.sep).join('/'));
      const kept = isMetadata ? metadata : /\.(?:cls|trigger)$/.test(full) ? apex : null;
      if (kept !== null) {
        const inFolder = path.relative(folder, full).split(path.sep).join('/');
        kept.set(kept.has(inFolder) ? `${path.basename(folder)}/${inFolder}` : inFolder, readFileSync(full, 'utf8'));
      }
    }
  }
  return { metadata, apex };
}

/** In the order of their paths, so that every run deploys in the same order. */
function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return passedOver.has(entry.name) ? [] : filesBelow(full);
    }
    return entry.isFile() ? [full] : [];
  });
}
