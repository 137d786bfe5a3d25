import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import type { Entry } from '../log/entry.ts';
import type { EntryLog } from '../log/entry-log.ts';
import { hintKey, turnKeyOf } from '../log/keys.ts';
import { findNewest } from './find-newest.ts';
import { readTurn } from './turn-text.ts';

/** How a pool's turns stand: the last number that was taken, and the ledger after it. */
export type PoolStanding = { readonly sequence: number; readonly ledger: TurnLedger | null };

/** So many turns may lie between a hint and the newest one, before it is written anew. */
export const turnsBetweenHints = 20;

/**
 * The turns of some pools as the portal holds them: a chain of entries, each with the ledger after it, whose numbers follow each
 * other without a gap. Whoever takes the next number has to have read the one before, and only one can take it, so that no turn
 * is ever computed from an old ledger and counted all the same.
 *
 * What is remembered here is good for one invocation. It may be old, which is found out when its next number turns out to be taken.
 */
export class TurnBook {
  readonly #log: EntryLog;
  readonly #standings = new Map<string, PoolStanding>();
  readonly #hints = new Map<string, { readonly id: string; readonly sequence: number } | null>();

  constructor(log: EntryLog) {
    this.#log = log;
  }

  /** The ledgers of these pools in which a turn was ever taken, after reading the chains of those that were not read before. */
  async ledgers(names: readonly string[]): Promise<TurnLedger[]> {
    const unread = [...new Set(names)].filter((name) => !this.#standings.has(name));
    if (unread.length > 0) {
      await this.#readHints(unread);
      await this.catchUp(unread);
    }
    return names.flatMap((name) => this.#standings.get(name)?.ledger ?? []);
  }

  /** Reads on from where these chains were read to. */
  async catchUp(names: readonly string[]): Promise<void> {
    const from = new Map(
      [...new Set(names)].map((name) => [
        name,
        this.#standings.get(name)?.sequence ?? this.#hints.get(name)?.sequence ?? 0,
      ]),
    );
    const missing = await this.#readOn(from);
    // A hint that points nowhere was changed by hand: the chain is read from its beginning.
    const misled = missing.filter((name) => from.get(name) !== 0);
    const empty = await this.#readOn(new Map(misled.map((name) => [name, 0])));
    for (const name of [...missing.filter((name) => from.get(name) === 0), ...empty]) {
      this.#standings.set(name, { sequence: 0, ledger: null });
    }
  }

  /** @returns the chains in which nothing was found */
  async #readOn(from: ReadonlyMap<string, number>): Promise<string[]> {
    const newest = await findNewest(from, (asked) => this.#readTurns(asked));
    for (const [name, { sequence, entry }] of newest) {
      const { ledger } = readTurn(entry.texts.ledger ?? '', entry.key);
      this.#standings.set(name, { sequence, ledger });
    }
    return [...from.keys()].filter((name) => !newest.has(name));
  }

  /** A turn was taken or given back by us; the next one of this invocation finds it so. */
  advance(name: string, ledger: TurnLedger): void {
    this.#standings.set(name, { sequence: ledger.sequence, ledger });
  }

  /** Notes where the chains have come to, if that is far enough from the last note. It is only a hint: whoever finds an old one reads on. */
  async noteHints(at: number): Promise<void> {
    const far = [...this.#standings].filter(
      ([name, { sequence }]) => sequence - (this.#hints.get(name)?.sequence ?? 0) >= turnsBetweenHints,
    );
    await this.#log.change(
      far.flatMap(([name, { sequence }]) => {
        const hint = this.#hints.get(name) ?? null;
        return hint === null ? [] : [{ id: hint.id, change: { state: String(sequence), at } }];
      }),
    );
    await this.#log.createAll(
      far
        .filter(([name]) => (this.#hints.get(name) ?? null) === null)
        .map(([name, { sequence }]) => ({
          key: hintKey(name),
          turnKey: null,
          kind: 'hint' as const,
          state: String(sequence),
          contactId: null,
          at,
          columns: {},
          texts: {},
        })),
    );
  }

  async #readHints(names: readonly string[]): Promise<void> {
    const found = await this.#log.findByKeys(names.map(hintKey));
    for (const name of names) {
      const hint = found.get(hintKey(name));
      const sequence = Number(hint?.state ?? '');
      // Somebody may have typed something else there.
      this.#hints.set(
        name,
        hint === undefined
          ? null
          : { id: hint.id, sequence: Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0 },
      );
    }
  }

  async #readTurns(
    asked: readonly { readonly name: string; readonly sequence: number }[],
  ): Promise<{ readonly name: string; readonly sequence: number; readonly entry: Entry }[]> {
    const found = await this.#log.findByTurns(
      asked.map(({ name, sequence }) => turnKeyOf(name, sequence)),
      ['ledger'],
    );
    return asked.flatMap((one) => {
      const entry = found.get(turnKeyOf(one.name, one.sequence));
      return entry === undefined ? [] : [{ ...one, entry }];
    });
  }
}
