import { chanceOf } from '../fit/likelihood.ts';
import { pointsPerLogOdds } from '../fit/point-scale.ts';

/** How points become a chance. `none` believes the points; the others were measured on leads the points never saw. */
export type CalibrationMethod = 'none' | 'intercept' | 'platt' | 'isotonic';

/**
 * The layer between points and chance. Points stay as they are; only this layer follows the times, each version beside the one
 * before. Log-odds at the knots, straight between them, and beyond them with the slope of `none`.
 */
export type Calibration = {
  method: CalibrationMethod;
  /** Counts up with every recalibration of the same points. */
  version: number;
  /** How many outcomes it was measured on. */
  outcomes: number;
  knots: { points: number; logOdds: number }[];
};

/** Twenty points double the odds, and 0 points are even. */
export const uncalibrated: Calibration = {
  method: 'none',
  version: 1,
  outcomes: 0,
  knots: [{ points: 0, logOdds: 0 }],
};

/** The log-odds of so many points. */
export function calibratedLogOdds({ knots }: Calibration, points: number): number {
  const first = knots[0]!;
  const last = knots.at(-1)!;
  if (points <= first.points) {
    return first.logOdds + (points - first.points) / pointsPerLogOdds;
  }
  if (points >= last.points) {
    return last.logOdds + (points - last.points) / pointsPerLogOdds;
  }
  const place = knots.findIndex((knot) => knot.points >= points);
  const above = knots[place]!;
  const below = knots[place - 1]!;
  const share = (points - below.points) / (above.points - below.points);
  return below.logOdds + share * (above.logOdds - below.logOdds);
}

/** Chances of many leads, 0 to 1. */
export function chancesOf(calibration: Calibration, points: ArrayLike<number>): Float64Array {
  const known = new Map<number, number>();
  return Float64Array.from(points, (amount) => {
    let chance = known.get(amount);
    if (chance === undefined) {
      chance = chanceOf(calibratedLogOdds(calibration, amount));
      known.set(amount, chance);
    }
    return chance;
  });
}
