/** Neighbouring leads with one share of wins. `sum` adds up their points. */
export type Block = { count: number; wins: number; sum: number };

/**
 * The rising step function of points that fits outcomes best, as blocks from the fewest points up.
 *
 * @param leastRows leads are first put together until so many are in a block; leads with the same points are never parted
 *
 * Points 1, 2, 3 with outcomes 1, 0, 1, leastRows 1 → a block of the first two with one win, a block of the third.
 * Source: Ayer et al. 1955, pool adjacent violators.
 */
export function poolViolators(points: ArrayLike<number>, labels: Uint8Array, leastRows: number): Block[] {
  const order = Uint32Array.from({ length: labels.length }, (_, place) => place);
  order.sort((one, other) => points[one]! - points[other]! || one - other);
  const blocks: Block[] = [];
  for (let place = 0; place < order.length;) {
    const block: Block = { count: 0, wins: 0, sum: 0 };
    while (place < order.length && (block.count < leastRows || points[order[place]!] === points[order[place - 1]!])) {
      block.count += 1;
      block.wins += labels[order[place]!]!;
      block.sum += points[order[place]!]!;
      place += 1;
    }
    blocks.push(block);
    mergeDown(blocks);
  }
  const last = blocks.at(-1);
  if (last !== undefined && last.count < leastRows && blocks.length > 1) {
    blocks.pop();
    mergeInto(blocks.at(-1)!, last);
    mergeDown(blocks);
  }
  return blocks;
}

function mergeDown(blocks: Block[]): void {
  while (blocks.length > 1) {
    const last = blocks.at(-1)!;
    const before = blocks.at(-2)!;
    if (last.wins * before.count > before.wins * last.count) {
      return;
    }
    blocks.pop();
    mergeInto(before, last);
  }
}

function mergeInto(block: Block, other: Block): void {
  block.count += other.count;
  block.wins += other.wins;
  block.sum += other.sum;
}
