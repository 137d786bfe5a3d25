import type { Turn } from '../../../core/src/decide/model/turn-ledger.ts';
import type { Effect } from '../../handlers/effects/effect.ts';
import type { Queryable } from '../database/database.ts';
import type { Desk } from '../desk.ts';
import type { AssessedSubject } from './decide-waiting.ts';

/** How long effects are a worker's before somebody else may look whether they were done. */
export const effectLeaseMillis = 60_000;

/** Which of the contacts still have something to be done of an earlier decision, and whether somebody began with it. */
export async function pendingEffects(
  transaction: Queryable,
  portalId: number,
  still: readonly AssessedSubject[],
): Promise<Map<string, 'begun' | 'notBegun'>> {
  const rows = await transaction.query<{ contact_id: string; is_begun: boolean }>(
    `select contact_id, bool_or(attempted_at is not null) as is_begun from effect
     where portal_id = $1 and contact_id = any($2::text[]) and state = 'due' group by contact_id`,
    [portalId, still.map((one) => one.subject.contact.id)],
  );
  return new Map(rows.map((row) => [row.contact_id, row.is_begun ? 'begun' : 'notBegun']));
}

/** The turn of an earlier decision whose owner nobody began to write: if that is overtaken, nobody got the lead for it. */
export type UnwrittenTurn = {
  readonly contactId: string;
  readonly decisionId: string;
  readonly ledgerName: string;
  readonly turn: Turn;
};

export async function unwrittenTurns(
  transaction: Queryable,
  portalId: number,
  still: readonly AssessedSubject[],
): Promise<UnwrittenTurn[]> {
  const rows = await transaction.query<{ contact_id: string; decision_id: string; ledger_name: string; turn: Turn }>(
    `select decision.contact_id, decision.decision_id, ledger_name, turn from decision join effect
       on effect.portal_id = decision.portal_id and effect.decision_id = decision.decision_id
     where effect.portal_id = $1 and effect.contact_id = any($2::text[]) and effect.state = 'due'
       and effect.attempted_at is null and effect.kind = 'record' and effect.content -> 'owner' <> 'null'
       and turn is not null and turn_returned_at is null
     order by decision.decision_id`,
    [portalId, still.map((one) => one.subject.contact.id)],
  );
  return rows.map((row) => ({
    contactId: row.contact_id,
    decisionId: row.decision_id,
    ledgerName: row.ledger_name,
    turn: row.turn,
  }));
}

/** What nobody began with of earlier decisions is overtaken; what people are told of a clock is not. */
export async function dropOvertaken(
  transaction: Queryable,
  portalId: number,
  contactId: string,
  now: number,
): Promise<void> {
  await transaction.query(
    `update effect set state = 'dropped', done_at = $3, content = '{}'
     where portal_id = $1 and contact_id = $2 and state = 'due' and attempted_at is null
       and (kind = 'record' or decision_id not like '%!%')`,
    [portalId, contactId, now],
  );
}

/** Writes down what is to be done, as this worker's own unless something else has to be done first. */
export async function keepEffects(
  transaction: Queryable,
  desk: Desk,
  portalId: number,
  decisionId: string,
  one: AssessedSubject,
  effects: readonly Effect[],
  isBlocked: boolean,
  now: number,
): Promise<void> {
  const contactId = one.subject.contact.id;
  if (effects.length === 0) {
    return;
  }
  await transaction.query(
    `insert into effect (decision_id, place, portal_id, contact_id, kind, content, made_at, lease_until, lease_by, attempted_at)
     select $1, place - 1, $2, $3, content ->> 'kind', content, $4, $5, $6, $7
     from unnest($8::jsonb[]) with ordinality as planned (content, place)`,
    [
      decisionId,
      portalId,
      contactId,
      now,
      isBlocked ? 0 : now + effectLeaseMillis,
      isBlocked ? null : desk.worker,
      isBlocked ? null : now,
      effects.map((effect) => JSON.stringify(effect)),
    ],
  );
  if (isBlocked) {
    await desk.jobs.ask('apply', { portalId }, { transaction, startAt: now + 2_000 });
  }
}
