/**
 * A seeded stream of numbers (mulberry32, integer arithmetic only), so that every machine draws the same sample.
 * Each lead gets a stream of its own: editing one kind never reshuffles the others.
 */
export class RandomStream {
  private state: number;

  constructor(name: string) {
    let hash = 2166136261;
    for (const character of `northlight-2026/${name}`) {
      hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619);
    }
    this.state = hash >>> 0;
  }

  /** An integer from 0 up to, not including, 2^32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let value = this.state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return (value ^ (value >>> 14)) >>> 0;
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + (this.next() % (high - low + 1));
  }

  /** True in `percent` of a hundred draws. */
  chance(percent: number): boolean {
    return this.next() % 10000 < percent * 100;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.next() % items.length]!;
  }

  /** Picks by whole-number weights. */
  weighted<Item>(choices: readonly (readonly [item: Item, weight: number])[]): Item {
    const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.next() % total;
    for (const [item, weight] of choices) {
      if (left < weight) return item;
      left -= weight;
    }
    return choices[choices.length - 1]![0];
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const result = [...items];
    for (let index = result.length - 1; index > 0; index -= 1) {
      const other = this.next() % (index + 1);
      [result[index], result[other]] = [result[other]!, result[index]!];
    }
    return result;
  }

  /** Reads a value off a table of evenly spaced quantiles; a table needs no logarithm, so no rounding differs anywhere. */
  quantile(table: readonly number[]): number {
    const position = this.next() % ((table.length - 1) * 1000);
    const index = Math.floor(position / 1000);
    const low = table[index]!;
    const high = table[index + 1]!;
    return low + Math.floor(((high - low) * (position % 1000)) / 1000);
  }
}
