import { missingCode, otherCode } from '../bins/attribute-bins.ts';

/** A measured amount by row, such as faded page views: it counts in proportion. */
export type Amounts = Float64Array;

/**
 * What a model is fitted on: for each attribute a code by row, for each signal an amount by row, and whether it was won.
 */
export type Design = {
  rowCount: number;
  codes: readonly Uint8Array[];
  codeCounts: readonly number[];
  /** Which attributes are ranges of numbers, whose neighbours resemble each other. */
  isOrdered: readonly boolean[];
  amounts: readonly Amounts[];
  labels: Uint8Array;
};

/** Where the first weight of each attribute stands among all weights; then the signals, then the base. */
export type WeightPlaces = { attributeStarts: number[]; signalStart: number; base: number; count: number };

export function placeWeights(design: Pick<Design, 'codeCounts' | 'amounts'>): WeightPlaces {
  const attributeStarts: number[] = [];
  let count = 0;
  for (const codeCount of design.codeCounts) {
    attributeStarts.push(count);
    count += codeCount;
  }
  return {
    attributeStarts,
    signalStart: count,
    base: count + design.amounts.length,
    count: count + design.amounts.length + 1,
  };
}

/** The same design for some of its rows. */
export function takeRows(design: Design, places: Int32Array): Design {
  return {
    rowCount: places.length,
    codes: design.codes.map((codes) => Uint8Array.from(places, (place) => codes[place]!)),
    codeCounts: design.codeCounts,
    isOrdered: design.isOrdered,
    amounts: design.amounts.map((amounts) => Float64Array.from(places, (place) => amounts[place]!)),
    labels: Uint8Array.from(places, (place) => design.labels[place]!),
  };
}

/** Whether a code is a bin that can be ordered, not "missing" or "other". */
export function isBin(code: number): boolean {
  return code !== missingCode && code !== otherCode;
}
