import type { Int, Long } from './number.ts';
import type { Problem } from './problem.ts';

/** The door a lead came through. `unknown` is a value, not an error. */
export type Channel =
  | 'webForm'
  | 'demoRequest'
  | 'contactEmail'
  | 'linkedIn'
  | 'supportTicket'
  | 'forwardedIntro'
  | 'chat'
  | 'interactiveDemo'
  | 'manual'
  | 'listImport'
  | 'migration'
  | 'integration'
  | 'unknown';

/** A value for a field that the policy defines itself; one of text and whole is filled. */
export type ExtraValue = { fieldKey: string; text: string | null; whole: Long | null };

/** Something the person did, before or after writing. `signalKey` names a signal of the policy. */
export type Activity = { signalKey: string; occurredAt: Long; occurrences: Int };

/**
 * What arrived, with the types already fixed by the edge: a text is a text, a number is a whole number, missing is null.
 * Values are as typed; nothing is cleaned yet.
 */
export type Submission = {
  /** Names this arrival for ever: the same key twice is the same arrival. */
  submissionKey: string;
  channel: Channel;
  receivedAt: Long;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  jobTitle: string | null;
  website: string | null;
  country: string | null;
  region: string | null;
  postcode: string | null;
  city: string | null;
  industry: string | null;
  language: string | null;
  leadSource: string | null;
  campaign: string | null;
  entryPage: string | null;
  lastPage: string | null;
  productInterest: string | null;
  currentTool: string | null;
  timeline: string | null;
  budget: string | null;
  buyingGroup: string | null;
  subject: string | null;
  message: string | null;
  employees: Long | null;
  annualRevenue: Long | null;
  teamSize: Long | null;
  /** In whole units of the policy's currency. */
  expectedValue: Long | null;
  optedOut: boolean | null;
  extras: ExtraValue[];
  activities: Activity[];
  /** What the edge could not read, already listed. */
  problems: Problem[];
};
