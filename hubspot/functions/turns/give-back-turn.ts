import { giveTurnBack } from '../../../core/src/decide/index.ts';
import { mostTries } from '../deciding/take-decision.ts';
import type { Entry } from '../log/entry.ts';
import { returnKey, turnKeyOf } from '../log/keys.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import type { TurnBook } from './turn-book.ts';
import { readTurn, writeTurn } from './turn-text.ts';

/**
 * Gives the turn of a decision back, once however often it is asked for and by however many: there is one entry for it, which is
 * the next number of the pool at the same time.
 *
 * @returns whether it is given back by now; false where others took turn after turn
 */
export async function giveBackTurn(portal: PrivatePortal, book: TurnBook, decision: Entry): Promise<boolean> {
  if (decision.turnKey === null) {
    return true;
  }
  const { ledgerName, turn } = readTurn(decision.texts.ledger ?? '', decision.key);
  const key = returnKey(decision.turnKey);
  for (let number = 1; number <= mostTries; number += 1) {
    const [ledger] = await book.ledgers([ledgerName]);
    if (ledger === undefined) {
      return true;
    }
    const after = giveTurnBack(ledger, turn);
    const creation = await portal.log.create({
      key,
      turnKey: turnKeyOf(ledgerName, after.sequence),
      kind: 'return',
      state: 'kept',
      contactId: decision.contactId,
      at: portal.now(),
      columns: { decisionId: decision.columns.decisionId ?? null, mode: decision.columns.mode ?? null },
      texts: { ledger: writeTurn({ ledgerName, turn, ledger: after }) },
    });
    if (creation.isCreated) {
      book.advance(ledgerName, after);
      return true;
    }
    if ((await portal.log.findByKey(key)) !== null) {
      return true;
    }
    await portal.sleep(Math.ceil(100 * portal.chance()));
    await book.catchUp([ledgerName]);
  }
  return false;
}
