import { giveTurnBack } from '../../../core/src/decide/index.ts';
import type { Turn, TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import type { Queryable } from '../database/database.ts';

/** The ledgers of some pools, which nobody else can touch until the transaction ends. */
export class LockedLedgers {
  readonly #transaction: Queryable;
  readonly #portalId: number;
  readonly #ledgers: Map<string, TurnLedger | null>;
  readonly #changed = new Set<string>();
  readonly #turns: {
    name: string;
    turn: Turn;
    sequence: number;
    isReturned: boolean;
    decisionId: string;
    at: number;
  }[] = [];

  private constructor(transaction: Queryable, portalId: number, ledgers: Map<string, TurnLedger | null>) {
    this.#transaction = transaction;
    this.#portalId = portalId;
    this.#ledgers = ledgers;
  }

  /** Locks in the order of the names, so that two who need the same pools never wait for each other in a ring. */
  static async lock(transaction: Queryable, portalId: number, names: Iterable<string>): Promise<LockedLedgers> {
    const ordered = [...new Set(names)].sort();
    if (ordered.length === 0) {
      return new LockedLedgers(transaction, portalId, new Map());
    }
    await transaction.query(
      `insert into ledger (portal_id, ledger_name, sequence)
       select $1, name, 0 from unnest($2::text[]) as wanted (name) order by name on conflict do nothing`,
      [portalId, ordered],
    );
    const rows = await transaction.query<{ ledger_name: string; ledger: TurnLedger | null }>(
      `select ledger_name, ledger from ledger where portal_id = $1 and ledger_name = any($2::text[])
       order by ledger_name for update`,
      [portalId, ordered],
    );
    return new LockedLedgers(transaction, portalId, new Map(rows.map((row) => [row.ledger_name, row.ledger])));
  }

  /** Those of these names in which a turn was ever taken. */
  known(names: readonly string[]): TurnLedger[] {
    return names.map((name) => this.#ledgers.get(name) ?? null).filter((ledger) => ledger !== null);
  }

  /** Notes a turn that was taken, in memory: the next lead of the batch finds it taken. */
  take(name: string, ledgerAfter: TurnLedger, turn: Turn, decisionId: string): void {
    this.#ledgers.set(name, ledgerAfter);
    this.#changed.add(name);
    this.#turns.push({
      name,
      turn,
      sequence: ledgerAfter.sequence,
      isReturned: false,
      decisionId,
      at: turn.takenAt,
    });
  }

  /** The exact reverse of a turn, whatever turns came since. */
  giveBack(name: string, turn: Turn, decisionId: string, now: number): void {
    const ledger = this.#ledgers.get(name) ?? null;
    if (ledger === null) {
      return;
    }
    const after = giveTurnBack(ledger, turn);
    this.#ledgers.set(name, after);
    this.#changed.add(name);
    this.#turns.push({ name, turn, sequence: after.sequence, isReturned: true, decisionId, at: now });
  }

  /** Replaces a ledger's counts of open work. */
  recount(name: string, openOf: (memberKey: string) => number): void {
    const ledger = this.#ledgers.get(name) ?? null;
    if (ledger === null) {
      return;
    }
    const entries = ledger.entries.map((entry) => ({ ...entry, openCount: openOf(entry.memberKey) }));
    if (entries.some((entry, place) => entry.openCount !== ledger.entries[place]!.openCount)) {
      this.#ledgers.set(name, { ...ledger, entries });
      this.#changed.add(name);
    }
  }

  /** Writes what changed. A turn whose number is taken already is refused by the database: it can never count twice. */
  async save(): Promise<void> {
    for (const name of [...this.#changed].sort()) {
      const ledger = this.#ledgers.get(name)!;
      await this.#transaction.query(
        'update ledger set ledger = $3, sequence = $4 where portal_id = $1 and ledger_name = $2',
        [this.#portalId, name, JSON.stringify(ledger), ledger.sequence],
      );
    }
    if (this.#turns.length === 0) {
      return;
    }
    await this.#transaction.query(
      `insert into turn (portal_id, ledger_name, sequence, decision_id, taker_key, is_returned, taken_at)
       select $1, * from unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::boolean[], $7::bigint[])`,
      [
        this.#portalId,
        this.#turns.map((each) => each.name),
        this.#turns.map((each) => each.sequence),
        this.#turns.map((each) => each.decisionId),
        this.#turns.map((each) => each.turn.takerKey),
        this.#turns.map((each) => each.isReturned),
        this.#turns.map((each) => each.at),
      ],
    );
  }
}
