import { inputOfText, ledgersOfRecord, recordOfText } from '../../core/src/author/run/read-record.ts';
import type { Decision } from '../../core/src/decide/index.ts';
import type { Submission } from '../../core/src/decide/model/submission.ts';
import type { Engine } from './engine.ts';
import type { Scenario } from './generators/scenario.ts';

const printable = /^[\x20-\x7e]*$/;
/** docs/decisions/0003-what-a-record-holds.md. */
const mostTogether = 12_000;

/** Asserts without the cost of an expectation: some properties hold a million times. */
export function must(isSo: boolean, sentence: string): void {
  if (!isSo) {
    throw new Error(sentence);
  }
}

export function checkLossless({ assessment, assignment, clock }: Decision, scenario: Scenario): void {
  const { choice, scores } = assessment;
  must(scenario.policy.destinations[choice.destinationPosition] !== undefined, 'no destination');
  must(scenario.policy.slas[choice.slaPosition]?.slaKey === clock.slaKey, 'the clock of another service level');
  must(assignment.ownerKey !== '', 'nobody owns the lead');
  must(Number.isSafeInteger(clock.dueAt) && clock.dueAt >= assessment.now, `due at ${clock.dueAt}`);
  must(clock.ownerKey !== '', 'nobody owns the miss');
  for (const step of clock.escalations) {
    must(Number.isSafeInteger(step.dueAt) && step.dueAt >= assessment.now, `escalates at ${step.dueAt}`);
  }
  for (const axis of [scores.fit, scores.engagement, scores.intent, scores.capacity]) {
    must(isPercent(axis.score) && isPercent(axis.coverage), `score ${axis.score}, coverage ${axis.coverage}`);
  }
  must(isPercent(scores.confidence.confidence), `confidence ${scores.confidence.confidence}`);
  must(assignment.consumedTurn === (assignment.ledgerAfter !== null), 'a turn without a ledger');
}

function isPercent(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 100;
}

export function checkRecord({ decisionText, personalText }: Decision): void {
  must(printable.test(decisionText), 'the decision part is not printable ASCII');
  must(printable.test(personalText), 'the personal part is not printable ASCII');
  JSON.parse(decisionText);
  JSON.parse(personalText);
  const together = decisionText.length + personalText.length;
  must(together <= mostTogether, `${decisionText.length} and ${personalText.length} characters`);
}

export function checkDecidedAgain(engine: Engine, decision: Decision, scenario: Scenario): void {
  const input = inputOfText(decision.personalText);
  if (input === null) {
    throw new Error(`not readable: ${decision.personalText}`);
  }
  const ledgers = ledgersOfRecord(recordOfText(decision.decisionText), scenario.context.prepared);
  const again = engine.decide(input, ledgers, scenario.context);
  must(again.decisionText === decision.decisionText, `${decision.decisionText}\nbecomes\n${again.decisionText}`);
  must(again.personalText === decision.personalText, `${decision.personalText}\nbecomes\n${again.personalText}`);
}

export function checkTakenInOnce(engine: Engine, submission: Submission): void {
  const once = engine.takeIn(submission);
  const twice = engine.takeIn(once);
  must(JSON.stringify(twice) === JSON.stringify(once), `${JSON.stringify(once)}\nbecomes\n${JSON.stringify(twice)}`);
}

export function checkQuiet({ plan }: Decision): void {
  for (const action of plan.actions) {
    const isLoud = action.kind === 'alert' || (action.kind === 'setField' && action.subject === 'owner');
    must(!isLoud || !action.isPerformed, `${action.kind} ${action.subject} is done to an import`);
  }
}
