import type { Design } from './design.ts';
import type { AdditiveFit } from './fit-additive.ts';

/**
 * Weights told from the average lead: within each attribute they add up to nothing over the leads of the training, and the base is
 * the average lead. A code that no lead had says nothing, so it is worth what the average lead is.
 */
export type CenteredFit = { base: number; attributes: Float64Array[]; counts: Int32Array[]; covariance: Float64Array };

export function centerWeights(design: Design, fit: AdditiveFit): CenteredFit {
  const { places } = fit;
  const covariance = Float64Array.from(fit.covariance);
  const counts = design.codes.map((codes, attribute) => countCodesOf(codes, design.codeCounts[attribute]!));
  let base = fit.weights[places.base]!;
  const attributes = counts.map((count, attribute) => {
    const start = places.attributeStarts[attribute]!;
    const own = fit.weights.subarray(start, start + count.length);
    const mean = averageBy(count, design.rowCount, (code) => own[code]!);
    base += mean;
    centerCovariance(covariance, places.count, start, count, design.rowCount);
    return own.map((weight, code) => (count[code] === 0 ? 0 : weight - mean));
  });
  return { base, attributes, counts, covariance };
}

function countCodesOf(codes: Uint8Array, codeCount: number): Int32Array {
  const counts = new Int32Array(codeCount);
  for (const code of codes) {
    counts[code]! += 1;
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
