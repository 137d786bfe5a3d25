import type { CloseClockOutcome, CloseClockRequest } from '../../handlers/actions/action-ports.ts';
import type { Effect } from '../../handlers/effects/effect.ts';
import { decided } from '../../handlers/portal/property-names.ts';
import { keepClockEffects } from '../clocks/keep-clock-effects.ts';
import type { Queryable } from '../database/database.ts';
import type { Desk } from '../desk.ts';
import type { PortalSession } from '../portals/portal-session.ts';
import { lockSubject } from './lock-subject.ts';

/** Ends the clock that runs, as a first touch does. A call that comes again is answered as it was. */
export async function closeClock(
  desk: Pick<Desk, 'database' | 'jobs' | 'now'>,
  session: Pick<PortalSession, 'portalId'>,
  { contactId, key }: CloseClockRequest,
): Promise<CloseClockOutcome> {
  const now = desk.now();
  const { portalId } = session;
  const callId = `clock closed by call ${key}`;
  return desk.database.transaction(async (transaction) => {
    await lockSubject(transaction, portalId, contactId);
    const [before] = await transaction.query<{ outputs: CloseClockOutcome | null }>(
      'select outputs from action_call where portal_id = $1 and callback_id = $2',
      [portalId, callId],
    );
    if (before?.outputs) {
      return before.outputs;
    }
    const ended = await transaction.query<{ decision_id: string; state: string; started_at: number }>(
      `update clock set state = case when due_at >= $3 then 'met' else 'missed' end, ended_at = $3, touched_at = $3,
         next_rung_at = null
       where portal_id = $1 and contact_id = $2 and touched_at is null and state in ('running', 'reminded', 'missed')
       returning decision_id, state, started_at`,
      [portalId, contactId, now],
    );
    const [latest] = ended.sort(
      (one, other) => other.started_at - one.started_at || (one.decision_id < other.decision_id ? -1 : 1),
    );
    if (latest === undefined) {
      return { state: 'noneRan', clockState: await lastStateOf(transaction, portalId, contactId) };
    }
    const clock = { decisionId: latest.decision_id, contactId };
    const shown: Effect = {
      kind: 'record',
      contactId,
      properties: { [decided.slaState]: latest.state },
      owner: null,
      leadIds: [],
    };
    await keepClockEffects(transaction, desk.jobs, portalId, clock, 'end', [shown], now);
    const outcome: CloseClockOutcome = { state: 'closed', clockState: latest.state };
    await transaction.query(
      `insert into action_call (portal_id, callback_id, action, contact_id, called_at, outputs, completed_at)
       values ($1, $2, 'closed', $3, $4, $5, $4)`,
      [portalId, callId, contactId, now, JSON.stringify(outcome)],
    );
    return outcome;
  });
}

async function lastStateOf(transaction: Queryable, portalId: number, contactId: string): Promise<string | null> {
  const [last] = await transaction.query<{ state: string }>(
    'select state from clock where portal_id = $1 and contact_id = $2 order by started_at desc, decision_id limit 1',
    [portalId, contactId],
  );
  return last?.state ?? null;
}
