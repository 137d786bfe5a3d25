import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MetadataElement } from './metadata-element.ts';
import { readXml } from './read-xml.ts';

/** The metadata of a package: texts by their path, with "/" between folders. */
export type MetadataFiles = ReadonlyMap<string, string>;

/** Whether a file is the body of a static resource, which is part of the metadata though it is no XML. */
export function isResourceBody(file: string): boolean {
  return /(?:^|\/)staticresources\/[^/]+$/.test(file) && !file.endsWith('-meta.xml');
}

/** Every file of a source folder that ends in `-meta.xml`, and bodies of static resources: readMetadataFolder('salesforce/package'). */
export function readMetadataFolder(folder: string): MetadataFiles {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, full).split(path.sep).join('/');
    if (entry.isFile() && (name.endsWith('-meta.xml') || isResourceBody(name))) {
      files.set(name, readFileSync(full, 'utf8'));
    }
  }
  return files;
}

/** The files of a kind in the order of their paths, with what their path says: filesOf(files, /(\w+)\.object-meta\.xml$/) has a match for each object. */
export function filesOf(files: MetadataFiles, pattern: RegExp): { match: RegExpExecArray; file: MetadataElement }[] {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.flatMap(([name, text]) => {
    const match = pattern.exec(name);
    return match === null ? [] : [{ match, file: new MetadataElement(readXml(text, name), name) }];
  });
}
