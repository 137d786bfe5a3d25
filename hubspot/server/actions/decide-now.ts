import type { ActionRefusal, DecideOutcome, DecideRequest } from '../../handlers/actions/action-ports.ts';
import type { Desk } from '../desk.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { markSubjects, type MarkReason } from '../waiting/mark-subjects.ts';
import { refusalOfRules } from '../../handlers/actions/refuse-rules.ts';
import { readToldDecision } from './told-decision.ts';

const lookAgainMillis = 60;
const lookLaterMillis = 2_000;

/**
 * Has a contact decided before others and waits for it as long as the caller does. What is not there in time is decided all the
 * same.
 */
export async function decideNow(desk: Desk, session: PortalSession, request: DecideRequest): Promise<DecideOutcome> {
  const { portalId } = session;
  const { contactId } = request;
  const before = await readToldDecision(desk, session, contactId);
  if (before !== null && request.reason === null) {
    return { state: 'repeated', ...before };
  }
  if (before === null) {
    const refusal = await refusalBefore(desk, session, contactId);
    if (refusal !== null) {
      return refusal;
    }
  }
  const isAskedBefore = await wasAsked(desk, portalId, request.key);
  if (!isAskedBefore) {
    await desk.database.transaction(async (transaction) => {
      await transaction.query(
        `insert into action_call (portal_id, callback_id, action, contact_id, called_at) values ($1, $2, 'score-and-route', $3, $4)
         on conflict do nothing`,
        [portalId, request.key, contactId, desk.now()],
      );
      const reason: MarkReason = request.reason === 'submitted' ? 'submitted' : 'asked';
      await markSubjects(transaction, portalId, [{ contactId, reason, at: desk.now() }], 2);
      await desk.jobs.ask('decide', { portalId }, { transaction });
    });
  }
  while (desk.now() < request.deadline) {
    if (!(await isWaitingFor(desk, portalId, contactId))) {
      const told = await readToldDecision(desk, session, contactId);
      if (told !== null) {
        return { state: told.decisionId === before?.decisionId ? 'repeated' : 'decided', ...told };
      }
      return { state: 'noContact' };
    }
    await new Promise((resolve) => setTimeout(resolve, lookAgainMillis));
  }
  // It may be decided before the answer is kept that says so: whoever looks a moment later completes the call.
  await desk.jobs.ask('decide', { portalId }, { startAt: desk.now() + lookLaterMillis });
  return { state: 'waiting' };
}

/** Marking what is not there, or what no rules can decide, would only be found out later. */
async function refusalBefore(desk: Desk, session: PortalSession, contactId: string): Promise<ActionRefusal | null> {
  try {
    await session.view(desk.now());
  } catch (error) {
    return refusalOfRules(error);
  }
  const [contact] = await session.crm.readObjects('contacts', [contactId], []);
  return contact === undefined || contact.isArchived ? { state: 'noContact' } : null;
}

async function wasAsked(desk: Desk, portalId: number, key: string): Promise<boolean> {
  const rows = await desk.database.query('select 1 from action_call where portal_id = $1 and callback_id = $2', [
    portalId,
    key,
  ]);
  return rows.length > 0;
}

async function isWaitingFor(desk: Desk, portalId: number, contactId: string): Promise<boolean> {
  const [row] = await desk.database.query<{ is_waiting: boolean }>(
    'select is_waiting from subject where portal_id = $1 and contact_id = $2',
    [portalId, contactId],
  );
  return row?.is_waiting ?? false;
}
