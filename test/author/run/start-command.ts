import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const main = path.join(__dirname, '../../../core/src/author/main.ts');

/** How a command ended and what it printed. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; error: string };

/** A command that runs. */
export type Started = { pid: number; kill: (signal: NodeJS.Signals) => void; ended: Promise<Ended> };

/** Starts the command line in a folder, as `npm start -- …` does behind npm. */
export function startCommand(folder: string, ...args: string[]): Started {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder });
  const ended: Ended = { code: null, signal: null, out: '', error: '' };
  child.stdout.on('data', (text: Buffer) => (ended.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (ended.error += text.toString()));
  return {
    pid: child.pid!,
    kill: (signal) => void child.kill(signal),
    ended: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve({ ...ended, code, signal }));
    }),
  };
}

export function runCommand(folder: string, ...args: string[]): Promise<Ended> {
  return startCommand(folder, ...args).ended;
}

/** A folder of its own for one test file, gone when the tests are done. */
export function makeTestFolder(): { folder: string; file: (name: string) => string; remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'signalbox-'));
  return {
    folder,
    file: (name) => path.join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
