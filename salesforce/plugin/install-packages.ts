import { installLocked, whyInstall as whyInstallFolder } from '../npm-packages.ts';

const here = import.meta.dirname;

/**
 * Why the plugin's packages have to be installed; null when they are, in the versions of the lock file.
 *
 * Example: on a fresh clone `whyInstall()` is `'node_modules is missing'`.
 */
export function whyInstall(): string | null {
  return whyInstallFolder(here);
}

/** Installs the plugin's packages where they are missing. Answers why that did not succeed; null when it did. */
export function installPackages(): string | null {
  const reason = whyInstall();
  if (reason === null) return null;
  console.error(`Installing the packages of the sf plugin with npm ci (85 MB): ${reason}.`);
  return installLocked(here);
}
