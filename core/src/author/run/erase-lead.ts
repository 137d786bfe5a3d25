import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { LogWriter, mendLog, readEntries, writeEntry } from './decision-log.ts';
import { findLead } from './find-lead.ts';
import { needStart, type RunFolder } from './run-folder.ts';
import { RunLock } from './run-lock.ts';

/**
 * Erases the personal part of every record that an id names, with its salt. Decision, hashes and seals stay, so that the
 * log still verifies. `afterwards` still holds the lock: what else shows the person is written anew there. Returns how
 * many records there were.
 */
export async function eraseLead(folder: RunFolder, wanted: string, afterwards: () => Promise<void>): Promise<number> {
  needStart(folder);
  const lock = RunLock.take(folder.folder);
  try {
    const file = folder.file('decisions.jsonl');
    mendLog(file);
    const found = await findLead(folder, wanted);
    const rows = new Set(found.entries.map(({ row }) => row));
    await rewriteWithout(file, rows);
    await afterwards();
    return rows.size;
  } finally {
    lock.free();
  }
}

/** The new log replaces the old one in one step; stopped in between, nothing was erased yet. */
async function rewriteWithout(file: string, rows: Set<number>): Promise<void> {
  const next = `${file}.next`;
  rmSync(next, { force: true });
  const writer = new LogWriter(next);
  try {
    for await (const entry of readEntries(file)) {
      writer.add(writeEntry(rows.has(entry.row) ? { ...entry, personalText: null, salt: null } : entry));
    }
  } finally {
    writer.close();
  }
  renameSync(next, file);
  keepRename(file);
}

/** Asks the disk to keep the new name, where the system can be asked. */
function keepRename(file: string): void {
  try {
    const handle = openSync(file, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Some systems don't sync what is open for reading; the log is whole all the same.
  }
}
