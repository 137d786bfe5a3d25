import { statSync } from 'node:fs';
import { decide } from '../../decide/index.ts';
import { readLog, type LogEntry } from './decision-log.ts';
import { hashPersonal, hashText } from './hash-text.ts';
import { inputOfText, ledgersOfRecord, recordOfText } from './read-record.ts';
import { readSnapshots } from './read-snapshots.ts';
import type { RunContext } from './run-context.ts';
import { needStart, type RunFolder, type RunStart } from './run-folder.ts';
import { refuseWhileWritten } from './run-lock.ts';
import { formatMessage, RunError, type RunMessage } from './run-message.ts';
import { readSealLines, sealLine, sealOf } from './seal-run.ts';

/** What verifying found. A run is sound when there is no finding. */
export type Verification = {
  rows: number;
  decidedAgain: number;
  erased: number;
  lastSeal: string;
  /** The first findings, as they are shown. */
  findings: string[];
  findingCount: number;
};

const mostKeptFindings = 20;

/**
 * Checks a stored run from its files alone: every hash, every seal, and every decision, which is made again from its record
 * and the snapshots and must come out to the same bytes. `keptSeal` is a last seal that somebody kept elsewhere.
 */
export async function verifyRun(
  folder: RunFolder,
  keptSeal: string | null,
  onProgress: (bytes: number, totalBytes: number, rows: number) => void,
): Promise<Verification> {
  const start = needStart(folder);
  refuseWhileWritten(folder.folder);
  const result: Verification = { rows: 0, decidedAgain: 0, erased: 0, lastSeal: '', findings: [], findingCount: 0 };
  const run = snapshotsOf(folder, start, result);
  const log = folder.file('decisions.jsonl');
  const totalBytes = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const seals = start.sealed === null ? null : readSealLines(folder);
  for await (const { line, entry, bytes } of readLog(log)) {
    result.rows += 1;
    if (result.rows % 200 === 0) {
      onProgress(bytes, totalBytes, result.rows);
    }
    const sealed = await seals?.next();
    if (entry === null) {
      note(result, 'VER003', `line ${line}`, 'is not a record');
      continue;
    }
    checkEntry(result, entry, run);
    result.lastSeal = sealOf(result.lastSeal, entry);
    if (sealed !== undefined) {
      checkSeal(result, entry, sealed.done === true ? null : sealed.value);
    }
  }
  onProgress(totalBytes, totalBytes, result.rows);
  if (seals !== null && (await seals.next()).done !== true) {
    note(result, 'VER007', `row ${result.rows + 1}`, 'is sealed, but its record is gone');
  }
  checkEnd(result, start, keptSeal);
  return result;
}

/** Without its snapshots no decision can be made again, but hashes and seals still can be checked. */
function snapshotsOf(folder: RunFolder, start: RunStart, result: Verification): RunContext | null {
  try {
    return readSnapshots(folder, {
      policy: start.policyHash,
      roster: start.rosterHash,
      calendars: start.calendarsHash,
    });
  } catch (cause) {
    if (!(cause instanceof RunError)) {
      throw cause;
    }
    result.findings.push(cause.message);
    result.findingCount += 1;
    return null;
  }
}

function checkEntry(result: Verification, entry: LogEntry, run: RunContext | null): void {
  if (entry.row !== result.rows) {
    note(result, 'VER004', `row ${entry.row}`, `stands where row ${result.rows} belongs`);
  }
  const isDecisionSound = hashText(entry.decisionText) === entry.decisionHash;
  if (!isDecisionSound) {
    note(result, 'VER008', `row ${entry.row}`, 'the decision part was changed: it does not fit its hash');
  }
  if ((entry.personalText === null) !== (entry.salt === null)) {
    note(result, 'VER012', `row ${entry.row}`, 'one of personal part and salt is gone; erasing takes both');
  } else if (entry.personalText === null) {
    result.erased += 1;
  } else if (hashPersonal(entry.salt!, entry.personalText) !== entry.personalHash) {
    note(result, 'VER009', `row ${entry.row}`, 'the personal part or its salt was changed: it does not fit its hash');
  } else if (isDecisionSound && run !== null) {
    checkDecision(result, entry, entry.personalText, run);
  }
}

function checkDecision(result: Verification, entry: LogEntry, personalText: string, run: RunContext): void {
  if (isSameAgain(entry, personalText, run)) {
    result.decidedAgain += 1;
  } else {
    note(result, 'VER011', `row ${entry.row}`, 'decides otherwise today than its record says');
  }
}

/** A record that can't be read again was not written by this program, whatever its hashes say. */
function isSameAgain(entry: LogEntry, personalText: string, run: RunContext): boolean {
  try {
    const input = inputOfText(personalText);
    if (input === null) {
      return false;
    }
    const ledgers = ledgersOfRecord(recordOfText(entry.decisionText), run.context.prepared);
    const again = decide(input, ledgers, run.context);
    return again.decisionText === entry.decisionText && again.personalText === personalText;
  } catch {
    return false;
  }
}

/** One finding for one change: after it the chain goes on from the stored seal. */
function checkSeal(result: Verification, entry: LogEntry, stored: string | null): void {
  if (stored === null) {
    note(result, 'VER005', `row ${entry.row}`, 'is not sealed');
    return;
  }
  if (stored !== sealLine(entry.row, result.lastSeal)) {
    note(result, 'VER006', `row ${entry.row}`, 'does not fit its seal: it, a row before it or the seal was changed');
    result.lastSeal = /"seal":"([0-9a-f]{64})"\}$/.exec(stored)?.[1] ?? result.lastSeal;
  }
}

function checkEnd(result: Verification, start: RunStart, keptSeal: string | null): void {
  if (start.sealed === null) {
    const next = 'run the same command as before: it goes on where it stopped, and seals.';
    note(result, 'VER013', 'the run', 'was stopped before its end and is not sealed yet', next);
  } else if (start.sealed.rows !== result.rows || start.sealed.seal !== result.lastSeal) {
    const end = `${start.sealed.rows} records up to seal ${start.sealed.seal.slice(0, 12)}…`;
    note(result, 'VER014', 'run.json', `tells of ${end}, where the log ends otherwise`);
  }
  if (keptSeal !== null && keptSeal !== result.lastSeal) {
    note(result, 'VER015', 'the last seal', 'is not the one that you kept');
  }
}

const usualNext = 'compare it with a copy of the run that you trust.';

function note(result: Verification, code: string, about: string, found: string, next = usualNext): void {
  result.findingCount += 1;
  if (result.findings.length < mostKeptFindings) {
    const message: RunMessage = { code, about, found, next };
    result.findings.push(formatMessage(message));
  }
}
