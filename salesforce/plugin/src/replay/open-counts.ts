import type { DecisionRecord } from '../../../../core/src/decide/model/decision-record.ts';
import type { PreparedPolicy } from '../../../../core/src/decide/model/prepared-policy.ts';

/** What is known of a member's open work: what a record said last, and the turns that were taken by then. */
type Known = { opens: number; takenByThen: number };

/**
 * How much open work each member has while a draft gives leads to others than the records did: what the record said last,
 * without the turns of the records so far and with those of the draft.
 */
export class OpenCounts {
  readonly #known = new Map<string, Known>();
  readonly #recorded = new Map<string, number>();
  readonly #drafted = new Map<string, number>();

  /** Takes in what a record says of its pools before its turn. */
  read(ledgerName: (poolKey: string) => string, record: DecisionRecord, prepared: PreparedPolicy): void {
    for (const one of record.assignment.tries) {
      const position = prepared.poolPositions.get(one.pool);
      if (one.sequence === null || position === undefined) continue;
      for (const [place, { memberKey }] of prepared.pools[position]!.members.entries()) {
        const key = `${ledgerName(one.pool)} ${memberKey}`;
        this.#known.set(key, { opens: one.opens[place] ?? 0, takenByThen: this.#recorded.get(key) ?? 0 });
      }
    }
  }

  /** A turn that the record, or the draft, gave to a member. */
  count(which: 'recorded' | 'drafted', ledgerName: string, memberKey: string): void {
    const counts = which === 'recorded' ? this.#recorded : this.#drafted;
    const key = `${ledgerName} ${memberKey}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }

  /** A member's open work as the draft finds it. */
  of(ledgerName: string, memberKey: string): number {
    const key = `${ledgerName} ${memberKey}`;
    const known = this.#known.get(key) ?? { opens: 0, takenByThen: 0 };
    return Math.max(0, known.opens - known.takenByThen + (this.#drafted.get(key) ?? 0));
  }
}
