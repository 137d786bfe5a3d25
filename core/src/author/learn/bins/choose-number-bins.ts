import type { NumberColumn } from '../table/lead-table.ts';
import type { NumberBins } from './attribute-bins.ts';

/** Enough for a curve, few enough to read. */
export const mostNumberBins = 20;
const sampleSize = 200_000;

/**
 * Ranges that hold about as many leads each. A value that many leads have gets a range of its own.
 *
 * @param leastRows the fewest leads that a range may hold
 *
 * Values 1 to 8, a lead each, leastRows 2 → lows 1, 3, 5, 7; the first range also takes what lies below 1.
 */
export function chooseNumberBins(
  column: NumberColumn,
  rows: Int32Array,
  leastRows: number,
  mostBins: number = mostNumberBins,
): NumberBins {
  const values = sampleOf(column, rows);
  const share = values.length === 0 ? 1 : countKnown(column, rows) / values.length;
  const wanted = Math.max(leastRows / share, values.length / mostBins, 1);
  const lows: number[] = [];
  let taken = 0;
  for (let place = 0; place < values.length;) {
    const value = values[place]!;
    let next = place + 1;
    while (next < values.length && values[next] === value) {
      next += 1;
    }
    const here = next - place;
    const isOwn = here >= wanted;
    if (lows.length === 0 || taken >= wanted || (isOwn && taken >= wanted / 2)) {
      lows.push(value);
      taken = 0;
    }
    taken += here;
    place = next;
  }
  if (lows.length > 1 && taken < wanted / 2) {
    lows.pop();
  }
  return { kind: 'number', fieldKey: column.fieldKey, label: column.label, lows };
}

function countKnown(column: NumberColumn, rows: Int32Array): number {
  let known = 0;
  for (const row of rows) {
    known += Number.isNaN(column.values[row]!) ? 0 : 1;
  }
  return known;
}

/** Known values in order. Of very many rows every n-th is enough for ranges. */
function sampleOf(column: NumberColumn, rows: Int32Array): Float64Array {
  const step = Math.max(1, Math.floor(rows.length / sampleSize));
  const values = new Float64Array(Math.ceil(rows.length / step));
  let count = 0;
  for (let place = 0; place < rows.length; place += step) {
    const value = column.values[rows[place]!]!;
    if (!Number.isNaN(value)) {
      values[count] = value;
      count += 1;
    }
  }
  return values.subarray(0, count).sort();
}
