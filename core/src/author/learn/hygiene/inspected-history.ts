import type { LabelledRows } from '../labels/label-leads.ts';
import type { LeadColumn, LeadTable } from '../table/lead-table.ts';

export const dayMillis = 86_400_000;

/** Leads with an answer, and the horizon within which a win counts. */
export type InspectedLeads = LabelledRows & { horizonDays: number };

/** What every check looks at. */
export type InspectedHistory = {
  table: LeadTable;
  leads: InspectedLeads;
  /** The rows of `leads` in order of the table: to read a million rows one after the other is several times as fast. */
  tableRows: Int32Array;
  /** The columns that may teach, in the order of the settings, each once. */
  columns: readonly LeadColumn[];
  /** The day of looking. */
  asOf: number;
};

/** A field that may not teach, and why. */
export type ExcludedField = { fieldKey: string; code: string; reason: string };
