import { contactTypeId, leadTypeId } from '../events/object-types.ts';
import { isWaiting, type ActionAnswer } from './action-answer.ts';
import type { ActionCall } from './action-call.ts';
import type { ActionKey } from './action-definition.ts';
import type { ActionPorts } from './action-ports.ts';
import type { AskedAction } from './ask-action.ts';
import { findOwner, score, scoreAndRoute } from './deciding-actions.ts';
import { answerOfError, refuseLeadWithoutContact, refuseObjectType, refuseOtherPortal } from './refuse-action.ts';
import { askForReview, closeClock, startClock, takeNextFromPool } from './single-actions.ts';

const actions: Readonly<Record<ActionKey, (asked: AskedAction) => Promise<ActionAnswer>>> = {
  'score-and-route': scoreAndRoute,
  score: score,
  'find-owner': findOwner,
  'take-next-from-pool': takeNextFromPool,
  'start-clock': startClock,
  'ask-for-review': askForReview,
  'close-clock': closeClock,
};

/**
 * Answers a call of a workflow action. HubSpot calls again when an answer is lost, with the same callback id: what was answered
 * is answered again, and what was begun is not begun twice, because its key is that id.
 *
 * What cannot be done is an answer with a code and lets the workflow go on; a portal that is busy is asked again later.
 *
 * @param now UTC milliseconds
 * @throws whatever a port throws that is no `CrmError`
 */
export async function answerAction(call: ActionCall, ports: ActionPorts, now: number): Promise<ActionAnswer> {
  if (call.portalId !== ports.portalId) {
    return refuseOtherPortal();
  }
  try {
    return await answerOnce(call, ports, now);
  } catch (error) {
    return answerOfError(error);
  }
}

async function answerOnce(call: ActionCall, ports: ActionPorts, now: number): Promise<ActionAnswer> {
  const earlier = await ports.findAnswer(call.callbackId);
  // A decision that was waited for may be there now.
  if (earlier !== null && !isWaiting(earlier)) {
    return earlier;
  }
  const isLead = call.objectTypeId === leadTypeId;
  if (!isLead && call.objectTypeId !== contactTypeId) {
    return refuseObjectType();
  }
  const contactId = isLead ? await ports.primaryContactOf(call.objectId) : call.objectId;
  if (contactId === null) {
    return refuseLeadWithoutContact();
  }
  const leadId = isLead ? call.objectId : null;
  const answer = await actions[call.action]({
    call: call,
    contactId: contactId,
    leadId: leadId,
    ports: ports,
    now: now,
  });
  await ports.keepAnswer({
    callbackId: call.callbackId,
    action: call.action,
    contactId: contactId,
    calledAt: now,
    answer: answer,
  });
  return answer;
}
