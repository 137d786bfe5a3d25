import type { LabelledLeads } from '../fit/fit-card.ts';
import type { LeadTable } from '../table/lead-table.ts';
import { takeLeads } from './cross-validate.ts';

const dayMillis = 86_400_000;

export const earlierShare = 0.7;

/** Earlier leads to learn on, later leads to look at. */
export type TimeSplit = {
  /** The arrival of the first later lead. */
  cutAt: number;
  earlier: LabelledLeads;
  later: LabelledLeads;
  /** Leads before the cut whose answer was not known at the cut. */
  purgedCount: number;
};

/**
 * Parts leads at a moment, as if the model had been trained on that day. What arrived before it but whose horizon was not over on that
 * day is in neither part: its answer was not known yet.
 *
 * @param answerDays landmark and horizon together: how long after arrival the answer is known
 */
export function splitByTime(
  table: LeadTable,
  leads: LabelledLeads,
  answerDays: number,
  share = earlierShare,
): TimeSplit {
  const cutAt = table.arrivedAt[leads.rows[Math.floor(leads.rows.length * share)] ?? 0]!;
  const arrivedAt = (place: number): number => table.arrivedAt[leads.rows[place]!]!;
  const earlier = takeLeads(
    leads,
    (place) => arrivedAt(place) < cutAt && arrivedAt(place) + answerDays * dayMillis <= cutAt,
  );
  const later = takeLeads(leads, (place) => arrivedAt(place) >= cutAt);
  return { cutAt, earlier, later, purgedCount: leads.rows.length - earlier.rows.length - later.rows.length };
}
