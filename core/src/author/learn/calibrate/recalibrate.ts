import { calibratedLogOdds, type Calibration } from './calibration.ts';
import { fitLine } from './fit-line.ts';

/** Below this many recent outcomes a new version would follow noise. */
export const leastOutcomes = 50;

/** How strongly the slope is held to what it was: a month of outcomes should not turn the ranking. */
const slopeHolding = 25;
/** The level follows freely: twenty outcomes at even odds weigh as much as staying. */
const shiftHolding = 5;

/**
 * The next version of a calibration: the same points, moved to what recent outcomes say. Points stay, so that everything a person
 * has read stays true; only the chance that belongs to them follows the times.
 *
 * @returns the same version again when there are too few outcomes
 */
export function recalibrate(before: Calibration, points: ArrayLike<number>, labels: Uint8Array): Calibration {
  if (labels.length < leastOutcomes) {
    return before;
  }
  const values = Float64Array.from(points, (amount) => calibratedLogOdds(before, amount));
  const line = fitLine(values, labels, true, slopeHolding, shiftHolding);
  return {
    method: before.method,
    version: before.version + 1,
    outcomes: labels.length,
    knots: before.knots.map((knot) => ({ points: knot.points, logOdds: line.shift + line.slope * knot.logOdds })),
  };
}
