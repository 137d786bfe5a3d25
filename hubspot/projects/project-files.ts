import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The texts of a project by their path below its folder, with forward slashes. */
export type ProjectFiles = ReadonlyMap<string, string>;

// What npm and `uie build` put beside the sources, and what no tool of HubSpot's reads.
const leftOut = new Set(['node_modules', 'dist', '.git']);

/** The files below a folder, in the order of their paths. Throws what the file system throws. */
export function readProjectFiles(folder: string): ProjectFiles {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)).split(path.sep).join('/'))
    .filter((file) => !file.split('/').some((part) => leftOut.has(part)))
    .sort();
  return new Map(paths.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}
