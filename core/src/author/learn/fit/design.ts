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
    codes: design.codes.map((codes) => takeFrom(codes, new Uint8Array(places.length), places)),
    codeCounts: design.codeCounts,
    isOrdered: design.isOrdered,
    amounts: design.amounts.map((amounts) => takeFrom(amounts, new Float64Array(places.length), places)),
    labels: takeFrom(design.labels, new Uint8Array(places.length), places),
  };
}

/** A loop: making an array from a function costs ten times as much, and histories have a million rows. */
function takeFrom<Numbers extends Uint8Array | Float64Array>(from: Numbers, to: Numbers, places: Int32Array): Numbers {
  for (let place = 0; place < places.length; place += 1) {
    to[place] = from[places[place]!]!;
  }
  return to;
}

/** Whether a code is a bin that can be ordered, not "missing" or "other". */
export function isBin(code: number): boolean {
  return code !== missingCode && code !== otherCode;
}
