import type { Design } from './design.ts';

const wantedWins = 5_000;
const leastHolding = 1;
const mostHolding = 40;

/**
 * How strongly weights are held to what was believed before: the fewer wins speak, the harder. 250 wins hold like 20, from 5,000 wins on
 * the leads speak nearly freely. Where the figures come from: docs/decisions/0034-how-points-are-learned.md.
 *
 * holdingFor(500) → 10
 */
export function holdingFor(wonCount: number): number {
  return Math.min(mostHolding, Math.max(leastHolding, wantedWins / Math.max(1, wonCount)));
}

/** The same strength for every attribute and signal. */
export function holdAll(design: Pick<Design, 'codeCounts' | 'amounts'>, strength: number): number[] {
  return [...design.codeCounts, ...design.amounts].map(() => strength);
}
