import type { Database } from '../database/database.ts';
import { LockedLedgers } from '../deciding/ledgers.ts';

/**
 * Counts the open work of each member anew: contacts whose decision counts, that they were given from this pool, and whose clock
 * still runs. Turns count it up as they are taken; only this counts what was finished.
 */
export async function recountOpenWork(database: Database, portalId: number): Promise<void> {
  const names = await database.query<{ ledger_name: string }>(
    'select ledger_name from ledger where portal_id = $1 order by ledger_name',
    [portalId],
  );
  for (const { ledger_name: name } of names) {
    await database.transaction(async (transaction) => {
      const ledgers = await LockedLedgers.lock(transaction, portalId, [name]);
      const rows = await transaction.query<{ given_to: string; open: number }>(
        `select decision.given_to, count(*)::int as open from decision join clock
           on clock.portal_id = decision.portal_id and clock.decision_id = decision.decision_id
         where decision.portal_id = $1 and decision.is_current and decision.ledger_name = $2
           and clock.state in ('running', 'reminded', 'missed') and clock.touched_at is null
         group by decision.given_to`,
        [portalId, name],
      );
      const openOf = new Map(rows.map((row) => [row.given_to, row.open]));
      ledgers.recount(name, (memberKey) => openOf.get(memberKey) ?? 0);
      await ledgers.save();
    });
  }
}
