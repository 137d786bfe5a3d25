import type { CountedActivities } from '../engagement/counted-activities.ts';

/** How a lead ended. What is still open is neither won nor lost. */
export const open = 0;
export const won = 1;
export const lost = 2;

/** Whole numbers by row, as the engine sees them; NaN is not known. */
export type NumberColumn = { kind: 'number'; fieldKey: string; label: string; values: Float64Array };

/** Places in `texts` by row; -1 is not known. The texts are folded as the engine folds them. */
export type TextColumn = { kind: 'text'; fieldKey: string; label: string; texts: string[]; codes: Int32Array };

export type LeadColumn = NumberColumn | TextColumn;

/** What leads did: the row of the lead, the place of the signal in `signalKeys`, when, and how often. */
export type ActivityLog = {
  signalKeys: string[];
  rows: Int32Array;
  signals: Uint16Array;
  occurredAt: Float64Array;
  occurrences: Float64Array;
};

/**
 * Past leads, a column each: what was known of each as of then, and what became of it. Instants are UTC milliseconds; NaN is
 * not known.
 */
export type LeadTable = {
  rowCount: number;
  leadKeys: readonly string[];
  arrivedAt: Float64Array;
  /** `open`, `won` or `lost`. */
  outcomes: Uint8Array;
  closedAt: Float64Array;
  columns: LeadColumn[];
  activities: ActivityLog;
  /** The same, counted before and instead of the log, when there are too many. */
  faded?: CountedActivities;
  /** What the CRM's own score said, if it has one; NaN where it said nothing. */
  nativeScores: Float64Array | null;
  closing: ClosingFacts;
};

/** What the hygiene gate asks of outcomes. Texts are as the CRM has them. */
export type ClosingFacts = {
  /** The same for the same person, such as a hash of the address; null is not known. */
  personKeys: readonly (string | null)[];
  /** What the CRM calls the outcome, the stage, the reason and the last owner. */
  outcomeWords: TextColumn;
  stages: TextColumn;
  closeReasons: TextColumn;
  finalOwners: TextColumn;
  /** When sales first spoke with the lead. */
  firstTouchAt: Float64Array;
  /** By field: when its value was last set after the lead arrived; NaN where it was never, or nobody knows. */
  changedAt: ReadonlyMap<string, Float64Array>;
  /** Whether outcomes come from where sales closes: this CRM, or another one that is in step with it. */
  outcomesFrom: 'thisCrm' | 'otherCrm' | 'file';
};

/** No activities at all. */
export function noActivities(): ActivityLog {
  return {
    signalKeys: [],
    rows: new Int32Array(0),
    signals: new Uint16Array(0),
    occurredAt: new Float64Array(0),
    occurrences: new Float64Array(0),
  };
}

/** The column of a field, or undefined when the history has none. */
export function columnOf(table: LeadTable, fieldKey: string): LeadColumn | undefined {
  return table.columns.find((column) => column.fieldKey === fieldKey);
}
