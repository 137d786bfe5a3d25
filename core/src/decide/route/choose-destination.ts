import type { DecisionInput } from '../model/decision-context.ts';
import { none } from '../model/decision-context.ts';
import type { FactSheet } from '../model/fact-sheet.ts';
import { findRule } from '../model/find-rule.ts';
import type { Int, Long } from '../model/number.ts';
import type { Bucket, DestinationKind } from '../model/policy.ts';
import type { PreparedPolicy } from '../model/prepared-policy.ts';
import type { KnownLead } from '../score/lay-facts.ts';
import type { Scores } from '../score/score.ts';
import { bandOf, cellPosition } from '../score/weigh-confidence.ts';
import { checkGuards } from './check-guards.ts';

/** What decided where the lead goes. */
export type ChoiceSource = 'guard' | 'rule' | 'matrix' | 'fallback';

/**
 * Where the lead goes and why, with the trace of everything that was asked. Traces are read by position: two letters for
 * each rule and territory, one for each guard.
 */
export type Choice = {
  source: ChoiceSource;
  destinationPosition: Int;
  slaPosition: Int;
  guardPosition: Int;
  rulePosition: Int;
  territoryPosition: Int;
  cellPosition: Int;
  /** The cell's own word for the lead; a label, never a condition. */
  bucket: Bucket;
  guardMarks: string;
  ruleMarks: string;
  territoryMarks: string;
  /** A close-out that is listed for a person instead, because the policy is still on trial. */
  isCloseOutHeld: boolean;
  /** Low confidence that goes to the overflow setting, because review has had its share of the day. */
  isReviewOverflow: boolean;
};

const dayMillis: Long = 86400000;
/** Below so many decided leads a day's share says nothing. */
const fewestForShare: Int = 20;

/** Guards, then rules, then the matrix; the named fallback catches what is left. Always exactly one destination. */
export function chooseDestination(
  input: DecisionInput,
  known: KnownLead,
  facts: FactSheet,
  scores: Scores,
  prepared: PreparedPolicy,
): Choice {
  const thresholds = prepared.policy.thresholds;
  const cell: Int = cellPosition(
    bandOf(scores.fit.score, thresholds.fitHigh),
    bandOf(scores.engagement.score, thresholds.engagementHigh),
    bandOf(scores.confidence.confidence, thresholds.lowConfidence),
  );
  const choice: Choice = {
    source: 'fallback',
    destinationPosition: none,
    slaPosition: none,
    guardPosition: none,
    rulePosition: none,
    territoryPosition: scores.territoryPosition,
    cellPosition: cell,
    bucket: prepared.cells[cell]!.bucket,
    guardMarks: '',
    ruleMarks: '',
    territoryMarks: scores.territoryMarks,
    isCloseOutHeld: false,
    isReviewOverflow: false,
  };
  chooseByGuard(choice, input, known, scores, prepared);
  if (choice.destinationPosition === none) {
    chooseByRule(choice, facts, prepared);
  }
  if (choice.destinationPosition === none) {
    chooseByMatrix(choice, input, prepared);
  }
  if (choice.destinationPosition === none) {
    sendTo(choice, 'fallback', prepared.policy.fallbackDestinationKey, prepared);
  }
  holdCloseOut(choice, prepared, input.now);
  return choice;
}

function sendTo(choice: Choice, source: ChoiceSource, destinationKey: string | null, prepared: PreparedPolicy): void {
  const position = destinationKey === null ? null : (prepared.destinationPositions.get(destinationKey) ?? null);
  if (position === null) {
    return;
  }
  choice.source = source;
  choice.destinationPosition = position;
  choice.slaPosition = prepared.slaPositions.get(prepared.policy.destinations[position]!.slaKey) ?? none;
}

function chooseByGuard(
  choice: Choice,
  input: DecisionInput,
  known: KnownLead,
  scores: Scores,
  prepared: PreparedPolicy,
): void {
  const answer = checkGuards(input, known, scores, prepared);
  choice.guardMarks = answer.marks;
  if (answer.guardPosition === none) {
    return;
  }
  const guardKey = prepared.guards[answer.guardPosition]!.guardKey;
  if (guardKey === 'lowConfidence' && isReviewFull(input, prepared)) {
    choice.isReviewOverflow = true;
    sendTo(choice, 'guard', prepared.policy.reviewOverflowDestinationKey, prepared);
  } else {
    sendTo(choice, 'guard', answer.destinationKey, prepared);
  }
  if (choice.destinationPosition !== none) {
    choice.guardPosition = answer.guardPosition;
  }
}

function chooseByMatrix(choice: Choice, input: DecisionInput, prepared: PreparedPolicy): void {
  const cell = prepared.cells[choice.cellPosition]!;
  if (cell.confidence === 'low' && isReviewFull(input, prepared)) {
    choice.isReviewOverflow = true;
    sendTo(choice, 'matrix', prepared.policy.reviewOverflowDestinationKey, prepared);
    return;
  }
  sendTo(choice, 'matrix', cell.destinationKey, prepared);
}

/** Review must not become the bottleneck: above its share of the day, doubtful leads take the overflow setting. */
function isReviewFull(input: DecisionInput, prepared: PreparedPolicy): boolean {
  const load = input.reviewLoad;
  if (load.decidedToday < fewestForShare) {
    return false;
  }
  const share: Int = prepared.policy.thresholds.reviewSharePercent;
  return (load.reviewedToday + 1) * 100 > (load.decidedToday + 1) * share;
}

function chooseByRule(choice: Choice, facts: FactSheet, prepared: PreparedPolicy): void {
  const marks: string[] = [];
  const position: Int = findRule(prepared, facts, marks);
  choice.ruleMarks = marks.join('');
  if (position === none) {
    return;
  }
  const rule = prepared.rules[position]!.rule;
  choice.rulePosition = position;
  sendTo(choice, 'rule', rule.destinationKey, prepared);
  if (rule.slaKey !== null) {
    choice.slaPosition = prepared.slaPositions.get(rule.slaKey) ?? choice.slaPosition;
  }
}

/** Until the trial days are over a person looks at every lead that would be closed out. */
function holdCloseOut(choice: Choice, prepared: PreparedPolicy, now: Long): void {
  const kind: DestinationKind = prepared.policy.destinations[choice.destinationPosition]!.kind;
  if (kind !== 'closeOut') {
    return;
  }
  const launchedAt = prepared.policy.launchedAt;
  if (launchedAt !== null && now >= launchedAt + prepared.policy.auditDays * dayMillis) {
    return;
  }
  choice.isCloseOutHeld = true;
  sendTo(choice, choice.source, prepared.policy.auditDestinationKey, prepared);
}
