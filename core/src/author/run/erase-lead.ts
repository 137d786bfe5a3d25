import { renameSync, rmSync } from 'node:fs';
import { LogWriter, readLog, writeEntry } from './decision-log.ts';
import { leadKeyOf } from './explain-lead.ts';
import type { RunFolder } from './run-folder.ts';

/**
 * Erases the personal part of every record of a lead, with its salt. Decision, hashes and seals stay, so that the log
 * still verifies. Returns how many records there were.
 */
export async function eraseLead(folder: RunFolder, leadKey: string): Promise<number> {
  const file = folder.file('decisions.jsonl');
  const next = `${file}.next`;
  rmSync(next, { force: true });
  const writer = new LogWriter(next);
  let erased = 0;
  for await (const { entry } of readLog(file)) {
    if (entry === null) {
      continue;
    }
    const isWanted = leadKeyOf(entry) === leadKey;
    erased += isWanted ? 1 : 0;
    writer.add(writeEntry(isWanted ? { ...entry, personalText: null, salt: null } : entry));
  }
  writer.close();
  renameSync(next, file);
  return erased;
}
