import type { DecisionRecord } from '../../decide/model/decision-record.ts';
import type { Bucket, Mode } from '../../decide/model/policy.ts';
import type { Story } from '../../decide/record/story.ts';

/** The personal side of a lead, as far as a report shows it. */
export type ReportLead = {
  submissionKey: string;
  personName: string;
  email: string | null;
  company: string | null;
  /** The person's own words, verbatim. */
  message: string | null;
  receivedAt: number;
};

/** One decided lead, as a run hands it to the report. */
export type ReportEntry = {
  /** The row it came from, counted as a spreadsheet counts. */
  rowNumber: number;
  record: DecisionRecord;
  /** Reads the record again, so that a list of thousands keeps texts and not objects. */
  recall: () => DecisionRecord;
  lead: ReportLead;
  decisionHash: string;
  /** The file or door it came through. */
  arrivedFrom: string;
};

export type ReportOptions = {
  runName: string;
  policyHash: string;
  /** The most leads that the searchable list holds: the last ones of the run. The aggregates cover all. */
  listCap: number;
  /** The zone in which months are counted and times are shown, such as "Europe/Madrid". */
  timeZone: string;
  /** What a problem's code means, for readers. */
  problemTexts: ReadonlyMap<string, string>;
};

export type Tally = { key: string; label: string; count: number };

/** How a destination's leads are spread over the time that is left for a first touch. */
export type DestinationTally = Tally & {
  kind: string;
  promise: string;
  dueCounts: number[];
};

/** How one rep came by their leads. */
export type RepTally = { repKey: string; label: string; count: number; byBasis: Record<string, number> };

/** One member's turns in a pool against the share that weight and presence earned. */
export type MemberFairness = { memberKey: string; label: string; taken: number; share: number; deviation: number };

export type PoolFairness = {
  poolKey: string;
  label: string;
  turns: number;
  members: MemberFairness[];
  /** The largest deviation of any member, in leads. */
  largestDeviation: number;
};

export type CellTally = Tally & { fit: string; engagement: string; confidence: string; bucket: Bucket };

/** One lead of the searchable list. */
export type ListedLead = {
  rowNumber: number;
  lead: ReportLead;
  decisionHash: string;
  arrivedFrom: string;
  owner: string;
  destination: string;
  /** What decided, such as 'Rule 7 "Enterprise east"'. */
  reason: string;
  bucket: Bucket;
  fit: number;
  engagement: number;
  intent: number;
  capacity: number;
  confidence: number;
  dueAt: number;
  problems: string[];
  /** Tells the story anew at each call: thousands of stories at once would fill the memory. */
  tell: () => Story;
};

/** Everything a report shows. The aggregates cover every lead, the list only its cap. */
export type ReportData = {
  runName: string;
  policyName: string;
  policyHash: string;
  mode: Mode;
  timeZone: string;
  leadCount: number;
  firstAt: number | null;
  lastAt: number | null;
  turnCount: number;
  reviewedCount: number;
  staleCount: number;
  fitHigh: number;
  engagementHigh: number;
  lowConfidence: number;
  destinations: DestinationTally[];
  /** The headings of every destination's dueCounts. */
  dueLabels: string[];
  reps: RepTally[];
  pools: PoolFairness[];
  guards: Tally[];
  rules: Tally[];
  cells: CellTally[];
  sources: Tally[];
  buckets: Tally[];
  /** Leads by tenth of fit (row) and tenth of engagement (column). */
  scoreGrid: number[][];
  confidenceTenths: number[];
  problems: Tally[];
  months: Tally[];
  list: ListedLead[];
};
