import { firstBinCode } from '../bins/attribute-bins.ts';
import { placeWeights, type Design, type WeightPlaces } from './design.ts';
import { curve, type Curvature } from './likelihood.ts';
import { factor, invertFactored, solveFactored } from './solve.ts';
import { sumByParameter, sumSquareByParameter, tie, untied, type Ties } from './tied-weights.ts';

/** Which way a number may work. `any` leaves it to the data. */
export type Direction = 'any' | 'up' | 'down';

export type FitSettings = {
  /** How strongly the weights of each attribute, and then of each signal, are held to their prior. 4 weighs like sixteen leads. */
  holding: readonly number[];
  /** How strongly neighbouring ranges of a number are held together. */
  smoothing: number;
  /** What is believed before seeing any lead, by weight; null believes nothing. */
  prior: Float64Array | null;
  /** By attribute. */
  directions: readonly Direction[];
  /** Where to begin: the weights of an earlier fit of the same form. */
  start: Float64Array | null;
};

/** Weights in log-odds, with the covariance of their estimates. */
export type AdditiveFit = {
  places: WeightPlaces;
  weights: Float64Array;
  /** places.count squared, row by row. */
  covariance: Float64Array;
  logLikelihood: number;
  steps: number;
};

const mostSteps = 40;
const enough = 1e-7;
const mostHalvings = 20;

/**
 * Fits the log-odds of winning as a sum: one weight for the bin of each attribute, one for each unit of a signal, and a base.
 *
 * Newton's method on the whole likelihood, each weight held to its prior. Where a number may only work one way, ranges that
 * go the other way are put together and the rest is fitted again, until none is left. The same input gives the same bits.
 */
export function fitAdditive(design: Design, settings: FitSettings): AdditiveFit {
  const { ties, summit } = climbInOrder(design, settings);
  const { places, weights, triangle, logLikelihood, steps } = summit;
  const covariance = samplingCovariance(triangle, ties, settings.holding, design);
  return { places, weights, covariance: spreadOut(covariance, ties, places.count), logLikelihood, steps };
}

/** The weights alone, for a fit that only begins another: their covariance costs as much as a step. */
export function fitWeights(design: Design, settings: FitSettings): Float64Array {
  return climbInOrder(design, settings).summit.weights;
}

/** Where a climb ended: the weights, and the factored curvature there. */
type Summit = {
  places: WeightPlaces;
  weights: Float64Array;
  triangle: Float64Array;
  logLikelihood: number;
  steps: number;
};

function climbInOrder(design: Design, settings: FitSettings): { ties: Ties; summit: Summit } {
  const places = placeWeights(design);
  let ties = untied(places);
  let start = settings.start ?? firstGuess(design, places, settings);
  for (;;) {
    const summit = climb(design, places, ties, settings, start);
    const next = tieViolators(design, places, ties, settings.directions, summit.weights);
    if (next === ties) {
      return { ties, summit };
    }
    ties = next;
    start = averageTied(summit.weights, ties);
  }
}

function firstGuess(design: Design, places: WeightPlaces, settings: FitSettings): Float64Array {
  const weights = Float64Array.from(settings.prior ?? new Float64Array(places.count));
  let wins = 0.5;
  for (const label of design.labels) {
    wins += label;
  }
  weights[places.base] = Math.log(wins / (design.rowCount + 1 - wins));
  return weights;
}

function climb(design: Design, places: WeightPlaces, ties: Ties, settings: FitSettings, start: Float64Array): Summit {
  let weights = start;
  let here = penalised(design, places, settings, weights);
  for (let step = 0; ; step += 1) {
    const slope = sumByParameter(ties, here.slope);
    const matrix = sumSquareByParameter(ties, here.curvature, places.count);
    for (let parameter = 0; parameter < ties.count; parameter += 1) {
      matrix[parameter * ties.count + parameter]! += 1e-9 * (1 + matrix[parameter * ties.count + parameter]!);
    }
    if (!factor(matrix, ties.count)) {
      throw new Error('The curvature of a held likelihood is always positive.');
    }
    const move = solveFactored(matrix, ties.count, slope);
    const gain = move.reduce((sum, amount, parameter) => sum + amount * slope[parameter]!, 0) / 2;
    const isThere = gain < enough * (1 + Math.abs(here.logLikelihood)) * 1e-2 || step === mostSteps;
    if (!isThere) {
      const next = takeStep(design, places, settings, ties, weights, move, here.logLikelihood);
      if (next !== null) {
        weights = next.weights;
        here = next.curvature;
        continue;
      }
    }
    return { places, weights, triangle: matrix, logLikelihood: here.logLikelihood, steps: step };
  }
}

/** The longest of the halved steps that makes the likelihood no smaller; null when none does. */
function takeStep(
  design: Design,
  places: WeightPlaces,
  settings: FitSettings,
  ties: Ties,
  weights: Float64Array,
  move: Float64Array,
  least: number,
): { weights: Float64Array; curvature: Curvature } | null {
  for (let halving = 0, share = 1; halving < mostHalvings; halving += 1, share /= 2) {
    const next = weights.map((weight, place) => weight + share * move[ties.parameterOf[place]!]!);
    const curvature = penalised(design, places, settings, next);
    if (curvature.logLikelihood >= least) {
      return { weights: next, curvature };
    }
  }
  return null;
}

