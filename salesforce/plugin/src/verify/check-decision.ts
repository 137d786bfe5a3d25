import { hashPersonal, hashText } from '../../../../core/src/author/run/hash-text.ts';
import { inputOfText, ledgersOfRecord, recordOfText } from '../../../../core/src/author/run/read-record.ts';
import { decide } from '../../../../core/src/decide/index.ts';
import type { DecisionRecord } from '../../../../core/src/decide/model/decision-record.ts';
import type { StoredDecision } from '../org/decisions.ts';
import { isMissing, type Snapshots } from '../org/snapshots.ts';
import type { Verification } from '../results/verify-result.ts';

/** Checks one decision by itself: both hashes, and that it comes out to the same bytes when it is made again. */
export async function checkDecision(
  decision: StoredDecision,
  snapshots: Snapshots,
  result: Verification,
): Promise<void> {
  result.decisions += 1;
  const isDecisionSound = hashText(decision.decisionText) === decision.fingerprint;
  if (!isDecisionSound) {
    note(result, 'VER008', decision, 'the decision part was changed: it does not fit its fingerprint');
  }
  if ((decision.personalText === null) !== (decision.salt === null)) {
    note(result, 'VER012', decision, 'one of personal part and salt is gone; erasing takes both');
  } else if (decision.personalText === null || decision.salt === null) {
    result.erased += 1;
  } else if (hashPersonal(decision.salt, decision.personalText) !== decision.personalFingerprint) {
    note(result, 'VER009', decision, 'the personal part or its salt was changed: it does not fit its fingerprint');
  } else if (isDecisionSound) {
    await decideAgain(decision, decision.personalText, snapshots, result);
  }
}

async function decideAgain(
  decision: StoredDecision,
  personalText: string,
  snapshots: Snapshots,
  result: Verification,
): Promise<void> {
  const record = readable(decision.decisionText);
  if (record === null) {
    note(result, 'VER003', decision, 'the decision part is no record');
    return;
  }
  const run = await snapshots.contextOf(record);
  if (isMissing(run)) {
    note(
      result,
      'VER001',
      decision,
      `names a ${run.what} ${run.fingerprint.slice(0, 12)}… that is missing or was changed`,
    );
    return;
  }
  try {
    const input = inputOfText(personalText);
    const again = input && decide(input, ledgersOfRecord(record, run.context.prepared), run.context);
    if (again?.decisionText === decision.decisionText && again.personalText === personalText) {
      result.decidedAgain += 1;
      return;
    }
  } catch {
    // Told below: what cannot be decided again was not decided by this engine.
  }
  note(result, 'VER011', decision, 'decides otherwise today than its record says');
}

function readable(decisionText: string): DecisionRecord | null {
  try {
    return recordOfText(decisionText);
  } catch {
    return null;
  }
}

function note(
  result: Verification,
  code: Verification['findings'][number]['code'],
  { name }: StoredDecision,
  found: string,
): void {
  result.findings.push({ code, about: name, found });
}
