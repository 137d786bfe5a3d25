import type { FadedCounts } from './faded-counts.ts';

const dayMillis = 86_400_000;

/**
 * Activities that were counted and faded before, because there are too many to keep: of each lead that showed a signal, its
 * thousandths as of the moment at which engagement is looked at.
 */
export type CountedActivities = {
  /** How long after a lead's arrival that moment is. */
  landmarkDays: number;
  decayTable: readonly number[];
  /** By the place of the signal. */
  bySignal: readonly CountedSignal[];
};

/** The rows that showed a signal, and their counts in the same order for each half-life in days. */
export type CountedSignal = { rows: Int32Array; byHalfLife: ReadonlyMap<number, Int32Array> };

/** What was counted for some rows. Asking for what was not counted is a broken program: no number would be true. */
export function takeCounted(
  { landmarkDays, decayTable, bySignal }: CountedActivities,
  arrivedAt: Float64Array,
  rows: Int32Array,
  moments: Float64Array,
  signal: number,
  halfLifeDays: number,
  wantedTable: readonly number[],
): FadedCounts {
  const counted = bySignal[signal];
  const counts = counted?.byHalfLife.get(halfLifeDays);
  if (counted === undefined || counts === undefined) {
    throw new Error(`Activities of signal ${signal} were not counted with a half-life of ${halfLifeDays} days.`);
  }
  if (wantedTable.length !== decayTable.length || wantedTable.some((share, step) => share !== decayTable[step])) {
    throw new Error('Activities were counted with another decay table.');
  }
  const byRow = new Int32Array(arrivedAt.length);
  counted.rows.forEach((row, place) => {
    byRow[row] = counts[place]!;
  });
  return rows.map((row, place) => {
    const moment = arrivedAt[row]! + landmarkDays * dayMillis;
    if (moments[place] !== moment && !Number.isNaN(moment)) {
      throw new Error(`Activities were counted ${landmarkDays} days after arrival, not when they are asked for.`);
    }
    return byRow[row]!;
  });
}
