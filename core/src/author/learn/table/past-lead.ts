import type { FactSheet } from '../../../decide/model/fact-sheet.ts';
import type { Activity } from '../../../decide/model/submission.ts';

/**
 * One lead of the past as an edge reads it. `facts` are those of the engine's own rooms, as of the lead's arrival (facts-as-of.ts), so
 * that a card learned here adds up the same when it decides.
 */
export type PastLead = {
  leadKey: string;
  /** UTC milliseconds; null when nobody knows. */
  arrivedAt: number | null;
  facts: FactSheet;
  /** The same for the same person; a hash, never the address itself. */
  personKey: string | null;
  outcome: 'open' | 'won' | 'lost';
  closedAt: number | null;
  outcomeWords: string | null;
  stage: string | null;
  closeReason: string | null;
  finalOwner: string | null;
  firstTouchAt: number | null;
  nativeScore: number | null;
  /** Fields whose value was set again after arrival, with the last time. */
  changes: readonly { fieldKey: string; changedAt: number }[];
  activities: readonly Activity[];
};
