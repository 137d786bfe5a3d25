import type { Effect } from '../../handlers/effects/effect.ts';
import { effectLeaseMillis } from '../deciding/keep-effects.ts';
import type { Desk } from '../desk.ts';
import { applyHeld } from './apply-effects-of.ts';
import type { HeldEffect } from './settle-effects.ts';

type DueRow = {
  decision_id: string;
  place: number;
  contact_id: string;
  content: Effect;
  attempted_at: number | null;
  attempts: number;
  made_at: number;
};

const mostContacts = 50;

/** Does what was decided and not yet done: after a crash, a refused connection, or because something else had to be done first. */
export async function applyDue(desk: Desk, portalId: number): Promise<void> {
  const session = await desk.sessions.open(portalId);
  if (session === null) {
    return;
  }
  while (!desk.isStopping()) {
    const now = desk.now();
    const held = await holdDue(desk, portalId, now);
    if (held.length === 0) {
      return;
    }
    await applyHeld(desk, session, held, now);
  }
}

/**
 * Takes all that is due of some contacts, so that one contact's effects are never in two hands. What a later decision has
 * overtaken is dropped: it must not be written over what came after it.
 */
async function holdDue(desk: Desk, portalId: number, now: number): Promise<HeldEffect[]> {
  return desk.database.transaction(async (transaction) => {
    const due = await transaction.query<{ contact_id: string }>(
      `select contact_id from subject
       where portal_id = $1 and contact_id in (
         select contact_id from effect where portal_id = $1 and state = 'due' group by contact_id
         having max(lease_until) <= $2 and max(not_before) <= $2 order by min(made_at), contact_id limit $3)
       order by contact_id for update skip locked`,
      [portalId, now, mostContacts],
    );
    const contactIds = due.map((row) => row.contact_id);
    if (contactIds.length === 0) {
      return [];
    }
    await transaction.query(
      `update effect set state = 'dropped', done_at = $3, content = '{}' from (
         select contact_id, max(made_at) as latest_at from effect
         where portal_id = $1 and contact_id = any($2::text[]) and decision_id not like '%#%' and decision_id not like '%!%'
         group by contact_id
       ) as latest
       where effect.portal_id = $1 and effect.state = 'due' and effect.contact_id = latest.contact_id
         and effect.made_at < latest.latest_at and (effect.kind = 'record' or effect.decision_id not like '%!%')`,
      [portalId, contactIds, now],
    );
    const rows = await transaction.query<DueRow>(
      `with held as (
         update effect set lease_until = $3, lease_by = $4, attempted_at = coalesce(attempted_at, $5)
         from (select decision_id, place, attempted_at as before_at from effect
           where portal_id = $1 and contact_id = any($2::text[]) and state = 'due' and lease_until <= $5 for update) as open
         where effect.portal_id = $1 and effect.decision_id = open.decision_id and effect.place = open.place
         returning effect.decision_id, effect.place, contact_id, content, open.before_at as attempted_at, attempts, made_at)
       select * from held order by made_at, decision_id, place`,
      [portalId, contactIds, now + effectLeaseMillis, desk.worker, now],
    );
    return rows.map(heldOf);
  });
}

function heldOf(row: DueRow): HeldEffect {
  return {
    decisionId: row.decision_id,
    place: row.place,
    contactId: row.contact_id,
    effect: row.content,
    isRetry: row.attempted_at !== null,
    attempts: row.attempts,
    arrivedAt: null,
  };
}
