/** At so much coverage, the surest leads alone: how often deciding went wrong. Both are shares, 0 to 1. */
export type RiskAtCoverage = { coverage: number; risk: number };

const coverages = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3] as const;

/**
 * How often a decision is wrong when the least sure leads are given to a person: won leads called low and other leads called high, both
 * kinds weighing the same, so that rare wins are not drowned.
 */
export function riskByCoverage(
  confidence: ArrayLike<number>,
  isHigh: Uint8Array,
  labels: Uint8Array,
): RiskAtCoverage[] {
  const order = Uint32Array.from({ length: labels.length }, (_, place) => place);
  order.sort((one, other) => confidence[other]! - confidence[one]! || one - other);
  return coverages.map((coverage) => {
    const count = [0, 0];
    const wrong = [0, 0];
    for (const place of order.subarray(0, Math.round(order.length * coverage))) {
      const label = labels[place]!;
      count[label]! += 1;
      wrong[label]! += isHigh[place] === label ? 0 : 1;
    }
    return { coverage, risk: (share(wrong[0]!, count[0]!) + share(wrong[1]!, count[1]!)) / 2 };
  });
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
