import type { Condition, FieldDefinition } from './condition.ts';
import type { Int, Long } from './number.ts';
import type { EngagementSignal, Scorecard } from './scorecard.ts';

/** What the engine may do: only record, record and suggest, or write. Installing never reassigns a live lead. */
export type Mode = 'observe' | 'suggest' | 'live';

/** What a person wants of us. `unknown` is an answer: the words did not say. */
export type InquiryType =
  'sales' | 'support' | 'partner' | 'careers' | 'press' | 'investor' | 'student' | 'vendor' | 'spam' | 'unknown';

/** What a phrase hints at: an inquiry type, or one of the hints that cut across them. */
export type PhraseHint =
  | 'sales'
  | 'support'
  | 'partner'
  | 'careers'
  | 'press'
  | 'investor'
  | 'student'
  | 'vendor'
  | 'spam'
  | 'unknown'
  | 'sensitive'
  | 'urgent'
  | 'buying'
  | 'authority'
  | 'vague';

/** Phrases that hint at the same thing as strongly, in lower case: one row that ops read and extend. */
export type PhraseList = { listKey: string; hintsAt: PhraseHint; points: Int; phrases: string[] };

/** An ordered test of conditions with a logic line such as `1 AND (2 OR 3)`; an empty line joins all by AND. */
export type Rule = {
  ruleKey: string;
  label: string;
  isActive: boolean;
  conditions: Condition[];
  logic: string;
  destinationKey: string;
  /** Null takes the destination's own. */
  slaKey: string | null;
};

/** A size or importance class, by the first rule that fits. Its label is the fact `tier`. */
export type TierRule = { tierKey: string; label: string; conditions: Condition[]; logic: string };

/** A patch of the market and who works it: a pool, or one owner. */
export type Territory = {
  territoryKey: string;
  label: string;
  conditions: Condition[];
  logic: string;
  poolKey: string | null;
  ownerKey: string | null;
};

export type GuardKey =
  | 'imported'
  | 'testOrEmployee'
  | 'suppressed'
  | 'ownerSetByPerson'
  | 'sensitive'
  | 'existingCustomer'
  | 'outOfScope'
  | 'namedAccount'
  | 'highValue'
  | 'reactivated'
  | 'notEnoughInformation'
  | 'lowConfidence';

/** Guards stand before the rules, in the policy's order. A null destination leaves it to the inquiry's own route. */
export type Guard = { guardKey: GuardKey; isActive: boolean; destinationKey: string | null };

/** Where an inquiry that is not a sale goes. */
export type InquiryRoute = { inquiryType: InquiryType; destinationKey: string };

export type Band = 'high' | 'low';
export type Bucket = 'warm' | 'lukewarm' | 'cool' | 'cold';

/** One cell of fit × engagement × confidence. */
export type MatrixCell = { fit: Band; engagement: Band; confidence: Band; destinationKey: string; bucket: Bucket };

export type DestinationKind =
  | 'owner'
  | 'pool'
  | 'triage'
  | 'nurture'
  | 'hold'
  | 'review'
  | 'support'
  | 'partner'
  | 'press'
  | 'careers'
  | 'closeOut'
  | 'recordOnly';

/** Where a lead can end, with the clock that then runs and what is done about it. */
export type Destination = {
  destinationKey: string;
  label: string;
  kind: DestinationKind;
  /** The pool that takes the lead, or stands in when an owner cannot. Null: the holder keeps it. */
  poolKey: string | null;
  /** Whether a territory's pool or owner goes before the destination's own pool. */
  isByTerritory: boolean;
  /** Whether whoever already owns the person or the company goes before any pool. */
  isOwnerFirst: boolean;
  /** The named person or queue that holds the lead when there is no pool or nobody in it. */
  holderKey: string;
  slaKey: string;
  /** Logical names of what the edge should enrol, send or make; null for none. */
  campaignKey: string | null;
  replyKey: string | null;
  taskLabel: string | null;
  isAlerted: boolean;
};