/** The likelihood with its holding to the prior and between neighbours. */
function penalised(design: Design, places: WeightPlaces, settings: FitSettings, weights: Float64Array): Curvature {
  const curvature = curve(design, places, weights);
  let place = 0;
  settings.holding.forEach((holding, group) => {
    const end = place + (design.codeCounts[group] ?? 1);
    for (; place < end; place += 1) {
      const away = weights[place]! - (settings.prior?.[place] ?? 0);
      curvature.logLikelihood -= (holding * away * away) / 2;
      curvature.slope[place]! -= holding * away;
      curvature.curvature[place * places.count + place]! += holding;
    }
  });
  if (settings.smoothing > 0) {
    design.isOrdered.forEach((isOrdered, attribute) => {
      const first = places.attributeStarts[attribute]! + firstBinCode;
      const end = places.attributeStarts[attribute]! + design.codeCounts[attribute]!;
      for (let place = first; isOrdered && place + 1 < end; place += 1) {
        holdTogether(curvature, places, settings, weights, place);
      }
    });
  }
  return curvature;
}

function holdTogether(
  curvature: Curvature,
  places: WeightPlaces,
  { smoothing, prior }: FitSettings,
  weights: Float64Array,
  place: number,
): void {
  const believed = prior === null ? 0 : prior[place + 1]! - prior[place]!;
  const apart = weights[place + 1]! - weights[place]! - believed;
  const size = places.count;
  curvature.logLikelihood -= (smoothing * apart * apart) / 2;
  curvature.slope[place]! += smoothing * apart;
  curvature.slope[place + 1]! -= smoothing * apart;
  curvature.curvature[place * size + place]! += smoothing;
  curvature.curvature[(place + 1) * size + place + 1]! += smoothing;
  curvature.curvature[(place + 1) * size + place]! -= smoothing;
}

/** Puts neighbours together that go the wrong way; the same ties again when none does. */
function tieViolators(
  design: Design,
  places: WeightPlaces,
  ties: Ties,
  directions: readonly Direction[],
  weights: Float64Array,
): Ties {
  let next = ties;
  directions.forEach((direction, attribute) => {
    if (direction === 'any' || !design.isOrdered[attribute]!) {
      return;
    }
    const sign = direction === 'up' ? 1 : -1;
    const end = places.attributeStarts[attribute]! + design.codeCounts[attribute]!;
    for (let place = places.attributeStarts[attribute]! + firstBinCode; place + 1 < end; place += 1) {
      const isTied = ties.parameterOf[place] === ties.parameterOf[place + 1];
      if (!isTied && sign * (weights[place + 1]! - weights[place]!) < 0) {
        next = tie(next, place, place + 1);
      }
    }
  });
  return next;
}

/**
 * How much weights would vary from one set of leads to the next. What a weight is held by does not vary, so the inverse curvature alone
 * would say too much. Source: White 1982, the sandwich estimator.
 */
function samplingCovariance(
  triangle: Float64Array,
  ties: Ties,
  holding: readonly number[],
  design: Design,
): Float64Array {
  const size = ties.count;
  const inverse = invertFactored(triangle, size);
  const held = sumByParameter(ties, holdingByWeight(design, holding));
  const covariance = Float64Array.from(inverse);
  for (let row = 0; row < size; row += 1) {
    for (let middle = 0; middle < size; middle += 1) {
      const share = inverse[row * size + middle]! * held[middle]!;
      if (share !== 0) {
        for (let column = 0; column < size; column += 1) {
          covariance[row * size + column]! -= share * inverse[middle * size + column]!;
        }
      }
    }
  }
  return covariance;
}

function holdingByWeight({ codeCounts, amounts }: Design, holding: readonly number[]): Float64Array {
  const sizes = [...codeCounts, ...amounts.map(() => 1)];
  return Float64Array.from([...sizes.flatMap((size, group) => Array.from({ length: size }, () => holding[group]!)), 0]);
}

function averageTied(weights: Float64Array, ties: Ties): Float64Array {
  const sums = new Float64Array(ties.count);
  const counts = new Float64Array(ties.count);
  weights.forEach((weight, place) => {
    sums[ties.parameterOf[place]!]! += weight;
    counts[ties.parameterOf[place]!]! += 1;
  });
  return weights.map((_, place) => sums[ties.parameterOf[place]!]! / counts[ties.parameterOf[place]!]!);
}

function spreadOut(byParameter: Float64Array, ties: Ties, weightCount: number): Float64Array {
  if (ties.count === weightCount) {
    return byParameter;
  }
  const spread = new Float64Array(weightCount * weightCount);
  for (let row = 0; row < weightCount; row += 1) {
    for (let column = 0; column < weightCount; column += 1) {
      spread[row * weightCount + column] =
        byParameter[ties.parameterOf[row]! * ties.count + ties.parameterOf[column]!]!;
    }
  }
  return spread;
}
