import type { ActionAnswer } from '../../handlers/actions/action-answer.ts';
import { isWaiting } from '../../handlers/actions/action-answer.ts';
import type { KeptAnswer } from '../../handlers/actions/action-ports.ts';
import { answerWithDecision } from '../../handlers/actions/decision-outputs.ts';
import type { Queryable } from '../database/database.ts';
import type { Desk } from '../desk.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { readToldDecision } from './told-decision.ts';

/** What a callback was answered before; null where it never was. */
export async function findAnswer(
  database: Queryable,
  portalId: number,
  callbackId: string,
): Promise<ActionAnswer | null> {
  const [row] = await database.query<{ outputs: ActionAnswer | null }>(
    'select outputs from action_call where portal_id = $1 and callback_id = $2',
    [portalId, callbackId],
  );
  return row?.outputs ?? null;
}

export async function keepAnswer(database: Queryable, portalId: number, kept: KeptAnswer): Promise<void> {
  await database.query(
    `insert into action_call (portal_id, callback_id, action, contact_id, called_at, outputs, is_blocked)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (portal_id, callback_id) do update set outputs = excluded.outputs, is_blocked = excluded.is_blocked`,
    [
      portalId,
      kept.callbackId,
      kept.action,
      kept.contactId,
      kept.calledAt,
      JSON.stringify(kept.answer),
      isWaiting(kept.answer),
    ],
  );
}

/** Lets the workflows go on that waited for a decision which is there now. One that HubSpot gave up meanwhile is let go too. */
export async function completeWaitingCalls(desk: Desk, session: PortalSession): Promise<void> {
  const rows = await desk.database.query<{ callback_id: string; contact_id: string }>(
    `select callback_id, action_call.contact_id from action_call join subject
       on subject.portal_id = action_call.portal_id and subject.contact_id = action_call.contact_id
     where action_call.portal_id = $1 and is_blocked and completed_at is null and not subject.is_waiting
     order by called_at, callback_id limit 100`,
    [session.portalId],
  );
  for (const row of rows) {
    const told = await readToldDecision(desk, session, row.contact_id);
    if (told === null) {
      continue;
    }
    const answer = answerWithDecision('decided', told.decisionId, told.decision);
    try {
      await session.crm.completeCallback(row.callback_id, answer.outputFields);
    } catch (error) {
      desk.log.warn(
        { code: 'HSV030', portalId: session.portalId, error },
        'a workflow that waited for a decision could not be told; it goes on when its wait is over',
      );
    }
    await desk.database.query(
      'update action_call set completed_at = $3, outputs = $4 where portal_id = $1 and callback_id = $2',
      [session.portalId, row.callback_id, desk.now(), JSON.stringify(answer)],
    );
  }
}
