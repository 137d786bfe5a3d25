import { inputOfText, recordOfText } from '../../../../core/src/author/run/read-record.ts';
import type { RunContext } from '../../../../core/src/author/run/run-context.ts';
import type { DecisionInput } from '../../../../core/src/decide/model/decision-context.ts';
import type { DecisionRecord } from '../../../../core/src/decide/model/decision-record.ts';
import { readDecisions, type StoredDecision } from '../org/decisions.ts';
import type { Org } from '../org/org.ts';
import { soqlInstant } from '../org/since.ts';
import { isMissing, type Snapshots } from '../org/snapshots.ts';

/** A decision with everything it was made of, ready to be made anew. */
export type Captured = {
  readonly name: string;
  readonly subjectId: string | null;
  readonly record: DecisionRecord;
  readonly input: DecisionInput;
  readonly run: RunContext;
  readonly turnReturnedAt: number | null;
};

/** What was read, and how many decisions cannot be made anew: their personal part was erased, or something is missing. */
export type Capture = { readonly decisions: Captured[]; readonly erased: number; readonly unreadable: number };

export type CaptureRequest = {
  /** Decisions from this instant on; null for all. */
  readonly since: number | null;
  /** The latest so many. */
  readonly limit: number;
  readonly onProgress: (done: number, total: number) => void;
};

/** Reads the latest decisions of an org, the earliest of them first. */
export async function capture(org: Org, snapshots: Snapshots, request: CaptureRequest): Promise<Capture> {
  const from = request.since === null ? '' : `WHERE DecidedAt__c >= ${soqlInstant(request.since)} `;
  const clauses = `${from}ORDER BY DecidedAt__c DESC, Id DESC LIMIT ${request.limit}`;
  const decisions: Captured[] = [];
  let [erased, unreadable, done, waiting] = [0, 0, 0, 0];
  const count = (total: number): void => {
    waiting = total;
  };
  for await (const stored of readDecisions(org, clauses, count)) {
    done += 1;
    if (stored.personalText === null) erased += 1;
    else {
      const captured = await readCaptured(stored, stored.personalText, snapshots);
      if (captured === null) unreadable += 1;
      else decisions.push(captured);
    }
    request.onProgress(done, waiting);
  }
  return { decisions: decisions.sort(inOrder), erased, unreadable };
}

async function readCaptured(
  stored: StoredDecision,
  personalText: string,
  snapshots: Snapshots,
): Promise<Captured | null> {
  const input = inputOfText(personalText);
  const record = readRecord(stored.decisionText);
  if (input === null || record === null) return null;
  const run = await snapshots.contextOf(record);
  if (isMissing(run)) return null;
  const { name, subjectId, turnReturnedAt } = stored;
  return { name, subjectId, record, input, run, turnReturnedAt };
}

function readRecord(text: string): DecisionRecord | null {
  try {
    return recordOfText(text);
  } catch {
    return null;
  }
}

/** Leads that came together were decided at one instant; their names are numbered in the order of their turns. */
function inOrder(one: Captured, other: Captured): number {
  return (
    one.record.decidedAt - other.record.decidedAt ||
    one.name.length - other.name.length ||
    (one.name < other.name ? -1 : 1)
  );
}
