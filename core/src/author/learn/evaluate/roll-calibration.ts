import { chancesOf, type Calibration } from '../calibrate/calibration.ts';
import { recalibrate } from '../calibrate/recalibrate.ts';
import type { LabelledLeads } from '../fit/fit-card.ts';
import type { LeadTable } from '../table/lead-table.ts';

const dayMillis = 86_400_000;

/** After so many new leads the calibration is renewed, on so many of the newest answers. */
export const renewedAfter = 250;
export const renewedOn = 500;

/** Chances as they would have been said at the time, with the calibration following the answers as they came in. */
export type RolledChances = { chances: Float64Array; versions: number };

/**
 * Walks through later leads in order of arrival. Before each group the calibration is renewed on the newest answers that were known when
 * the group began, never on a later one.
 *
 * @param points of the later leads, by the card that was learned on earlier ones
 */
export function rollCalibration(
  table: LeadTable,
  later: LabelledLeads,
  points: Int32Array,
  answerDays: number,
  first: Calibration,
): RolledChances {
  const chances = new Float64Array(points.length);
  let calibration = first;
  let known = 0;
  for (let from = 0; from < points.length; from += renewedAfter) {
    const until = Math.min(points.length, from + renewedAfter);
    const now = table.arrivedAt[later.rows[from]!]!;
    while (known < from && table.arrivedAt[later.rows[known]!]! + answerDays * dayMillis <= now) {
      known += 1;
    }
    const oldest = Math.max(0, known - renewedOn);
    const renewed = recalibrate(first, points.subarray(oldest, known), later.labels.subarray(oldest, known));
    calibration = renewed === first ? first : { ...renewed, version: calibration.version + 1 };
    chances.set(chancesOf(calibration, points.subarray(from, until)), from);
  }
  return { chances, versions: calibration.version };
}
