import type { EngagementSignal, Scorecard } from '../../../decide/model/scorecard.ts';
import { addSignalPoints, countFaded } from '../engagement/faded-counts.ts';
import { expertPoints } from '../fit/expert-prior.ts';
import { columnOf, type LeadTable } from '../table/lead-table.ts';

const dayMillis = 86_400_000;

/** What a card of the present revision says of past leads: its scores, 0 to 100. */
export function presentScores(
  card: Scorecard,
  signals: readonly EngagementSignal[],
  decayTable: readonly number[],
  landmarkDays: number,
  table: LeadTable,
  rows: Int32Array,
): Float64Array {
  const sums = new Int32Array(rows.length).fill(card.basePoints);
  for (const attribute of card.attributes) {
    const column = columnOf(table, attribute.fieldKey);
    if (column === undefined) {
      sums.forEach((sum, place) => {
        sums[place] = sum + attribute.missingPoints;
      });
    } else {
      expertPoints(attribute, column, rows).forEach((points, place) => {
        sums[place]! += points;
      });
    }
  }
  if (card.axis === 'engagement') {
    const moments = Float64Array.from(rows, (row) => table.arrivedAt[row]! + landmarkDays * dayMillis);
    for (const { signalKey, halfLifeDays, points, capPoints } of signals) {
      const signal = table.activities.signalKeys.indexOf(signalKey);
      if (signal >= 0) {
        addSignalPoints(sums, countFaded(table, rows, moments, signal, halfLifeDays, decayTable), points, capPoints);
      }
    }
  }
  if (card.basis === 'expert') {
    return Float64Array.from(sums, (points) => Math.max(0, Math.min(100, points)));
  }
  const last = card.scoreTable.length - 1;
  return Float64Array.from(sums, (points) => card.scoreTable[Math.max(0, Math.min(last, points - card.tableStart))]!);
}
