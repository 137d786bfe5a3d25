import type { DecisionContext } from '../model/decision-context.ts';
import { printInt, printLong } from '../model/number.ts';
import type { Destination } from '../model/policy.ts';
import type { Assignment } from '../route/assign-lead.ts';
import type { Assessment } from '../route/assessment.ts';
import type { Choice } from '../route/choose-destination.ts';
import type { Scores } from '../score/score.ts';
import type { Arm } from './draw-arm.ts';
import type { Clock } from './start-clock.ts';

/** What the edge is asked to do, in logical names. Each edge maps them to its own fields, tasks and messages. */
export type ActionKind = 'setField' | 'appendNote' | 'createTask' | 'alert' | 'enrol' | 'reply' | 'startClock';

/** One thing to do. `isPerformed` is false where the mode or the experiment only records what would be done. */
export type PlannedAction = { kind: ActionKind; subject: string; content: string; isPerformed: boolean };

/** `decisionKey` is the same for the same arrival under the same revision: what was done once is not done again. */
export type ActionPlan = { decisionKey: string; arm: Arm; actions: PlannedAction[] };

type Doing = { isSuggested: boolean; isLive: boolean; actions: PlannedAction[] };

/**
 * Plans every write, task and message of a decision. Fields that people fill in are never set: the plan only touches
 * Signalbox's own fields and, when live, the owner.
 */
export function planActions(
  context: DecisionContext,
  arm: Arm,
  assessment: Assessment,
  assignment: Assignment,
  clock: Clock,
): ActionPlan {
  const policy = context.prepared.policy;
  const choice = assessment.choice;
  const destination = policy.destinations[choice.destinationPosition]!;
  const isQuiet = destination.kind === 'recordOnly';
  const doing: Doing = {
    isSuggested: policy.mode !== 'observe' && arm !== 'control',
    isLive: policy.mode === 'live' && arm !== 'control',
    actions: [],
  };
  setScores(doing, choice, assessment.scores, destination);
  if (!isQuiet && assignment.basis !== 'kept') {
    addAction(doing, 'setField', 'owner', assignment.ownerKey, doing.isLive);
  }
  addAction(doing, 'startClock', clock.slaKey, printLong(clock.dueAt), doing.isLive);
  if (!isQuiet) {
    planContact(doing, choice, destination, assignment, clock);
  }
  return {
    decisionKey: `${assessment.input.submission.submissionKey}/${context.policyHash}`,
    arm: arm,
    actions: doing.actions,
  };
}

function planContact(
  doing: Doing,
  choice: Choice,
  destination: Destination,
  assignment: Assignment,
  clock: Clock,
): void {
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
  if (assignment.basis === 'kept' && assignment.ownerPassedOver !== null) {
    addAction(doing, 'alert', clock.ownerKey, 'keptOwnerAway', doing.isLive);
  }
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
