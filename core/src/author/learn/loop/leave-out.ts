import { takeLeads } from '../evaluate/cross-validate.ts';
import type { LabelledLeads } from '../fit/fit-card.ts';
import type { LeadTable } from '../table/lead-table.ts';
import type { LeavingLead } from './labels-of-reviews.ts';

/** Labelled leads without those that reviewers took out. The order of the others stays. */
export function leaveOut(table: LeadTable, leads: LabelledLeads, leaving: readonly LeavingLead[]): LabelledLeads {
  const gone = new Set(leaving.map(({ leadKey }) => leadKey));
  return takeLeads(leads, (place) => !gone.has(table.leadKeys[leads.rows[place]!]!));
}
