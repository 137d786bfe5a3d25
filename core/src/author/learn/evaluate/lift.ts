import { shareTies } from './measures.ts';

/** How often leads of one tier were won. `share` is of all leads; `low` and `high` hold the won share with 95 % confidence. */
export type Tier = {
  name: 'top' | 'middle' | 'bottom';
  count: number;
  wonCount: number;
  wonShare: number;
  low: number;
  high: number;
};

const topShare = 0.2;
const bottomShare = 0.4;

/**
 * Won shares of the best fifth, the two fifths below it and the last two fifths, by points. Leads with the same points are
 * alike to the card, so where a cut parts them each side gets its share of their wins.
 */
export function liftByTier(scores: ArrayLike<number>, labels: Uint8Array): Tier[] {
  const order = Uint32Array.from({ length: labels.length }, (_, place) => place);
  order.sort((one, other) => scores[other]! - scores[one]! || one - other);
  const shares = shareTies(order, scores, labels);
  const topEnd = Math.round(order.length * topShare);
  const bottomStart = Math.round(order.length * (1 - bottomShare));
  const tier = (name: Tier['name'], from: number, until: number): Tier => {
    let wonCount = 0;
    for (let place = from; place < until; place += 1) {
      wonCount += shares[place]!;
    }
    wonCount = Math.round(wonCount);
    const count = until - from;
    return { name, count, wonCount, wonShare: count === 0 ? 0 : wonCount / count, ...interval(wonCount, count) };
  };
  return [tier('top', 0, topEnd), tier('middle', topEnd, bottomStart), tier('bottom', bottomStart, order.length)];
}

/** Whether the top tier clearly beats the middle one: their intervals do not touch. */
export function isTopClearlyAhead(tiers: readonly Tier[]): boolean {
  return tiers[0]!.low > tiers[1]!.high;
}

const normal95 = 1.959_964;

/** Where a share lies with 95 % confidence. Source: Wilson 1927. */
export function interval(wonCount: number, count: number): { low: number; high: number } {
  if (count === 0) {
    return { low: 0, high: 1 };
  }
  const share = wonCount / count;
  const square = normal95 * normal95;
  const middle = (share + square / (2 * count)) / (1 + square / count);
  const half =
    (normal95 * Math.sqrt((share * (1 - share)) / count + square / (4 * count * count))) / (1 + square / count);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
