import type { Turn } from '../../../core/src/decide/model/turn-ledger.ts';
import type { Database } from '../database/database.ts';
import { LockedLedgers } from './ledgers.ts';

/** Gives the turn of a decision back, once however often it is asked for: the decision says whether it was done. */
export async function giveBackTurn(
  database: Database,
  portalId: number,
  decisionId: string,
  now: number,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const [row] = await transaction.query<{ ledger_name: string; turn: Turn }>(
      `select ledger_name, turn from decision
       where portal_id = $1 and decision_id = $2 and turn is not null and turn_returned_at is null for update`,
      [portalId, decisionId],
    );
    if (row === undefined) {
      return;
    }
    const ledgers = await LockedLedgers.lock(transaction, portalId, [row.ledger_name]);
    ledgers.giveBack(row.ledger_name, row.turn, decisionId, now);
    await ledgers.save();
    await transaction.query('update decision set turn_returned_at = $3 where portal_id = $1 and decision_id = $2', [
      portalId,
      decisionId,
      now,
    ]);
  });
}
