import type { Turn } from '../../../core/src/decide/model/turn-ledger.ts';
import type { Database } from '../database/database.ts';
import { LockedLedgers } from './ledgers.ts';

type TurnRow = { readonly ledger_name: string; readonly turn: Turn };

/** Gives the turn of a decision back, once however often it is asked for: the decision says whether it was done. */
export async function giveBackTurn(
  database: Database,
  portalId: number,
  decisionId: string,
  now: number,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const open = `select ledger_name, turn from decision
       where portal_id = $1 and decision_id = $2 and turn is not null and turn_returned_at is null`;
    const [found] = await transaction.query<TurnRow>(open, [portalId, decisionId]);
    if (found === undefined) {
      return;
    }
    // Whoever decides has the pool first and then the decisions, and so must we. Somebody may have given it back meanwhile.
    const ledgers = await LockedLedgers.lock(transaction, portalId, [found.ledger_name]);
    const [row] = await transaction.query<TurnRow>(`${open} for update`, [portalId, decisionId]);
    if (row === undefined) {
      return;
    }
    ledgers.giveBack(row.ledger_name, row.turn, decisionId, now);
    await ledgers.save();
    await transaction.query('update decision set turn_returned_at = $3 where portal_id = $1 and decision_id = $2', [
      portalId,
      decisionId,
      now,
    ]);
  });
}
