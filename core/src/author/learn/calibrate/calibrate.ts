import { logOddsOf } from '../fit/likelihood.ts';
import { pointsPerLogOdds } from '../fit/point-scale.ts';
import { uncalibrated, type Calibration, type CalibrationMethod } from './calibration.ts';
import { fitLine } from './fit-line.ts';
import { poolViolators } from './pool-violators.ts';

/** Too few outcomes for a slope, and too few for a curve. */
const leastWinsForSlope = 100;
const leastWinsForCurve = 1_000;
/** A block of the curve that rests on fewer leads would be noise. */
const leastRowsOfBlock = 100;
const linePoints = [-400, 400];

/**
 * Measures how points become chances, on leads that the points were not made from: the shift alone where there are few wins, a
 * line where there are more, a rising curve where there are many.
 */
export function calibrate(points: ArrayLike<number>, labels: Uint8Array, version: number): Calibration {
  const wins = labels.reduce((sum, label) => sum + label, 0);
  const enough = Math.min(wins, labels.length - wins);
  if (enough === 0) {
    return { ...uncalibrated, version };
  }
  if (enough < leastWinsForCurve) {
    return alongLine(points, labels, version, enough >= leastWinsForSlope ? 'platt' : 'intercept');
  }
  return alongCurve(points, labels, version);
}

function alongLine(
  points: ArrayLike<number>,
  labels: Uint8Array,
  version: number,
  method: CalibrationMethod,
): Calibration {
  const values = Float64Array.from(points, (amount) => amount / pointsPerLogOdds);
  const line = fitLine(values, labels, method === 'platt');
  return {
    method,
    version,
    outcomes: labels.length,
    knots: linePoints.map((amount) => ({
      points: amount,
      logOdds: line.shift + (line.slope * amount) / pointsPerLogOdds,
    })),
  };
}

function alongCurve(points: ArrayLike<number>, labels: Uint8Array, version: number): Calibration {
  const blocks = poolViolators(points, labels, leastRowsOfBlock);
  const knots = blocks.map((block) => ({
    points: block.sum / block.count,
    logOdds: logOddsOf((block.wins + 0.5) / (block.count + 1)),
  }));
  return { method: 'isotonic', version, outcomes: labels.length, knots };
}
