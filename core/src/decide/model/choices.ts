import type { Operator } from './condition.ts';
import type { Axis } from './scorecard.ts';
import type { DestinationKind, GuardKey, InquiryType, PhraseHint } from './policy.ts';

/** What may stand where a policy chooses a word. Every reader and writer of policies takes its words from here. */
export const axes: Axis[] = ['fit', 'engagement', 'intent', 'capacity'];

export const guardKeys: GuardKey[] = [
  'imported',
  'testOrEmployee',
  'suppressed',
  'ownerSetByPerson',
  'sensitive',
  'existingCustomer',
  'outOfScope',
  'namedAccount',
  'highValue',
  'reactivated',
  'notEnoughInformation',
  'lowConfidence',
];

/** In the order in which points are counted; `unknown` is last, because no points are counted for it. */
export const inquiryTypes: InquiryType[] = [
  'sales',
  'support',
  'partner',
  'careers',
  'press',
  'investor',
  'student',
  'vendor',
  'spam',
  'unknown',
];

/** What a phrase may hint at: an inquiry type, then the hints that cut across them. */
export const phraseHints: PhraseHint[] = [
  'sales',
  'support',
  'partner',
  'careers',
  'press',
  'investor',
  'student',
  'vendor',
  'spam',
  'unknown',
  'sensitive',
  'urgent',
  'buying',
  'authority',
  'vague',
];

export const destinationKinds: DestinationKind[] = [
  'owner',
  'pool',
  'triage',
  'nurture',
  'hold',
  'review',
  'support',
  'partner',
  'press',
  'careers',
  'closeOut',
  'recordOnly',
];

export const operators: Operator[] = [
  'isOneOf',
  'isNoneOf',
  'contains',
  'startsWith',
  'between',
  'atLeast',
  'atMost',
  'isYes',
  'isNo',
  'isKnown',
  'isUnknown',
];
