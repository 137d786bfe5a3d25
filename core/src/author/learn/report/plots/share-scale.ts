import { isFigure } from '../words.ts';

/** An axis of shares from 0 to `top`, with a line at each of `ticks`. */
export type ShareScale = { top: number; ticks: number[] };

const percentSteps = [1, 2, 5, 10, 20, 25];
const mostTicks = 5;

/** The smallest axis in round steps that holds all shares. shareScale([0.23]) → 0, 5, 10, 15, 20, 25 %. */
export function shareScale(shares: readonly number[]): ShareScale {
  const most = Math.max(0, ...shares.filter(isFigure)) * 100;
  const step = percentSteps.find((percent) => Math.ceil(most / percent) <= mostTicks) ?? percentSteps.at(-1)!;
  const count = Math.max(1, Math.ceil(most / step));
  return {
    top: (count * step) / 100,
    ticks: Array.from({ length: count + 1 }, (_, tick) => (tick * step) / 100),
  };
}
