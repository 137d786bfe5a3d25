import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Locked = { packages: Record<string, { version?: string; optional?: boolean }> };

/**
 * Why the packages of a folder with a lock file of its own have to be installed; null when they are, in the versions of that file.
 *
 * Example: `whyInstall('salesforce/checks')` is `'node_modules is missing'` on a fresh clone.
 */
export function whyInstall(folder: string): string | null {
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

/**
 * Installs the packages of a folder by its lock file. Answers why that did not succeed; null when it did. None of the packages
 * needs its install script; one that does should be looked at first.
 *
 * Example: `installLocked('salesforce/checks')`.
 */
export function installLocked(folder: string): string | null {
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return done.status === 0 ? null : (done.error?.message ?? `npm ci ended with ${done.status ?? done.signal}`);
}

function readLock(file: string): Locked {
  return JSON.parse(readFileSync(file, 'utf8')) as Locked;
}
