import * as fc from 'fast-check';

/**
 * Numbers that decide everything a generator draws. Zero is always the plainest choice, and dice that are used up only
 * throw zeros, so that a failing example shrinks to something that a person can read.
 */
export class Dice {
  readonly #next: () => number;

  constructor(next: () => number) {
    this.#next = next;
  }

  /** 0 up to but not including `sides`. */
  roll(sides: number): number {
    return this.#next() % sides;
  }

  between(low: number, high: number): number {
    return low + this.roll(high - low + 1);
  }

  /** True in so many of a hundred. */
  chance(percent: number): boolean {
    return this.roll(100) >= 100 - percent;
  }

  pick<Entry>(entries: readonly Entry[]): Entry {
    return entries[this.roll(entries.length)]!;
  }

  orNull<Entry>(percentNull: number, draw: () => Entry): Entry | null {
    return this.chance(100 - percentNull) ? draw() : null;
  }

  several<Entry>(most: number, draw: (place: number) => Entry): Entry[] {
    return Array.from({ length: this.roll(most + 1) }, (_, place) => draw(place));
  }

  shuffle<Entry>(entries: readonly Entry[]): Entry[] {
    const shuffled = [...entries];
    for (let place = shuffled.length - 1; place > 0; place -= 1) {
      const other = this.between(0, place);
      [shuffled[place], shuffled[other]] = [shuffled[other]!, shuffled[place]!];
    }
    return shuffled;
  }
}

/** The numbers behind dice; fast-check shrinks these. */
export function throws(count: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 0, max: 0x3fffffff }), { minLength: count, maxLength: count });
}

export function diceOf(numbers: readonly number[]): Dice {
  let place = 0;
  return new Dice(() => numbers[place++] ?? 0);
}

/** Dice of a plain seed, for runs that are long and never shrunk. */
export function seededDice(seed: number): Dice {
  let state = seed;
  return new Dice(() => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  });
}
