import type { LeadTable } from '../table/lead-table.ts';
import { takeCounted } from './counted-activities.ts';

const dayMillis = 86_400_000;
const stepsPerHalfLife = 16;
const mostOccurrences = 100;
/** A machine that clicks without end counts no more than this, and stays within 32 bits. */
export const mostCounted = 2_000_000_000;

/** The times a signal was seen by row, in thousandths, each faded by its age. */
export type FadedCounts = Int32Array;

/**
 * Counts what leads did until a moment, each deed faded as the engine fades it: by a table of sixteenths of a half-life, in whole
 * thousandths. So training sees the very numbers that deciding will see. What was counted before (counted-activities.ts) is taken.
 *
 * @param moments the moment of each row of `rows`, in UTC milliseconds; what happened later is not counted
 */
export function countFaded(
  table: LeadTable,
  rows: Int32Array,
  moments: Float64Array,
  signal: number,
  halfLifeDays: number,
  decayTable: readonly number[],
): FadedCounts {
  if (table.faded !== undefined) {
    return takeCounted(table.faded, table.arrivedAt, rows, moments, signal, halfLifeDays, decayTable);
  }
  const placeOf = new Int32Array(table.rowCount).fill(-1);
  rows.forEach((row, place) => {
    placeOf[row] = place;
  });
  const counts = new Int32Array(rows.length);
  const log = table.activities;
  const stepMillis = Math.trunc((halfLifeDays * dayMillis) / stepsPerHalfLife);
  for (let deed = 0; deed < log.rows.length; deed += 1) {
    if (log.signals[deed] !== signal) {
      continue;
    }
    const place = placeOf[log.rows[deed]!]!;
    if (place < 0) {
      continue;
    }
    const age = moments[place]! - log.occurredAt[deed]!;
    const step = Math.trunc(age / stepMillis);
    if (age >= 0 && step < decayTable.length) {
      const worth = Math.min(mostOccurrences, Math.max(0, log.occurrences[deed]!)) * decayTable[step]!;
      counts[place] = Math.min(mostCounted, counts[place]! + worth);
    }
  }
  return counts;
}

/** Whole points of one signal by row, cut as the engine cuts them. */
export function addSignalPoints(sums: Int32Array, counts: FadedCounts, points: number, capPoints: number): void {
  for (let place = 0; place < counts.length; place += 1) {
    const thousandths = Math.max(-capPoints * 1_000, Math.min(capPoints * 1_000, points * counts[place]!));
    sums[place]! += Math.trunc(thousandths / 1_000);
  }
}
