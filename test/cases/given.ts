import { decide, prepare, type Decision } from '../../core/src/decide/index.ts';
import type { CalendarWindows } from '../../core/src/decide/model/calendar.ts';
import type { CrmContext, LookupAnswers, ReviewLoad } from '../../core/src/decide/model/crm-context.ts';
import type { DecisionInput } from '../../core/src/decide/model/decision-context.ts';
import type { Policy } from '../../core/src/decide/model/policy.ts';
import type { Rep } from '../../core/src/decide/model/roster.ts';
import type { TurnLedger } from '../../core/src/decide/model/turn-ledger.ts';
import { calendarsOf, leadOf, policyOf, repsOf, withInstants, type Reference } from './fixtures.ts';

/** Everything a decision depends on. What a case leaves out is what README.md says. */
export type Given = {
  policy?: Reference;
  roster?: Reference;
  calendars?: string;
  ledgers?: TurnLedger[];
  lead?: Reference;
  crm?: Partial<CrmContext>;
  answers?: Partial<LookupAnswers>;
  reviewLoad?: ReviewLoad;
  now?: string;
};

const nothingKnown: CrmContext = {
  ownerKey: null,
  ownerSetter: null,
  contacts: [],
  accounts: [],
  earlierSubmissionKey: null,
  earlierOwnerKey: null,
  earlierDecidedAt: null,
  handedBackKeys: [],
};

const nothingAsked: LookupAnswers = {
  isFreeMail: false,
  isDisposableMail: false,
  isTestDomain: false,
  isEmployeeDomain: false,
  isCompetitorDomain: false,
  isNamedAccount: false,
  employees: null,
  annualRevenue: null,
  industry: null,
  country: null,
  enrichmentSource: null,
};

/** What a case decides on, with nothing left out: plain values, as an edge would hand them over. */
export type Question = {
  policy: Policy;
  reps: Rep[];
  calendars: CalendarWindows[];
  ledgers: TurnLedger[];
  input: DecisionInput;
};

export function questionOf(given: Given): Question {
  const now = Date.parse(given.now ?? '2026-03-18T09:00:00Z');
  return {
    policy: policyOf(given.policy ?? 'small'),
    reps: repsOf(given.roster ?? 'team'),
    calendars: calendarsOf(given.calendars ?? 'spring'),
    ledgers: withInstants(given.ledgers ?? []) as TurnLedger[],
    input: {
      submission: { ...leadOf(given.lead ?? 'lena'), receivedAt: now },
      crm: { ...nothingKnown, ...(withInstants(given.crm ?? {}) as Partial<CrmContext>) },
      answers: { ...nothingAsked, ...given.answers },
      reviewLoad: given.reviewLoad ?? { decidedToday: 0, reviewedToday: 0 },
      now,
    },
  };
}

export function decideGiven(given: Given): Decision {
  const { policy, reps, calendars, ledgers, input } = questionOf(given);
  return decide(input, ledgers, {
    prepared: prepare(policy),
    policyHash: 'policy',
    reps: new Map(reps.map((rep) => [rep.repKey, rep])),
    rosterHash: 'roster',
    calendars: new Map(calendars.map((calendar) => [calendar.calendarKey, calendar])),
    calendarsHash: 'calendars',
  });
}
