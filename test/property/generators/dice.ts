import * as fc from 'fast-check';

/** Numbers that decide everything a generator draws. The same seed always draws the same. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
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

  /** Mulberry32: 32 bits that pass for chance. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

/** Seeds that fast-check draws and shrinks, so that a failure names the two or three numbers that bring it back. */
export const seed: fc.Arbitrary<number> = fc.nat(0xffffffff);
