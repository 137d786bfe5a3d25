import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { LightningFailure } from '../lightning-failure.ts';

/** A component as its files lie in the project. */
export type ComponentFolder = { name: string; folder: string };

/**
 * Every Lightning web component below a folder, in the order of their names. Throws LGT002 where there is none, where
 * a folder has no module of its name, and where two have the same name.
 *
 * Example: `findComponents('salesforce/app')` is `[{ name: 'sbxScoreCard', folder: '…/lwc/sbxScoreCard' }]`.
 */
export function findComponents(folder: string): ComponentFolder[] {
  const found = listFolders(folder)
    .filter((each) => path.basename(path.dirname(each)) === 'lwc')
    .map((each) => ({ name: path.basename(each), folder: each }))
    .toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  if (found.length === 0) {
    throw failure(`There is no Lightning web component below ${folder}: no lwc/<name>/<name>.js.`);
  }
  for (const [index, { name, folder: place }] of found.entries()) {
    if (!existsSync(path.join(place, `${name}.js`)) && !existsSync(path.join(place, `${name}.css`))) {
      throw failure(`${place} has no ${name}.js; a component's module is called as its folder.`);
    }
    if (found[index + 1]?.name === name) throw failure(`There are two components with the name ${name}.`);
  }
  return found;
}

/** Every file below a folder whose name ends so. Example: `listFiles('salesforce/app', '.labels-meta.xml')`. */
export function listFiles(folder: string, ending: string): string[] {
  return [folder, ...listFolders(folder)]
    .flatMap((each) =>
      readdirSync(each, { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
        .map((entry) => path.join(each, entry.name)),
    )
    .toSorted();
}

function listFolders(folder: string): string[] {
  if (!existsSync(folder)) throw failure(`The folder ${folder} does not exist.`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .flatMap((entry) => {
      const place = path.join(folder, entry.name);
      return [place, ...listFolders(place)];
    });
}

function failure(cause: string): LightningFailure {
  return new LightningFailure('LGT002', cause, 'Lay components out as lwc/<name>/<name>.js below the folder named.');
}
