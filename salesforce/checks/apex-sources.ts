import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CheckFailure } from './check-failure.ts';

/** The folders to check and the Apex in them, all as absolute paths. */
export type ApexSources = { folders: string[]; files: string[] };

const apexName = /\.(cls|trigger)$/i;

/**
 * The classes and triggers in the folders and below.
 *
 * A folder that is missing or holds no Apex is a failure: a check of nothing would look like a check that passed.
 *
 * Example: `findApexSources(['salesforce/engine']).files` is `['/…/salesforce/engine/classes/SbxFit.cls', …]`.
 */
export function findApexSources(folders: string[]): ApexSources {
  const absolute = folders.map((folder) => path.resolve(folder));
  return { folders: absolute, files: absolute.flatMap(filesIn) };
}

/**
 * The package directories that `sfdx-project.json` in the folder names. A class below `salesforce/`
 * of which none of them has a copy is a failure, because nothing would check it.
 *
 * Example: `readPackageDirectories('/repository')` is `['/repository/salesforce/engine']`.
 */
export function readPackageDirectories(root: string): string[] {
  const project = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as {
    packageDirectories: { path: string }[];
  };
  const directories = project.packageDirectories.map((directory) => path.join(root, directory.path));
  const all = listFiles(path.join(root, 'salesforce')).filter((file) => apexName.test(file));
  const isInside = (file: string): boolean => directories.some((directory) => file.startsWith(directory + path.sep));
  // The compiler keeps classes that it copies into the engine as they are; the copies are what is checked.
  const checkedNames = new Set(all.filter(isInside).map((file) => path.basename(file)));
  const outside = all.find((file) => !checkedNames.has(path.basename(file)));
  if (outside === undefined) return directories;
  throw new CheckFailure(
    'APC011',
    `${outside} is in none of the package directories, so nothing would check it.`,
    'Add its folder to the package directories in sfdx-project.json, or move it.',
  );
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) {
    throw new CheckFailure(
      'APC004',
      `The folder ${folder} does not exist.`,
      'Name a folder that does, or mend the package directories in sfdx-project.json.',
    );
  }
  const all = listFiles(folder);
  const files = all.filter((file) => apexName.test(file));
  if (files.length === 0) {
    throw new CheckFailure(
      'APC005',
      `The folder ${folder} has no Apex: no .cls and no .trigger file.`,
      'Name the folder that has it, or generate the classes first.',
    );
  }
  return files;
}

/** Every file below a folder, in the order of their names. Example: `listFiles('salesforce/app')`. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const place = path.join(folder, entry.name);
      return entry.isDirectory() ? listFiles(place) : [place];
    });
}
