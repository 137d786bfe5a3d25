/** Green, yellow and red, in the words that ops know from audits. */
export type Grade = 'inPlace' | 'partial' | 'missing';

/** A record behind a finding: its key in the CRM, and what was seen. */
export type Witness = { leadKey: string; seen: string };

/** One thing that a history must have before anybody learns from it. */
export type HygieneLine = {
  /** LRNnnn, listed in docs/codes.md. */
  code: string;
  title: string;
  grade: Grade;
  /** What was found, with its figures, in one or two sentences. */
  found: string;
  /** What to do about it; empty when in place. */
  next: string;
  /** How many records are behind it, and some of them. */
  recordCount: number;
  witnesses: Witness[];
  /** A line that is missing and stops training is red; others weaken it. */
  isStopping: boolean;
};

/** A closed deal to look at by hand: the plain test of twenty. */
export type ReviewedDeal = {
  leadKey: string;
  outcome: 'won' | 'lost';
  closedAt: number | null;
  stage: string | null;
  closeReason: string | null;
  finalOwner: string | null;
  /** What is wrong with it; empty when nothing is. */
  faults: string[];
};

export type HygieneReport = {
  lines: HygieneLine[];
  recentDeals: ReviewedDeal[];
  /** Fields that may not teach, each with the reason. Leakage above all. */
  excludedFields: { fieldKey: string; code: string; reason: string }[];
  /** True when a line stops training. */
  isStopped: boolean;
};
