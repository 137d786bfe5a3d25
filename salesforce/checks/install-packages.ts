import path from 'node:path';
import { installLocked, whyInstall as whyInstallFolder } from '../npm-packages.ts';
import { CheckFailure } from './check-failure.ts';

const here = import.meta.dirname;
const byHand = 'Run "npm ci" in salesforce/checks.';

/** The folder of an installed package of the checks. Example: `packageFolder('@salesforce/code-analyzer-core')`. */
export function packageFolder(name: string): string {
  return path.join(here, 'node_modules', ...name.split('/'));
}

/**
 * Why the packages have to be installed; null when they are, in the versions of the lock file.
 *
 * Example: `whyInstall('/fresh/clone/salesforce/checks')` is `'node_modules is missing'`.
 */
export function whyInstall(folder: string = here): string | null {
  return whyInstallFolder(folder);
}

/** Installs the analyzer's packages where they are missing, or fails when that is not wanted. */
export function installPackages(mayInstall: boolean): void {
  const reason = whyInstall();
  if (reason === null) return;
  if (!mayInstall) {
    throw new CheckFailure('APC003', `The packages of the checks are not installed: ${reason}.`, byHand);
  }
  console.error(`Installing the packages of the checks with npm ci (280 MB): ${reason}.`);
  const cause = installLocked(here);
  if (cause !== null) {
    throw new CheckFailure('APC003', `The packages of the checks are not installed: ${cause}.`, byHand);
  }
}
