import type { WeightPlaces } from './design.ts';

/** Which weights are one and the same: the parameter of each weight. Parameters are numbered without gaps. */
export type Ties = { parameterOf: Int32Array; count: number };

export function untied(places: WeightPlaces): Ties {
  return { parameterOf: Int32Array.from({ length: places.count }, (_, place) => place), count: places.count };
}

/** Makes one parameter of two. */
export function tie(ties: Ties, one: number, other: number): Ties {
  const kept = Math.min(ties.parameterOf[one]!, ties.parameterOf[other]!);
  const gone = Math.max(ties.parameterOf[one]!, ties.parameterOf[other]!);
  if (kept === gone) {
    return ties;
  }
  const parameterOf = ties.parameterOf.map((parameter) =>
    parameter === gone ? kept : parameter > gone ? parameter - 1 : parameter,
  );
  return { parameterOf, count: ties.count - 1 };
}

/** A vector by weight, added up by parameter. */
export function sumByParameter(ties: Ties, byWeight: Float64Array): Float64Array {
  const sums = new Float64Array(ties.count);
  byWeight.forEach((amount, place) => {
    sums[ties.parameterOf[place]!]! += amount;
  });
  return sums;
}

/** A square matrix by weight, added up by parameter; its lower triangle is enough. */
export function sumSquareByParameter(ties: Ties, byWeight: Float64Array, weightCount: number): Float64Array {
  if (ties.count === weightCount) {
    return byWeight;
  }
  const sums = new Float64Array(ties.count * ties.count);
  for (let row = 0; row < weightCount; row += 1) {
    const parameterRow = ties.parameterOf[row]!;
    for (let column = 0; column <= row; column += 1) {
      const amount = byWeight[row * weightCount + column]!;
      if (amount !== 0) {
        const parameterColumn = ties.parameterOf[column]!;
        const high = Math.max(parameterRow, parameterColumn);
        const low = Math.min(parameterRow, parameterColumn);
        // The other half of the matrix is not stored, so what falls on the diagonal from beside it counts for both.
        sums[high * ties.count + low]! += high === low && row !== column ? 2 * amount : amount;
      }
    }
  }
  return sums;
}
