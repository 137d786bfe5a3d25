import { answerAction } from '../../handlers/actions/answer-action.ts';
import type { ActionAnswer } from '../../handlers/actions/action-answer.ts';
import type { ActionCall } from '../../handlers/actions/action-call.ts';
import type { ActionPorts } from '../../handlers/actions/action-ports.ts';
import { refuseOtherPortal } from '../../handlers/actions/refuse-action.ts';
import type { Desk } from '../desk.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { closeClock } from './close-clock.ts';
import { decideNow } from './decide-now.ts';
import { findAnswer, keepAnswer } from './kept-answers.ts';
import { previewDecision } from './preview-decision.ts';
import { askForReview, startClock } from './single-clocks.ts';
import { takeNext } from './take-next.ts';

/** Answers a workflow's call in the portal that signed it. */
export async function serveAction(desk: Desk, portalId: number, call: ActionCall): Promise<ActionAnswer> {
  const session = await desk.sessions.open(portalId);
  return session === null ? refuseOtherPortal() : answerAction(call, portsOf(desk, session), desk.now());
}

function portsOf(desk: Desk, session: PortalSession): ActionPorts {
  return {
    portalId: session.portalId,
    findAnswer: (callbackId) => findAnswer(desk.database, session.portalId, callbackId),
    keepAnswer: (kept) => keepAnswer(desk.database, session.portalId, kept),
    async primaryContactOf(leadId) {
      const contacts = await session.crm.readAssociations('leads', 'contacts', [leadId]);
      return contacts.get(leadId)?.[0] ?? null;
    },
    decideNow: (request) => decideNow(desk, session, request),
    preview: (contactId) => previewDecision(desk, session, contactId),
    takeNext: (request) => takeNext(desk, session, request),
    startClock: (request) => startClock(desk, session, request),
    askForReview: (request) => askForReview(desk, session, request),
    closeClock: (request) => closeClock(desk, session, request),
  };
}
