import { createReadStream, existsSync } from 'node:fs';
import readline from 'node:readline';
import { sealText } from '../../decide/index.ts';
import { LogWriter, mendLog, readEntries, type LogEntry } from './decision-log.ts';
import { hashText } from './hash-text.ts';
import type { RunFolder } from './run-folder.ts';
import { RunError } from './run-message.ts';

/** What stands at the end of a sealed run. */
export type SealedEnd = { rows: number; seal: string };

/** The seal of a row: the hash that ties it to every row before. */
export function sealOf(previousSeal: string, entry: LogEntry): string {
  return hashText(sealText(previousSeal, entry.row, entry.decisionHash, entry.personalHash));
}

/** The line under which a seal is stored. */
export function sealLine(row: number, seal: string): string {
  return `{"row":${row},"seal":"${seal}"}`;
}

/**
 * Seals a run from its first row to its last and returns the last seal: whoever keeps that one line can later show that
 * no record was changed, added or taken out. What was sealed before is checked and never sealed anew.
 */
export async function sealRun(folder: RunFolder, onProgress: (rows: number) => void): Promise<SealedEnd> {
  const file = folder.file('seals.jsonl');
  mendLog(file);
  const earlier = readSealLines(folder);
  let writer: LogWriter | null = null;
  const end: SealedEnd = { rows: 0, seal: '' };
  for await (const entry of readEntries(folder.file('decisions.jsonl'))) {
    end.seal = sealOf(end.seal, entry);
    end.rows += 1;
    const line = sealLine(entry.row, end.seal);
    const known = await earlier.next();
    if (known.done === true) {
      // Only now is the file read to its end, and may grow.
      writer ??= new LogWriter(file);
      writer.add(`${line}\n`);
    } else if (known.value !== line) {
      throw brokenSeal(
        folder,
        `row ${entry.row} does not fit its seal: it or a row before it was changed after sealing`,
      );
    }
    if (end.rows % 500 === 0) {
      onProgress(end.rows);
    }
  }
  if ((await earlier.next()).done !== true) {
    throw brokenSeal(folder, `row ${end.rows + 1} is sealed, but its record is gone`);
  }
  writer?.close();
  return end;
}

/** The lines of the stored seals, in order. */
export async function* readSealLines(folder: RunFolder): AsyncGenerator<string> {
  const file = folder.file('seals.jsonl');
  if (existsSync(file)) {
    yield* readline.createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  }
}

function brokenSeal(folder: RunFolder, found: string): RunError {
  return new RunError([
    {
      code: 'RUN109',
      about: folder.folder,
      found,
      next: 'look with "verify", restore the file, or begin anew with --fresh. Nothing was sealed anew.',
    },
  ]);
}
