import type { Move } from '../results/replay-result.ts';

/** Counts what goes from where to where; what stays is not counted. */
export class MoveCounter {
  readonly #counts = new Map<string, Move>();

  /** Whether it moves at all. Example: `counter.add('enterprise', 'nurture')` is `true`. */
  add(from: string, to: string): boolean {
    if (from === to) return false;
    const key = JSON.stringify([from, to]);
    const move = this.#counts.get(key) ?? { from, to, leads: 0 };
    move.leads += 1;
    this.#counts.set(key, move);
    return true;
  }

  /** The most frequent first. */
  moves(): Move[] {
    return [...this.#counts.values()].sort(
      (one, other) => other.leads - one.leads || compareTexts(one.from, other.from) || compareTexts(one.to, other.to),
    );
  }
}

/** By UTF-16 units, whatever the language of the machine. */
export function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
