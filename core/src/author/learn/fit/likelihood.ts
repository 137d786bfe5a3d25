import type { Design, WeightPlaces } from './design.ts';

/** Log-odds of each row. */
export function logOdds(design: Design, places: WeightPlaces, weights: Float64Array): Float64Array {
  const odds = new Float64Array(design.rowCount).fill(weights[places.base]!);
  design.codes.forEach((codes, attribute) => {
    const start = places.attributeStarts[attribute]!;
    const own = weights.subarray(start, start + design.codeCounts[attribute]!);
    for (let row = 0; row < codes.length; row += 1) {
      odds[row]! += own[codes[row]!]!;
    }
  });
  design.amounts.forEach((amounts, signal) => {
    const weight = weights[places.signalStart + signal]!;
    if (weight !== 0) {
      for (let row = 0; row < amounts.length; row += 1) {
        odds[row]! += weight * amounts[row]!;
      }
    }
  });
  return odds;
}

/** The chance of log-odds. chanceOf(0) → 0.5. */
export function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The log-odds of a chance. logOddsOf(0.5) → 0. */
export function logOddsOf(chance: number): number {
  return Math.log(chance / (1 - chance));
}

/** Slope and curvature of the likelihood at some weights. The curvature's lower triangle is filled, row by row. */
export type Curvature = { logLikelihood: number; slope: Float64Array; curvature: Float64Array };

/**
 * Adds up what one step of Newton's method needs. Attributes are taken in pairs, so that each small block of the large matrix is
 * filled while it is near the processor.
 */
export function curve(design: Design, places: WeightPlaces, weights: Float64Array): Curvature {
  const { rowCount, codes, amounts, labels } = design;
  const odds = logOdds(design, places, weights);
  const residuals = new Float64Array(rowCount);
  const spreads = odds;
  let logLikelihood = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const value = odds[row]!;
    const size = Math.exp(-Math.abs(value));
    const chance = value >= 0 ? 1 / (1 + size) : size / (1 + size);
    const label = labels[row]!;
    logLikelihood += (label === 1 ? Math.min(value, 0) : -Math.max(value, 0)) - Math.log1p(size);
    residuals[row] = label - chance;
    spreads[row] = chance * (1 - chance);
  }
  const slope = new Float64Array(places.count);
  const curvature = new Float64Array(places.count * places.count);
  const at = (row: number, column: number): number => row * places.count + column;
  const baseRow = places.base * places.count;
  for (let row = 0; row < rowCount; row += 1) {
    slope[places.base]! += residuals[row]!;
    curvature[baseRow + places.base]! += spreads[row]!;
  }
  codes.forEach((own, attribute) => {
    const start = places.attributeStarts[attribute]!;
    const size = design.codeCounts[attribute]!;
    const ownSlope = new Float64Array(size);
    const ownSpread = new Float64Array(size);
    for (let row = 0; row < rowCount; row += 1) {
      const code = own[row]!;
      ownSlope[code]! += residuals[row]!;
      ownSpread[code]! += spreads[row]!;
    }
    for (let code = 0; code < size; code += 1) {
      slope[start + code] = ownSlope[code]!;
      curvature[at(start + code, start + code)] = ownSpread[code]!;
      curvature[baseRow + start + code] = ownSpread[code]!;
    }
    for (let other = 0; other < attribute; other += 1) {
      addPairs(
        curvature,
        at(start, places.attributeStarts[other]!),
        places.count,
        size,
        design.codeCounts[other]!,
        own,
        codes[other]!,
        spreads,
      );
    }
  });
  amounts.forEach((own, signal) => {
    const place = places.signalStart + signal;
    const spreadAmounts = new Float64Array(rowCount);
    for (let row = 0; row < rowCount; row += 1) {
      spreadAmounts[row] = spreads[row]! * own[row]!;
      slope[place]! += residuals[row]! * own[row]!;
      curvature[baseRow + place]! += spreadAmounts[row]!;
    }
    codes.forEach((other, attribute) => {
      const start = at(place, places.attributeStarts[attribute]!);
      for (let row = 0; row < rowCount; row += 1) {
        curvature[start + other[row]!]! += spreadAmounts[row]!;
      }
    });
    for (let other = 0; other <= signal; other += 1) {
      const others = amounts[other]!;
      let sum = 0;
      for (let row = 0; row < rowCount; row += 1) {
        sum += spreadAmounts[row]! * others[row]!;
      }
      curvature[at(place, places.signalStart + other)] = sum;
    }
  });
  return { logLikelihood, slope, curvature };
}

function addPairs(
  curvature: Float64Array,
  start: number,
  stride: number,
  rows: number,
  columns: number,
  own: Uint8Array,
  other: Uint8Array,
  spreads: Float64Array,
): void {
  const block = new Float64Array(rows * columns);
  for (let row = 0; row < own.length; row += 1) {
    block[own[row]! * columns + other[row]!]! += spreads[row]!;
  }
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      curvature[start + row * stride + column] = block[row * columns + column]!;
    }
  }
}