/** What to do with the working hours of members: they must be open, or hours do not matter. */
export type HoursRule = 'mustBeOpen' | 'ignore';

/** A joiner's share of full weight, from so many days after joining. */
export type RampStep = { afterDays: Int; weightPercent: Int };

export type Pool = {
  poolKey: string;
  label: string;
  calendarKey: string;
  hoursRule: HoursRule;
  overflowPoolKey: string | null;
  /** Skills each taker must have. */
  requiredSkills: string[];
  /** A field whose value a taker must have as a skill; null for none. */
  skillFieldKey: string | null;
  isLanguageMatched: boolean;
  /** Whether a lead that its existing owner takes costs that owner a turn here. */
  isOwnerMatchCounted: boolean;
  rampSteps: RampStep[];
};

export type PoolMember = {
  poolKey: string;
  memberKey: string;
  weight: Int;
  dailyCap: Int | null;
  weeklyCap: Int | null;
  openWorkCap: Int | null;
  joinedAt: Long | null;
};

/** How due time is counted: so many minutes, or by the end of the business day. */
export type SlaMeasure = 'minutes' | 'endOfDay';

export type Sla = {
  slaKey: string;
  label: string;
  measure: SlaMeasure;
  targetMinutes: Int;
  /** Null counts around the clock. */
  calendarKey: string | null;
  /** The named person who is told of every miss. */
  ownerKey: string;
};

export type EscalationAction = 'remind' | 'alert' | 'reassign';

/** One rung of the ladder: so many minutes after due (negative is before), who is told and what is done. */
export type EscalationStep = { slaKey: string; afterDueMinutes: Int; action: EscalationAction; recipientKey: string };

/** The question to ask when a field is missing and would help most. */
export type Question = { fieldKey: string; question: string };

/** A soft launch: the control share is decided and recorded, but left to the present process. */
export type Experiment = { experimentKey: string; label: string; isActive: boolean; controlPercent: Int };

export type Thresholds = {
  fitHigh: Int;
  engagementHigh: Int;
  intentHigh: Int;
  capacityHigh: Int;
  lowConfidence: Int;
  /** In whole units of the policy's currency. */
  highValue: Long;
  /** A lead whose known share of fit points is below this has not said enough. */
  minimumCoverage: Int;
  /** Points of phrases that the best inquiry type needs, and its lead over the next. */
  inquiryPoints: Int;
  inquiryMargin: Int;
  /** An account that was lost so long ago counts as reactivated. */
  reactivatedAfterDays: Int;
  /** The share of leads per day that may go to a person for low confidence, and what happens above it. */
  reviewSharePercent: Int;
};

export type Retention = { recordDays: Int; personalDays: Int };

/** Everything that decides, and nothing else. Published revisions never change. */
export type Policy = {
  format: Int;
  name: string;
  mode: Mode;
  currencyCode: string;
  /** When the policy first went live; null before. Until auditDays later nothing is closed out automatically. */
  launchedAt: Long | null;
  auditDays: Int;
  auditDestinationKey: string;
  fallbackDestinationKey: string;
  reviewOverflowDestinationKey: string;
  thresholds: Thresholds;
  retention: Retention;
  fields: FieldDefinition[];
  scorecards: Scorecard[];
  signals: EngagementSignal[];
  /** Share that is left, per mille, after each sixteenth of a half-life. */
  decayTable: Int[];
  phraseLists: PhraseList[];
  tiers: TierRule[];
  guards: Guard[];
  inquiryRoutes: InquiryRoute[];
  territories: Territory[];
  rules: Rule[];
  cells: MatrixCell[];
  destinations: Destination[];
  pools: Pool[];
  members: PoolMember[];
  slas: Sla[];
  escalations: EscalationStep[];
  questions: Question[];
  experiments: Experiment[];
};
