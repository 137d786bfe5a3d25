import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { RunError } from './run-message.ts';

const holderSchema = z.strictObject({ pid: z.int().positive(), host: z.string(), since: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** The right to write in a folder. It is given back when the work ends; that of a dead process is taken over. */
export class RunLock {
  readonly #file: string;
  readonly #text: string;

  private constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  /** Takes the lock, or says who has it. A lock appears whole: it is written aside and then linked into place. */
  static take(folder: string): RunLock {
    const file = path.join(folder, 'run.lock');
    const mine: Holder = { pid: process.pid, host: os.hostname(), since: new Date().toISOString() };
    const text = `${JSON.stringify(mine)}\n`;
    const aside = `${file}.${process.pid}`;
    writeFileSync(aside, text);
    try {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        if (linked(aside, file)) {
          return new RunLock(file, text);
        }
        dropIfDead(file, folder);
      }
      throw heldBy(null, folder);
    } finally {
      rmSync(aside, { force: true });
    }
  }

  free(): void {
    if (readLock(this.#file) === this.#text) {
      rmSync(this.#file, { force: true });
    }
  }
}

/** Says who writes in a folder, without taking anything. */
export function refuseWhileWritten(folder: string): void {
  const text = readLock(path.join(folder, 'run.lock'));
  if (text !== null && isAlive(holderOf(text))) {
    throw heldBy(holderOf(text), folder);
  }
}

function linked(aside: string, file: string): boolean {
  try {
    linkSync(aside, file);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') {
      return false;
    }
    return created(aside, file);
  }
}

/** For file systems that have no hard links. */
function created(aside: string, file: string): boolean {
  try {
    writeFileSync(file, readFileSync(aside, 'utf8'), { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') {
      return false;
    }
    throw cause;
  }
}

/** Moves a dead holder's lock away. Two may try at once, so what was moved is looked at again before it is dropped. */
function dropIfDead(file: string, folder: string): void {
  const text = readLock(file);
  if (text === null) {
    return;
  }
  if (isAlive(holderOf(text))) {
    throw heldBy(holderOf(text), folder);
  }
  const moved = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, moved);
  } catch {
    return;
  }
  if (readLock(moved) !== text) {
    linked(moved, file);
  }
  rmSync(moved, { force: true });
}

function readLock(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function holderOf(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A process on another machine can't be asked, so it counts as alive. An unreadable lock belongs to nobody. */
function isAlive(holder: Holder | null): boolean {
  if (holder === null || (holder.host === os.hostname() && holder.pid === process.pid)) {
    return false;
  }
  if (holder.host !== os.hostname()) {
    return true;
  }
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function heldBy(holder: Holder | null, folder: string): RunError {
  const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host} since ${holder.since}`;
  return new RunError([
    {
      code: 'RUN108',
      about: folder,
      found: `${who} writes there`,
      next: 'wait for it, or choose another folder with --out. If it is long gone, remove run.lock there. No record was changed.',
    },
  ]);
}
