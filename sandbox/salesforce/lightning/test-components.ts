import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findComponents } from './bundle/find-components.ts';
import { LightningFailure } from './lightning-failure.ts';

/** The folder of the packages that Salesforce's Jest needs; LWC 8, which must not meet the LWC 9 of the pages. */
export const testPackages = path.join(import.meta.dirname, 'component-tests');

/**
 * Runs the Jest tests of the components of a project, as Salesforce's tools do. True when all passed; what Jest says
 * goes to standard error. Throws LGT005 when a component has no test, and LGT002 when there is no component.
 *
 * Example: `testComponents('.')` runs `salesforce/app/…/lwc/sbxScoreCard/__tests__/sbxScoreCard.test.js`.
 */
export function testComponents(project: string): boolean {
  for (const { name, folder } of findComponentsOf(project)) {
    if (hasTest(folder)) continue;
    throw new LightningFailure(
      'LGT005',
      `The component ${name} has no test: there is no __tests__/<name>.test.js in ${folder}.`,
      'Write one; test/sandbox/lightning/sample has an example.',
    );
  }
  const jest = path.join(testPackages, 'node_modules', 'jest', 'bin', 'jest.js');
  const settings = path.join(testPackages, 'jest.config.cjs');
  const done = spawnSync(process.execPath, [jest, '--config', settings, '--ci'], {
    cwd: project,
    stdio: ['ignore', 2, 2],
  });
  return done.status === 0;
}

/** The components below the package directories of a project; none of them has to have one. */
export function findComponentsOf(project: string): { name: string; folder: string }[] {
  const { packageDirectories } = JSON.parse(readFileSync(path.join(project, 'sfdx-project.json'), 'utf8')) as {
    packageDirectories: { path: string }[];
  };
  return packageDirectories
    .map((directory) => path.join(project, directory.path))
    .filter((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(isComponentModule))
    .flatMap(findComponents);
}

function isComponentModule(file: string): boolean {
  const [name, folder, above] = file.split(path.sep).toReversed();
  return above === 'lwc' && name === `${folder}.js`;
}

function hasTest(folder: string): boolean {
  const tests = path.join(folder, '__tests__');
  return existsSync(tests) && readdirSync(tests).some((file) => file.endsWith('.test.js'));
}
