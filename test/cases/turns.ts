import { giveTurnBack } from '../../core/src/decide/index.ts';
import type { LedgerEntry, Turn, TurnLedger } from '../../core/src/decide/model/turn-ledger.ts';
import { takeTurn } from '../../core/src/decide/route/take-turn.ts';

/**
 * A walk through turns: `weights` by member, `taken` leads that everybody could take, then `steps`, each so many leads
 * without those who are away or the last turn given back, and at last the takers of the `next` leads.
 */
export type Walk = {
  weights: Record<string, number>;
  taken?: number;
  steps?: { away?: string[]; leads?: number; giveBack?: boolean }[];
  next: number;
  away?: string[];
};

export function nextTurns(walk: Walk): string[] {
  let ledger: TurnLedger = {
    poolKey: 'pool',
    sequence: 0,
    dayStartedAt: 0,
    weekStartedAt: 0,
    entries: Object.entries(walk.weights)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([memberKey, weight]): LedgerEntry => {
        return { memberKey, weight, credit: 0, dayCount: 0, weekCount: 0, openCount: 0 };
      }),
  };
  const turns: Turn[] = [];
  const take = (away: readonly string[]): string => {
    const eligible = ledger.entries.map((entry) => !away.includes(entry.memberKey));
    const taken = takeTurn(ledger, eligible, 0);
    ledger = taken.ledger;
    turns.push(taken.turn);
    return taken.turn.takerKey;
  };
  const steps = [{ leads: walk.taken ?? 0 }, ...(walk.steps ?? [])];
  for (const step of steps) {
    for (let lead = 0; lead < (step.leads ?? 0); lead += 1) {
      take(step.away ?? []);
    }
    if (step.giveBack === true) {
      ledger = giveTurnBack(ledger, turns.at(-1)!);
    }
  }
  return Array.from({ length: walk.next }, () => take(walk.away ?? []));
}
