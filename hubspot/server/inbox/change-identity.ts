import { closeClocks } from '../clocks/keep-clock.ts';
import type { Queryable } from '../database/database.ts';

/**
 * Two contacts became one: everything of the one that is no more belongs to the one that is. Of two running clocks the one that
 * is due first goes on, because that promise was made to the same person.
 */
export async function moveSubject(
  transaction: Queryable,
  portalId: number,
  fromId: string,
  toId: string,
  now: number,
): Promise<void> {
  if (fromId === toId) {
    return;
  }
  await transaction.query(
    `select contact_id from subject where portal_id = $1 and contact_id in ($2, $3) order by contact_id for update`,
    [portalId, fromId, toId],
  );
  await transaction.query(
    `insert into subject (portal_id, contact_id, arrival, arrived_at, is_waiting, version, urgency, handed_back,
       current_decision_id, earlier_decision_id)
     select portal_id, $3, arrival, arrived_at, is_waiting, version, urgency, handed_back, current_decision_id, earlier_decision_id
     from subject where portal_id = $1 and contact_id = $2
     on conflict (portal_id, contact_id) do update set
       version = subject.version + 1,
       arrival = greatest(subject.arrival, excluded.arrival) + 1,
       is_waiting = subject.is_waiting or excluded.is_waiting,
       arrived_at = case when excluded.is_waiting and not subject.is_waiting then excluded.arrived_at else subject.arrived_at end,
       current_decision_id = coalesce(subject.current_decision_id, excluded.current_decision_id),
       handed_back = case when subject.handed_back = '' then excluded.handed_back else subject.handed_back end`,
    [portalId, fromId, toId],
  );
  await transaction.query(
    `update subject set is_waiting = false, looked = subject.looks, deleted_at = coalesce(deleted_at, $3)
     where portal_id = $1 and contact_id = $2`,
    [portalId, fromId, now],
  );
  await transaction.query('update decision set contact_id = $3 where portal_id = $1 and contact_id = $2', [
    portalId,
    fromId,
    toId,
  ]);
  await keepOneCurrent(transaction, portalId, toId);
  await transaction.query(
    // Whose the other one is was not decided by this decision, and may be a person's choice: owners are not carried over.
    `update effect set contact_id = $3,
       content = jsonb_set(jsonb_set(content, '{contactId}', to_jsonb($3::text)), '{owner}', 'null', false)
     where portal_id = $1 and contact_id = $2 and state = 'due'`,
    [portalId, fromId, toId],
  );
  await transaction.query('update action_call set contact_id = $3 where portal_id = $1 and contact_id = $2', [
    portalId,
    fromId,
    toId,
  ]);
  await transaction.query('update clock set contact_id = $3 where portal_id = $1 and contact_id = $2', [
    portalId,
    fromId,
    toId,
  ]);
  await transaction.query(
    `update clock set state = 'closed', ended_at = $3, next_rung_at = null
     where portal_id = $1 and contact_id = $2 and state in ('running', 'reminded')
       and decision_id <> (select decision_id from clock
         where portal_id = $1 and contact_id = $2 and state in ('running', 'reminded') order by due_at, decision_id limit 1)`,
    [portalId, toId, now],
  );
}

async function keepOneCurrent(transaction: Queryable, portalId: number, contactId: string): Promise<void> {
  const [latest] = await transaction.query<{ decision_id: string }>(
    `select decision_id from decision where portal_id = $1 and contact_id = $2 and is_current
     order by decided_at desc, decision_id limit 1`,
    [portalId, contactId],
  );
  if (latest === undefined) {
    return;
  }
  await transaction.query(
    'update decision set is_current = (decision_id = $3) where portal_id = $1 and contact_id = $2 and is_current',
    [portalId, contactId, latest.decision_id],
  );
  await transaction.query('update subject set current_decision_id = $3 where portal_id = $1 and contact_id = $2', [
    portalId,
    contactId,
    latest.decision_id,
  ]);
}

/**
 * A contact was deleted. Its clock is nobody's any more and what was still to be done is dropped. Where privacy law deleted it,
 * everything personal goes: the decision stays, with the salted fingerprint of what it was made of, so that the log still holds.
 */
export async function forgetSubject(
  transaction: Queryable,
  portalId: number,
  contactId: string,
  isErased: boolean,
  at: number,
  now: number,
): Promise<void> {
  if (!isErased && (await wasRestored(transaction, portalId, contactId, at))) {
    return;
  }
  await transaction.query(
    `insert into subject (portal_id, contact_id, arrived_at, is_waiting, deleted_at) values ($1, $2, $3, false, $3)
     on conflict (portal_id, contact_id) do update set is_waiting = false, looked = subject.looks, deleted_at = $3,
       version = subject.version + 1, problem = null`,
    [portalId, contactId, at],
  );
  await transaction.query(
    `update effect set state = 'dropped', done_at = $3 where portal_id = $1 and contact_id = $2 and state = 'due'`,
    [portalId, contactId, now],
  );
  await closeClocks(transaction, portalId, contactId, now);
  // Whoever comes back from deletion gets a new promise: a decision without a clock must not pass for one that still holds.
  await transaction.query(
    'update decision set is_current = false where portal_id = $1 and contact_id = $2 and is_current',
    [portalId, contactId],
  );
  if (isErased) {
    await transaction.query(
      'update decision set personal_text = null, salt = null where portal_id = $1 and contact_id = $2',
      [portalId, contactId],
    );
    await transaction.query(
      `update effect set content = '{}', outcome = null where portal_id = $1 and contact_id = $2`,
      [portalId, contactId],
    );
    await transaction.query('update action_call set outputs = null where portal_id = $1 and contact_id = $2', [
      portalId,
      contactId,
    ]);
  }
}

/** It came back after that: of two events the one that was heard of later is not always the later one. */
async function wasRestored(transaction: Queryable, portalId: number, contactId: string, at: number): Promise<boolean> {
  const rows = await transaction.query(
    'select 1 from subject where portal_id = $1 and contact_id = $2 and restored_at > $3',
    [portalId, contactId, at],
  );
  return rows.length > 0;
}
