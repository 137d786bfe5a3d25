import type { CalendarWindows } from './calendar.ts';
import type { CrmContext, LookupAnswers, ReviewLoad } from './crm-context.ts';
import type { Int, Long } from './number.ts';
import type { PreparedPolicy } from './prepared-policy.ts';
import type { Rep } from './roster.ts';
import type { Submission } from './submission.ts';

/** What many leads share: one revision, one roster, one set of calendars, each with the hash of its canonical text. */
export type DecisionContext = {
  prepared: PreparedPolicy;
  policyHash: string;
  reps: Map<string, Rep>;
  rosterHash: string;
  calendars: Map<string, CalendarWindows>;
  calendarsHash: string;
};

/** What belongs to one lead. Together with the context and the ledgers it is everything a decision can depend on. */
export type DecisionInput = {
  submission: Submission;
  crm: CrmContext;
  answers: LookupAnswers;
  reviewLoad: ReviewLoad;
  now: Long;
};

/** Counts positions, where a position of -1 means "none". */
export const none: Int = -1;
