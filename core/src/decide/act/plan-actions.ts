import { printInt, printLong, quotient, type Int } from '../model/number.ts';
import type { Destination, Experiment, Policy } from '../model/policy.ts';
import type { Assignment } from '../route/assign-lead.ts';
import type { Choice } from '../route/choose-destination.ts';
import type { Scores } from '../score/score.ts';
import type { Clock } from './start-clock.ts';

/** What the edge is asked to do, in logical names. Each edge maps them to its own fields, tasks and messages. */
export type ActionKind = 'setField' | 'appendNote' | 'createTask' | 'alert' | 'enrol' | 'reply' | 'startClock';

/** One thing to do. `isPerformed` is false where the mode or the experiment only records what would be done. */
export type PlannedAction = { kind: ActionKind; subject: string; content: string; isPerformed: boolean };

/** Which arm of a soft launch a lead is in. `none` where no experiment runs. */
export type Arm = 'none' | 'test' | 'control';

export type ActionPlan = { arm: Arm; actions: PlannedAction[] };

type Doing = { isSuggested: boolean; isLive: boolean; actions: PlannedAction[] };

/**
 * Plans every write, task and message of a decision. Fields that people fill in are never set: the plan only touches
 * Signalbox's own fields and, when live, the owner.
 */
export function planActions(
  policy: Policy,
  experiment: Experiment | null,
  submissionKey: string,
  choice: Choice,
  scores: Scores,
  assignment: Assignment,
  clock: Clock,
): ActionPlan {
  const destination = policy.destinations[choice.destinationPosition]!;
  const arm = armOf(experiment, submissionKey);
  const isQuiet = destination.kind === 'recordOnly';
  const doing: Doing = {
    isSuggested: policy.mode !== 'observe',
    isLive: policy.mode === 'live' && arm !== 'control',
    actions: [],
  };
  setScores(doing, choice, scores, destination);
  if (!isQuiet && assignment.basis !== 'kept') {
    addAction(doing, 'setField', 'owner', assignment.ownerKey, doing.isLive);
  }
  addAction(doing, 'startClock', clock.slaKey, printLong(clock.dueAt), doing.isLive);
  if (isQuiet) {
    return { arm: arm, actions: doing.actions };
  }
  addAction(doing, 'appendNote', 'story', '', doing.isSuggested);
  if (destination.taskLabel !== null) {
    addAction(doing, 'createTask', assignment.ownerKey, destination.taskLabel, doing.isLive);
  }
  if (destination.isAlerted) {
    addAction(doing, 'alert', assignment.ownerKey, destination.destinationKey, doing.isLive);
  }
  if (destination.campaignKey !== null) {
    addAction(doing, 'enrol', destination.campaignKey, '', doing.isLive);
  }
  if (destination.replyKey !== null) {
    addAction(doing, 'reply', destination.replyKey, '', doing.isLive);
  }
  if (choice.isReviewOverflow) {
    addAction(doing, 'alert', clock.ownerKey, 'reviewOverflow', doing.isLive);
  }
  return { arm: arm, actions: doing.actions };
}

function setScores(doing: Doing, choice: Choice, scores: Scores, destination: Destination): void {
  const isWritten = doing.isSuggested && destination.kind !== 'recordOnly';
  addAction(doing, 'setField', 'fitScore', printInt(scores.fit.score), isWritten);
  addAction(doing, 'setField', 'engagementScore', printInt(scores.engagement.score), isWritten);
  addAction(doing, 'setField', 'intentScore', printInt(scores.intent.score), isWritten);
  addAction(doing, 'setField', 'capacityScore', printInt(scores.capacity.score), isWritten);
  addAction(doing, 'setField', 'confidence', printInt(scores.confidence.confidence), isWritten);
  addAction(doing, 'setField', 'bucket', choice.bucket, isWritten);
  addAction(doing, 'setField', 'destination', destination.destinationKey, isWritten);
}

function addAction(doing: Doing, kind: ActionKind, subject: string, content: string, isPerformed: boolean): void {
  doing.actions.push({ kind: kind, subject: subject, content: content, isPerformed: isPerformed });
}

/** The modulus is a prime well below 2^15, so that no product of the hash leaves 32 bits. */
const hashModulus: Int = 9973;

/**
 * Puts a submission into the same arm for ever: hash version 1 of experiment and submission, by share of a hundred.
 * Versioned so that a better hash never moves leads of a running experiment.
 */
export function armOf(experiment: Experiment | null, submissionKey: string): Arm {
  if (experiment === null) {
    return 'none';
  }
  let hash: Int = 7;
  const text = `1/${experiment.experimentKey}/${submissionKey}`;
  for (let place: Int = 0; place < text.length; place += 1) {
    hash = restOf(hash * 131 + text.charCodeAt(place), hashModulus);
  }
  return restOf(hash, 100) < experiment.controlPercent ? 'control' : 'test';
}

function restOf(whole: Int, divisor: Int): Int {
  return whole - quotient(whole, divisor) * divisor;
}
