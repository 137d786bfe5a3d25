/** At so much coverage, the surest leads alone: how often deciding went wrong. Both are shares, 0 to 1. */
export type RiskAtCoverage = { coverage: number; risk: number };

const coverages = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3] as const;

/**
 * How often a decision was contradicted by what happened, when the least sure leads are given to a person: a won lead called low, or another
 * one called high. Where confidence means something, the risk falls with coverage.
 *
 * Source: El-Yaniv and Wiener 2010, selective classification.
 */
export function riskByCoverage(
  confidence: ArrayLike<number>,
  isHigh: Uint8Array,
  labels: Uint8Array,
): RiskAtCoverage[] {
  const order = Uint32Array.from({ length: labels.length }, (_, place) => place);
  order.sort((one, other) => confidence[other]! - confidence[one]! || one - other);
  return coverages.map((coverage) => {
    const covered = order.subarray(0, Math.round(order.length * coverage));
    const wrong = covered.reduce((count, place) => count + (isHigh[place] === labels[place] ? 0 : 1), 0);
    return { coverage, risk: covered.length === 0 ? 0 : wrong / covered.length };
  });
}
