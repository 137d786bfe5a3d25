import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LightningFailure } from './lightning-failure.ts';

type Locked = { packages: Record<string, { version?: string; optional?: boolean }> };

const here = import.meta.dirname;

/** The folder of an installed package. Example: `packageFolder('lightning-base-components')`. */
export function packageFolder(name: string): string {
  return path.join(here, 'node_modules', ...name.split('/'));
}

/**
 * Why the packages have to be installed; null when they are, in the versions of the lock file.
 *
 * Example: `whyInstall()` is `'node_modules is missing'` on a fresh clone.
 */
export function whyInstall(folder: string = here): string | null {
  // npm writes this record last, so it is also the sign that the installation came to its end.
  const record = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'node_modules is missing';
  const installed = readLock(record);
  const missing = Object.entries(readLock(path.join(folder, 'package-lock.json')).packages).find(
    ([place, entry]) => place !== '' && entry.optional !== true && installed.packages[place]?.version !== entry.version,
  );
  return missing === undefined ? null : `${missing[0]} is not ${missing[1].version ?? 'there'}`;
}

/**
 * Installs the packages of a folder where they are missing. Throws LGT001 when npm does not end well.
 *
 * Example: `installPackages()` before the first page is served.
 */
export function installPackages(folder: string = here): void {
  const reason = whyInstall(folder);
  if (reason === null) return;
  console.error(`Installing the packages of ${path.basename(folder)} with npm ci: ${reason}.`);
  // None of the packages needs its install script; one that does should be looked at first.
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status === 0) return;
  const cause = done.error?.message ?? `npm ci ended with ${done.status ?? done.signal}`;
  throw new LightningFailure('LGT001', `The packages of ${folder} are not installed: ${cause}.`, byHand(folder));
}

/** Throws LGT001 when packages are missing, for callers that may not install. */
export function requirePackages(): void {
  const reason = whyInstall();
  if (reason === null) return;
  throw new LightningFailure('LGT001', `The packages of ${here} are not installed: ${reason}.`, byHand(here));
}

function byHand(folder: string): string {
  return `Run "npm ci" in ${folder}.`;
}

function readLock(file: string): Locked {
  return JSON.parse(readFileSync(file, 'utf8')) as Locked;
}
