import { dayOfShare, type WinCurve } from './time-to-win.ts';

/** Horizons that a person can say: a week, a month, a quarter. */
export const horizons = [7, 14, 30, 60, 90, 180, 365] as const;

const wantedShare = 0.7;
const mostOfSpan = 0.25;

/** The horizon in days, and why it is that. */
export type ChosenHorizon = { days: number; reason: string };

/**
 * The shortest horizon that holds most wins. A long one would leave too few leads old enough to have an answer, so it takes at most
 * a quarter of the time that the history spans.
 *
 * @param spanDays from the first arrival to the day of looking
 */
export function chooseHorizon(curve: WinCurve, spanDays: number): ChosenHorizon {
  const needed = dayOfShare(curve, wantedShare);
  if (needed === null) {
    return { days: 30, reason: 'nothing was won yet, so a month was taken' };
  }
  const wanted = horizons.find((days) => days >= needed) ?? horizons.at(-1)!;
  const possible = horizons.filter((days) => days <= spanDays * mostOfSpan);
  const most = possible.at(-1) ?? horizons[0];
  const share = (days: number): number => Math.round(100 * shareWithin(curve, days));
  if (wanted <= most) {
    return { days: wanted, reason: `${share(wanted)} % of all wins come within ${wanted} days of arrival` };
  }
  return {
    days: most,
    reason: `${wanted} days would hold ${share(wanted)} % of all wins, but the history spans only ${Math.round(spanDays)} days; ${most} days hold ${share(most)} %`,
  };
}

/** The share of all wins that came within so many days, 0 to 1. */
export function shareWithin(curve: WinCurve, days: number): number {
  const last = curve.wonShare.at(-1);
  if (last === undefined) {
    return 0;
  }
  let share = 0;
  curve.days.forEach((day, place) => {
    share = day <= days ? curve.wonShare[place]! : share;
  });
  return share / last;
}
