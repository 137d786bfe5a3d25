import type { Database, Queryable } from '../database/database.ts';
import { LockedLedgers } from '../deciding/ledgers.ts';

/** A ledger as it was counted: up to which turn, and how many open contacts each member had then. */
type Counted = { readonly name: string; readonly sequence: number; readonly openOf: ReadonlyMap<string, number> };

/**
 * Counts the open work of each member anew: contacts whose decision counts, that they were given from this pool, and whose clock
 * still runs. Turns count it up as they are taken; only this counts what was finished.
 *
 * Counting takes as long as it takes, and whoever decides waits for the ledger's lock: so it counts first, and under the lock only
 * adds the turns that were taken meanwhile.
 */
export async function recountOpenWork(database: Database, portalId: number): Promise<void> {
  for (const { name, sequence, openOf } of await countOpenWork(database, portalId)) {
    await database.transaction(async (transaction) => {
      const ledgers = await LockedLedgers.lock(transaction, portalId, [name]);
      const since = await turnsSince(transaction, portalId, name, sequence);
      ledgers.recount(name, (memberKey) => Math.max(0, (openOf.get(memberKey) ?? 0) + (since.get(memberKey) ?? 0)));
      await ledgers.save();
    });
  }
}

/** One statement, so that turns and counts are of the same instant. */
async function countOpenWork(database: Queryable, portalId: number): Promise<Counted[]> {
  const rows = await database.query<{
    ledger_name: string;
    sequence: number;
    given_to: string | null;
    open: number;
  }>(
    `select ledger.ledger_name, ledger.sequence, counted.given_to, coalesce(counted.open, 0)::int as open
     from ledger left join (
       select decision.ledger_name, decision.given_to, count(*) as open from decision join clock
         on clock.portal_id = decision.portal_id and clock.decision_id = decision.decision_id
       where decision.portal_id = $1 and decision.is_current and decision.ledger_name is not null
         and clock.state in ('running', 'reminded', 'missed') and clock.touched_at is null
       group by decision.ledger_name, decision.given_to
     ) as counted on counted.ledger_name = ledger.ledger_name
     where ledger.portal_id = $1 order by ledger.ledger_name, counted.given_to`,
    [portalId],
  );
  const names = [...new Set(rows.map((row) => row.ledger_name))];
  return names.map((name) => {
    const ofLedger = rows.filter((row) => row.ledger_name === name);
    const openOf = new Map(ofLedger.flatMap((row) => (row.given_to === null ? [] : [[row.given_to, row.open]])));
    return { name, sequence: ofLedger[0]!.sequence, openOf };
  });
}

/** By how much each member's open work grew with the turns after that one. */
async function turnsSince(
  transaction: Queryable,
  portalId: number,
  name: string,
  sequence: number,
): Promise<Map<string, number>> {
  const rows = await transaction.query<{ taker_key: string; growth: number }>(
    `select taker_key, sum(case when is_returned then -1 else 1 end)::int as growth from turn
     where portal_id = $1 and ledger_name = $2 and sequence > $3 group by taker_key`,
    [portalId, name, sequence],
  );
  return new Map(rows.map((row) => [row.taker_key, row.growth]));
}
