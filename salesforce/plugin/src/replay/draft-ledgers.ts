import { ledgersOfRecord } from '../../../../core/src/author/run/read-record.ts';
import { giveTurnBack, type Decision } from '../../../../core/src/decide/index.ts';
import type { PreparedPolicy } from '../../../../core/src/decide/model/prepared-policy.ts';
import type { Turn, TurnLedger } from '../../../../core/src/decide/model/turn-ledger.ts';
import type { Captured } from './captured.ts';
import { OpenCounts } from './open-counts.ts';

type Returned = { readonly at: number; readonly ledgerName: string; readonly turn: Turn };

/**
 * The ledgers of a draft: they begin as the first record that asked a pool found them, and go on with the draft's own turns.
 * Turns that were given back are given back here, too.
 */
export class DraftLedgers {
  readonly #ledgers = new Map<string, TurnLedger>();
  readonly #opens = new OpenCounts();
  #returned: Returned[] = [];

  constructor(decisions: readonly Captured[]) {
    for (const { record, run } of decisions) {
      for (const ledger of ledgersOfRecord(record, run.context.prepared)) {
        const name = ledgerName(record.mode, ledger.poolKey);
        if (!this.#ledgers.has(name)) this.#ledgers.set(name, ledger);
      }
    }
  }

  /** The ledgers of the draft's pools as they stand before a decision. */
  before({ record, run }: Captured, draft: PreparedPolicy): TurnLedger[] {
    this.#giveBack(record.decidedAt);
    const name = (poolKey: string): string => ledgerName(record.mode, poolKey);
    this.#opens.read(name, record, run.context.prepared);
    return draft.pools.flatMap(({ pool, members }) => {
      const ledger = this.#ledgers.get(name(pool.poolKey));
      return ledger === undefined ? [] : [this.#withOpens(name(pool.poolKey), ledger, members)];
    });
  }

  /** Takes in the turns of a decision: the record's and the draft's. */
  after({ record, run, turnReturnedAt }: Captured, { assignment }: Decision): void {
    const recordedPool = run.context.prepared.pools[record.assignment.pool];
    if (record.assignment.consumedTurn && recordedPool !== undefined) {
      const name = ledgerName(record.mode, recordedPool.pool.poolKey);
      this.#opens.count('recorded', name, record.assignment.owner);
    }
    const ledger = assignment.ledgerAfter;
    if (ledger === null) return;
    const name = ledgerName(record.mode, ledger.poolKey);
    this.#ledgers.set(name, ledger);
    if (assignment.turn === null) return;
    this.#opens.count('drafted', name, assignment.turn.takerKey);
    if (turnReturnedAt !== null) this.#returned.push({ at: turnReturnedAt, ledgerName: name, turn: assignment.turn });
  }

  #giveBack(now: number): void {
    const due = this.#returned.filter(({ at }) => at <= now).sort(earliestFirst);
    if (due.length === 0) return;
    this.#returned = this.#returned.filter(({ at }) => at > now);
    for (const { ledgerName: name, turn } of due) {
      const ledger = this.#ledgers.get(name);
      if (ledger !== undefined) this.#ledgers.set(name, giveTurnBack(ledger, turn));
    }
  }

  /** A pool that gets a member has them in its ledger only after it was settled; their open work counts from the start. */
  #withOpens(name: string, ledger: TurnLedger, members: readonly { memberKey: string }[]): TurnLedger {
    const known = new Map(ledger.entries.map((entry) => [entry.memberKey, entry]));
    const fresh = { weight: 0, credit: 0, dayCount: 0, weekCount: 0 };
    const entries = members.map(({ memberKey }) => ({
      ...(known.get(memberKey) ?? { ...fresh, memberKey }),
      openCount: this.#opens.of(name, memberKey),
    }));
    return { ...ledger, entries };
  }
}

/** Turns of observe and suggest were never given out, so they are counted apart from those of live. */
function ledgerName(mode: Captured['record']['mode'], poolKey: string): string {
  return `${mode === 'live' ? 'live' : 'trial'}/${poolKey}`;
}

function earliestFirst(one: Returned, other: Returned): number {
  return one.at - other.at || one.turn.sequence - other.turn.sequence || (one.ledgerName < other.ledgerName ? -1 : 1);
}
