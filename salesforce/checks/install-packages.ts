import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CheckFailure } from './check-failure.ts';

type Locked = { packages: Record<string, { version?: string; optional?: boolean }> };

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
  // npm writes this record last, so it is also the sign that the installation came to its end.
  const record = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'node_modules is missing';
  const installed = readLock(record);
  const wanted = Object.entries(readLock(path.join(folder, 'package-lock.json')).packages);
  const missing = wanted.find(
    ([place, entry]) => place !== '' && entry.optional !== true && installed.packages[place]?.version !== entry.version,
  );
  return missing === undefined ? null : `${missing[0]} is not ${missing[1].version ?? 'there'}`;
}

/** Installs the analyzer's packages where they are missing, or fails when that is not wanted. */
export function installPackages(mayInstall: boolean): void {
  const reason = whyInstall();
  if (reason === null) return;
  if (!mayInstall) {
    throw new CheckFailure('APC003', `The packages of the checks are not installed: ${reason}.`, byHand);
  }
  console.error(`Installing the packages of the checks with npm ci (280 MB): ${reason}.`);
  // None of the packages has an install script; one that gets some should be looked at first.
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    const cause = done.error?.message ?? `npm ci ended with ${done.status ?? done.signal}`;
    throw new CheckFailure('APC003', `The packages of the checks are not installed: ${cause}.`, byHand);
  }
}

function readLock(file: string): Locked {
  return JSON.parse(readFileSync(file, 'utf8')) as Locked;
}
