import { isBeforeArrival } from '../hygiene/check-closing-times.ts';
import { open, won, type LeadTable } from '../table/lead-table.ts';

const dayMillis = 86_400_000;

/** The share of leads won by so many days after arrival, the censored counted for as long as they were seen. */
export type WinCurve = { days: number[]; wonShare: number[] };

/**
 * How long winning takes, by the product-limit estimate: an open lead counts among those who could still win until the day of
 * looking, and no longer. A lost one can never win and stays in the count.
 *
 * Source: Kaplan and Meier 1958, with loss as the competing end (Aalen and Johansen 1978).
 */
export function timeToWin(table: LeadTable, asOf: number): WinCurve {
  const ends: { day: number; isWon: boolean; isCensored: boolean }[] = [];
  for (let row = 0; row < table.rowCount; row += 1) {
    const arrivedAt = table.arrivedAt[row]!;
    if (!(arrivedAt <= asOf)) {
      continue;
    }
    const closedAt = table.closedAt[row]!;
    if (isBeforeArrival(closedAt, arrivedAt)) {
      continue;
    }
    const isClosed = table.outcomes[row] !== open && !Number.isNaN(closedAt) && closedAt <= asOf;
    const day = ((isClosed ? closedAt : asOf) - arrivedAt) / dayMillis;
    ends.push({
      day: Math.max(0, Math.ceil(day)),
      isWon: isClosed && table.outcomes[row] === won,
      isCensored: !isClosed,
    });
  }
  ends.sort((one, other) => one.day - other.day);
  const curve: WinCurve = { days: [], wonShare: [] };
  let atRisk = ends.length;
  let undecidedShare = 1;
  let wonShare = 0;
  for (let place = 0; place < ends.length;) {
    const day = ends[place]!.day;
    let wonNow = 0;
    let lostNow = 0;
    let leaving = 0;
    for (; place < ends.length && ends[place]!.day === day; place += 1) {
      leaving += 1;
      wonNow += ends[place]!.isWon ? 1 : 0;
      lostNow += !ends[place]!.isWon && !ends[place]!.isCensored ? 1 : 0;
    }
    if (wonNow > 0) {
      wonShare += (undecidedShare * wonNow) / atRisk;
      curve.days.push(day);
      curve.wonShare.push(wonShare);
    }
    undecidedShare *= 1 - (wonNow + lostNow) / atRisk;
    atRisk -= leaving;
  }
  return curve;
}

/** The first day by which a share of all wins is there. `dayOfShare(curve, 0.5)` is the median time to win. */
export function dayOfShare(curve: WinCurve, share: number): number | null {
  const last = curve.wonShare.at(-1);
  if (last === undefined) {
    return null;
  }
  const place = curve.wonShare.findIndex((wonShare) => wonShare >= last * share);
  return curve.days[place]!;
}
