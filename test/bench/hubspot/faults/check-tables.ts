import type pg from 'pg';
import { onlyPool } from './one-pool-rules.ts';
import type { Finding } from './finding.ts';

const ledgerName = `live/${onlyPool}`;

/** Each finds what must not be there, over all portals. `$1` is the name of the only ledger. */
const questions: readonly string[] = [
  `select portal_id, contact_id, 'still waits' as what from subject where is_waiting`,
  `select portal_id, contact_id, 'was put aside' as what from subject where put_aside_at is not null`,
  `select portal_id, contact_id, 'has the ' || kind || ' of ' || decision_id || ' ' || state as what
   from effect where state not in ('done', 'dropped')`,
  `select portal_id, contact_id, 'has ' || count(*) || ' decisions' as what
   from decision group by portal_id, contact_id having count(*) <> 1 or bool_and(is_current) is not true`,
  `select subject.portal_id, subject.contact_id, 'has no decision' as what
   from subject left join decision using (portal_id, contact_id) where decision_id is null`,
  `select decision.portal_id, decision.contact_id, 'has ' || count(clock.decision_id) || ' running clocks' as what
   from decision left join clock
     on clock.portal_id = decision.portal_id and clock.decision_id = decision.decision_id and clock.state = 'running'
   group by decision.portal_id, decision.contact_id having count(clock.decision_id) <> 1`,
  `select decision.portal_id, decision.contact_id, 'has ' || count(turn.sequence) || ' turns' as what
   from decision left join turn on turn.portal_id = decision.portal_id and turn.decision_id = decision.decision_id
   group by decision.portal_id, decision.contact_id
   having count(turn.sequence) <> 1 or bool_or(turn.is_returned) or max(turn.taker_key) <> max(decision.given_to)`,
  `select portal_id, null as contact_id, count(*) || ' turns are numbered up to ' || max(turn.sequence) || ', the ledger says '
     || coalesce(max(ledger.sequence)::text, 'nothing') as what
   from turn full join ledger using (portal_id, ledger_name) where ledger_name = $1
   group by portal_id
   having count(*) <> max(turn.sequence) or max(turn.sequence) <> max(ledger.sequence) or min(turn.sequence) <> 1`,
  `select portal_id, null as contact_id, 'there are turns of ' || ledger_name as what
   from turn where ledger_name <> $1 group by portal_id, ledger_name`,
  // One lead is worth a million; thirds of it do not divide, so that each turn may leave a few behind.
  `select portal_id, null as contact_id, 'credits add up to ' || sum((entry ->> 'credit')::bigint) as what
   from ledger, jsonb_array_elements(ledger -> 'entries') as entry where ledger_name = $1 group by portal_id, ledger.sequence
   having abs(sum((entry ->> 'credit')::bigint)) > 3 * ledger.sequence
     or max(abs((entry ->> 'credit')::bigint)) >= 1000000`,
  `select ledger.portal_id, null as contact_id, entry ->> 'memberKey' || ' counts ' || (entry ->> 'dayCount') || ' turns of '
     || (select count(*) from turn where turn.portal_id = ledger.portal_id and ledger_name = $1
       and taker_key = entry ->> 'memberKey') as what
   from ledger, jsonb_array_elements(ledger -> 'entries') as entry where ledger_name = $1
     and (entry ->> 'dayCount')::bigint > (select count(*) from turn where turn.portal_id = ledger.portal_id
       and ledger_name = $1 and taker_key = entry ->> 'memberKey')`,
];

type Row = { portal_id: string; contact_id: string | null; what: string };

/** What is wrong with what the servers keep, when all leads must have been decided once. */
export async function findWrongTables(database: pg.Pool): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const sql of questions) {
    const { rows } = await database.query<Row>(sql, sql.includes('$1') ? [ledgerName] : []);
    found.push(...rows.map((row) => ({ portalId: Number(row.portal_id), contactId: row.contact_id, what: row.what })));
  }
  return found;
}
