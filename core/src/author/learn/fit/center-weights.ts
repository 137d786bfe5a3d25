import type { Design } from './design.ts';
import type { AdditiveFit } from './fit-additive.ts';
import { logOdds } from './likelihood.ts';

/** Where decisions turn: leads from the best tenth down to the best third. */
const nearCut = { from: 0.67, until: 0.9 } as const;

/**
 * Weights told from the average lead: within each attribute they add up to nothing over the leads of the training, and the base is
 * the average lead. A code that no lead had says nothing, so it is worth what the average lead is.
 *
 * The covariance is told from the leads near the cut instead: in another training the cut would move together with them, and only what
 * moves against it can change a decision.
 */
export type CenteredFit = { base: number; attributes: Float64Array[]; counts: Int32Array[]; covariance: Float64Array };

export function centerWeights(design: Design, fit: AdditiveFit): CenteredFit {
  const { places } = fit;
  const covariance = Float64Array.from(fit.covariance);
  const counts = design.codes.map((codes, attribute) => countCodesOf(codes, design.codeCounts[attribute]!));
  const near = findNear(design, fit);
  const nearCounts = design.codes.map((codes, attribute) =>
    countCodesOf(
      near.map((row) => codes[row]!),
      design.codeCounts[attribute]!,
    ),
  );
  let base = fit.weights[places.base]!;
  const attributes = counts.map((count, attribute) => {
    const start = places.attributeStarts[attribute]!;
    const own = fit.weights.subarray(start, start + count.length);
    const mean = averageBy(count, design.rowCount, (code) => own[code]!);
    base += mean;
    centerCovariance(covariance, places.count, start, nearCounts[attribute]!, near.length);
    return own.map((weight, code) => (count[code] === 0 ? 0 : weight - mean));
  });
  return { base, attributes, counts, covariance };
}

function findNear(design: Design, { places, weights }: AdditiveFit): Int32Array {
  const odds = logOdds(design, places, weights);
  const sorted = Float64Array.from(odds).sort();
  const low = sorted[Math.floor(nearCut.from * (sorted.length - 1))]!;
  const high = sorted[Math.floor(nearCut.until * (sorted.length - 1))]!;
  const near = new Int32Array(odds.length);
  let count = 0;
  for (let row = 0; row < odds.length; row += 1) {
    near[count] = row;
    count += odds[row]! >= low && odds[row]! <= high ? 1 : 0;
  }
  return near.subarray(0, count);
}

function countCodesOf(codes: ArrayLike<number>, codeCount: number): Int32Array {
  const counts = new Int32Array(codeCount);
  for (let row = 0; row < codes.length; row += 1) {
    counts[codes[row]!]! += 1;
  }
  return counts;
}

function averageBy(counts: Int32Array, all: number, amountOf: (code: number) => number): number {
  let sum = 0;
  counts.forEach((count, code) => {
    sum += count * amountOf(code);
  });
  return all === 0 ? 0 : sum / all;
}

/** Takes the average over an attribute's codes out of its rows and columns. */
function centerCovariance(
  covariance: Float64Array,
  size: number,
  start: number,
  counts: Int32Array,
  all: number,
): void {
  for (let other = 0; other < size; other += 1) {
    const mean = averageBy(counts, all, (code) => covariance[(start + code) * size + other]!);
    for (let code = 0; code < counts.length; code += 1) {
      covariance[(start + code) * size + other]! -= mean;
    }
  }
  for (let other = 0; other < size; other += 1) {
    const mean = averageBy(counts, all, (code) => covariance[other * size + start + code]!);
    for (let code = 0; code < counts.length; code += 1) {
      covariance[other * size + start + code]! -= mean;
    }
  }
}
