import { isBeforeArrival } from '../hygiene/check-closing-times.ts';
import { open, won, type LeadTable } from '../table/lead-table.ts';

const dayMillis = 86_400_000;

/** Rows that have an answer, in order of arrival, and why the others have none. */
export type LabelledRows = {
  /** Rows of the table, oldest arrival first; ties in row order. */
  rows: Int32Array;
  /** 1 for won within the horizon, 0 for not, in the order of `rows`. */
  labels: Uint8Array;
  wonCount: number;
  /** Too young for an answer on the day of looking: neither won nor lost. */
  censoredCount: number;
  /** Of those, how many were won already. They are left out too: to keep them would count the quick wins twice. */
  censoredWonCount: number;
  /** Closed before the moment from which the horizon counts, so that nothing was left to predict. */
  closedBeforeCount: number;
  /** Without an arrival, arrived after the day of looking, or won at no known time. */
  withoutTimeCount: number;
};

/**
 * The label of each lead: closed-won within `horizonDays` from `landmarkDays` after its arrival.
 *
 * A lead that is younger than landmark and horizon together is censored, whatever became of it so far. A lead that is still
 * open when its horizon is over was not won within it. Without any of this, an open deal of last week would teach the
 * model that its kind is lost.
 *
 * @param asOf the day of looking, in UTC milliseconds: what happened later is not known
 */
export function labelLeads(table: LeadTable, asOf: number, horizonDays: number, landmarkDays: number): LabelledRows {
  const rows: number[] = [];
  const counts = { censoredCount: 0, censoredWonCount: 0, closedBeforeCount: 0, withoutTimeCount: 0 };
  for (let row = 0; row < table.rowCount; row += 1) {
    const arrivedAt = table.arrivedAt[row]!;
    const isClosed = table.outcomes[row] !== open;
    const closedAt = table.closedAt[row]!;
    const from = arrivedAt + landmarkDays * dayMillis;
    if (!(arrivedAt <= asOf) || (table.outcomes[row] === won && Number.isNaN(closedAt))) {
      counts.withoutTimeCount += 1;
    } else if (asOf < from + horizonDays * dayMillis) {
      counts.censoredCount += 1;
      counts.censoredWonCount += table.outcomes[row] === won && closedAt <= asOf ? 1 : 0;
    } else if (isClosed && (landmarkDays > 0 ? closedAt <= from : isBeforeArrival(closedAt, arrivedAt))) {
      counts.closedBeforeCount += 1;
    } else {
      rows.push(row);
    }
  }
  rows.sort((one, other) => table.arrivedAt[one]! - table.arrivedAt[other]! || one - other);
  const labels = new Uint8Array(rows.length);
  let wonCount = 0;
  rows.forEach((row, place) => {
    const until = table.arrivedAt[row]! + (landmarkDays + horizonDays) * dayMillis;
    const isWon = table.outcomes[row] === won && table.closedAt[row]! <= until;
    labels[place] = isWon ? 1 : 0;
    wonCount += isWon ? 1 : 0;
  });
  return { rows: Int32Array.from(rows), labels, wonCount, ...counts };
}
