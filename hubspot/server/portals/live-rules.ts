import type { DecisionContext } from '../../../core/src/decide/model/decision-context.ts';
import type { LastLive } from '../../handlers/rules/live-rules.ts';
import type { Queryable } from '../database/database.ts';

/** Keeps the texts that decisions name by their hash. They are copies: the portal and the texts' hashes are the truth. */
export async function keepSnapshots(
  database: Queryable,
  context: Pick<DecisionContext, 'policyHash' | 'rosterHash' | 'calendarsHash'>,
  texts: { readonly policy: string; readonly roster: string; readonly calendars: string },
): Promise<void> {
  await database.query(
    `insert into snapshot (hash, kind, body)
     values ($1, 'policy', $2), ($3, 'roster', $4), ($5, 'calendars', $6) on conflict (hash) do nothing`,
    [context.policyHash, texts.policy, context.rosterHash, texts.roster, context.calendarsHash, texts.calendars],
  );
}

/** The revision that was live when a server last decided by it, or made it live. */
export async function readLastLive(database: Queryable, portalId: number): Promise<LastLive | null> {
  const [row] = await database.query<LastLive>('select number, hash from live_rules where portal_id = $1', [portalId]);
  return row ?? null;
}

export async function keepLastLive(
  database: Queryable,
  portalId: number,
  live: LastLive,
  confirmedAt: number,
): Promise<void> {
  await database.query(
    `insert into live_rules (portal_id, hash, number, confirmed_at) values ($1, $2, $3, $4)
     on conflict (portal_id) do update set hash = excluded.hash, number = excluded.number,
       confirmed_at = excluded.confirmed_at`,
    [portalId, live.hash, live.number, confirmedAt],
  );
}
