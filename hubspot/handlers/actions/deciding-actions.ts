import type { RouteReason } from '../events/portal-event.ts';
import { done, failed, waiting, type ActionAnswer } from './action-answer.ts';
import { againOptions } from './action-definition.ts';
import { inputOf, type AskedAction } from './ask-action.ts';
import { answerWithDecision, bandValues, ownerValues, scoreValues } from './decision-outputs.ts';
import { refusalOf, refuseUnknownOption } from './refuse-action.ts';

/** How long a workflow's call is kept waiting before the workflow itself waits: HubSpot gives up after some 20 seconds. */
const waitMillis = 5_000;

const reasonOfOption: ReadonlyMap<string, RouteReason | null> = new Map([
  ['decide', 'changed'],
  ['arrival', 'submitted'],
  ['keep', null],
]);

/** Decides the contact in the mode of the live policy: scores, owner, clock and record. */
export async function scoreAndRoute(asked: AskedAction): Promise<ActionAnswer> {
  const chosen = inputOf(asked, 'when_decided_before') || againOptions[0];
  const reason = reasonOfOption.get(chosen);
  if (reason === undefined) {
    return refuseUnknownOption('When decided before', againOptions);
  }
  const outcome = await asked.ports.decideNow({
    contactId: asked.contactId,
    leadId: asked.leadId,
    reason: reason,
    key: asked.call.callbackId,
    deadline: asked.now + waitMillis,
  });
  switch (outcome.state) {
    case 'decided':
    case 'repeated':
      return answerWithDecision(outcome.state, outcome.decisionId, outcome.decision);
    case 'waiting':
      return waiting();
    default:
      return refusalOf(outcome);
  }
}

/** Answers the scores that the live policy gives now. Nothing is written. */
export async function score(asked: AskedAction): Promise<ActionAnswer> {
  const outcome = await asked.ports.preview(asked.contactId);
  return outcome.state === 'previewed'
    ? done({ ...scoreValues(outcome.decision), ...bandValues(outcome.decision) })
    : refusalOf(outcome);
}

/** Answers who would get it now. No turn is taken, so that two who ask one after the other may be told the same. */
export async function findOwner(asked: AskedAction): Promise<ActionAnswer> {
  const outcome = await asked.ports.preview(asked.contactId);
  if (outcome.state !== 'previewed') {
    return refusalOf(outcome);
  }
  const decision = outcome.decision;
  if (decision.ownerId === null) {
    const cause = `It would go to ${decision.ownerName}, who has no user in this portal.`;
    return failed('HSA215', `${cause} Give them one on the page of people, or branch on this code.`);
  }
  return done({
    ...ownerValues(decision),
    destination: decision.destinationKey,
    basis: decision.basis,
    reason: bandValues(decision)['reason'] ?? null,
  });
}
