import { decide, sealText } from '../../decide/index.ts';
import { readLog, type LogEntry } from './decision-log.ts';
import { hashPersonal, hashText } from './hash-text.ts';
import { inputOfText, ledgersOfRecord, recordOfText } from './read-record.ts';
import { readSnapshots } from './read-snapshots.ts';
import type { RunContext } from './run-context.ts';
import { readStart, type RunFolder } from './run-folder.ts';
import { RunError, type RunMessage } from './run-message.ts';
import { readSeals } from './seal-run.ts';

/** What verifying found. A run is sound when there is no message. */
export type Verification = {
  rows: number;
  decidedAgain: number;
  erased: number;
  lastSeal: string;
  messages: RunMessage[];
  messageCount: number;
};

const mostKeptMessages = 20;

/**
 * Checks a stored run from its files alone: every hash, every seal, and every decision, which is made again from its record
 * and the snapshots and must come out to the same bytes.
 */
export async function verifyRun(folder: RunFolder, onProgress: (rows: number) => void): Promise<Verification> {
  const start = readStart(folder);
  if (start === null) {
    throw new RunError([
      { code: 'VER002', about: folder.folder, found: 'holds no run', next: 'give the folder of a run with --out.' },
    ]);
  }
  const result: Verification = { rows: 0, decidedAgain: 0, erased: 0, lastSeal: '', messages: [], messageCount: 0 };
  const run = readSnapshots(folder, { policy: start.policyHash, roster: start.rosterHash, calendars: start.calendarsHash });
  const seals = readSeals(folder);
  for await (const { line, entry } of readLog(folder.file('decisions.jsonl'))) {
    result.rows += 1;
    if (entry === null) {
      note(result, 'VER003', `line ${line}`, 'is not a record');
      continue;
    }
    if (entry.row !== result.rows) {
      note(result, 'VER004', `row ${entry.row}`, `stands where row ${result.rows} belongs`);
    }
    checkHashes(result, entry);
    checkDecision(result, entry, run);
    const sealed = await seals.next();
    result.lastSeal = hashText(sealText(result.lastSeal, entry.row, entry.decisionHash, entry.personalHash));
    if (sealed.done === true) {
      note(result, 'VER005', `row ${entry.row}`, 'is not sealed');
    } else if (sealed.value?.seal !== result.lastSeal) {
      note(result, 'VER006', `row ${entry.row}`, 'does not fit its seal: it or a row before it was changed after sealing');
      result.lastSeal = sealed.value?.seal ?? '';
    }
    if (result.rows % 200 === 0) {
      onProgress(result.rows);
    }
  }
  if ((await seals.next()).done !== true) {
    note(result, 'VER007', `row ${result.rows + 1}`, 'is sealed, but its record is gone');
  }
  return result;
}

function checkHashes(result: Verification, entry: LogEntry): void {
  if (hashText(entry.decisionText) !== entry.decisionHash) {
    note(result, 'VER008', `row ${entry.row}`, 'the decision part was changed: it does not fit its hash');
  }
  if (entry.personalText !== null && hashPersonal(entry.salt ?? '', entry.personalText) !== entry.personalHash) {
    note(result, 'VER009', `row ${entry.row}`, 'the personal part was changed: it does not fit its hash');
  }
}

function checkDecision(result: Verification, entry: LogEntry, run: RunContext): void {
  if (entry.personalText === null) {
    result.erased += 1;
    return;
  }
  const input = inputOfText(entry.personalText);
  if (input === null) {
    note(result, 'VER010', `row ${entry.row}`, 'the personal part is not readable');
    return;
  }
  const ledgers = ledgersOfRecord(recordOfText(entry.decisionText), run.context.prepared);
  const again = decide(input, ledgers, run.context);
  if (again.decisionText !== entry.decisionText || again.personalText !== entry.personalText) {
    note(result, 'VER011', `row ${entry.row}`, 'decides otherwise today than its record says');
    return;
  }
  result.decidedAgain += 1;
}

function note(result: Verification, code: string, about: string, found: string): void {
  result.messageCount += 1;
  if (result.messages.length < mostKeptMessages) {
    result.messages.push({ code, about, found, next: 'compare the row with a copy of the log that you trust.' });
  }
}
