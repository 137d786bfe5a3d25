import type { Int, Long } from './number.ts';
import type { Bucket, Mode } from './policy.ts';

/** One axis: its score, the points behind it, and for each attribute the position of the bin that counted. */
export type RecordedAxis = { score: Int; points: Int; coverage: Int; bins: Int[] };

export type RecordedInquiry = { type: string; points: Int; next: Int; phrases: Int[] };

export type RecordedConfidence = {
  value: Int;
  basis: 'policy' | 'history';
  coverage: Int;
  margin: Int;
  evidence: Int;
  calibrated: boolean;
  deciding: 'fit' | 'engagement' | null;
};

/** What decided. Guards and rules stand by their position among the active ones; -1 is "none". */
export type RecordedChoice = {
  source: 'guard' | 'rule' | 'matrix' | 'fallback';
  destination: string;
  guard: Int;
  rule: Int;
  territory: Int;
  cell: Int;
  bucket: Bucket;
  question: Int;
  held: boolean;
  overflow: boolean;
  /** One mark for each guard asked; two letters for each rule and territory. */
  guards: string;
  rules: string;
  territories: string;
};

/**
 * One pool that was asked. Counts are by member in key order; a list of zeros is empty. A pool that is asked again says
 * nothing of its ledger, which is then null.
 */
export type RecordedTry = {
  pool: string;
  marks: string;
  hours: boolean;
  sequence: Long | null;
  day: Long | null;
  week: Long | null;
  credits: Int[];
  days: Int[];
  weeks: Int[];
  opens: Int[];
};

export type RecordedAssignment = {
  owner: string;
  basis: 'kept' | 'owner' | 'territoryOwner' | 'turn' | 'overflow' | 'afterHours' | 'holder';
  pool: Int;
  consumedTurn: boolean;
  passedOver: string | null;
  stale: boolean;
  tries: RecordedTry[];
};

export type RecordedClock = {
  sla: string;
  dueAt: Long;
  owner: string;
  basis: 'calendar' | 'aroundTheClock' | 'stale';
};

/** A known fact by the position of its field; one of text and amount is filled. */
export type RecordedFact = { field: Int; text: string | null; amount: Long | null };

/**
 * The decision part of a record as it is read back: what write-decision writes, with every absent list as an empty one.
 * It holds no personal value, and positions instead of names: names come back from the revision it names.
 */
export type DecisionRecord = {
  version: Int;
  /** Content hashes of the snapshots that decided. */
  policy: string;
  roster: string;
  calendars: string;
  decidedAt: Long;
  mode: Mode;
  arm: 'none' | 'test' | 'control';
  inquiry: RecordedInquiry;
  owner: string | null;
  ownerBasis: 'record' | 'contact' | 'earlier' | 'account' | null;
  fit: RecordedAxis;
  engagement: RecordedAxis;
  intent: RecordedAxis;
  capacity: RecordedAxis;
  /** Points of each signal of the policy, after fading and cap. */
  signals: Int[];
  confidence: RecordedConfidence;
  tier: Int;
  choice: RecordedChoice;
  assignment: RecordedAssignment;
  clock: RecordedClock;
  /** What was left out because the record would have become too long; empty as a rule. */
  truncated: string[];
  /** Code and field, such as "INT002 message". */
  problems: string[];
  facts: RecordedFact[];
  /** "+" or "-" for done or only planned, then kind and subject: "+setField owner". */
  actions: string[];
};
