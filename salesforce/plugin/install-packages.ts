import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Locked = { packages: Record<string, { version?: string; optional?: boolean }> };

const here = import.meta.dirname;

/**
 * Why the plugin's packages have to be installed; null when they are, in the versions of the lock file.
 *
 * Example: on a fresh clone `whyInstall()` is `'node_modules is missing'`.
 */
export function whyInstall(): string | null {
  // npm writes this record last, so it is also the sign that the installation came to its end.
  const record = path.join(here, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'node_modules is missing';
  const installed = readLock(record);
  const wanted = Object.entries(readLock(path.join(here, 'package-lock.json')).packages);
  const missing = wanted.find(
    ([place, entry]) => place !== '' && entry.optional !== true && installed.packages[place]?.version !== entry.version,
  );
  return missing === undefined ? null : `${missing[0]} is not ${missing[1].version ?? 'there'}`;
}

/** Installs the plugin's packages where they are missing. Answers why that did not succeed; null when it did. */
export function installPackages(): string | null {
  const reason = whyInstall();
  if (reason === null) return null;
  console.error(`Installing the packages of the sf plugin with npm ci (85 MB): ${reason}.`);
  // The plugin needs nothing that an install script would make.
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status === 0) return null;
  return done.error?.message ?? `npm ci ended with ${done.status ?? done.signal}`;
}

function readLock(file: string): Locked {
  return JSON.parse(readFileSync(file, 'utf8')) as Locked;
}
