import type { CrmContext, LookupAnswers } from '../../../core/src/decide/model/crm-context.ts';
import type { DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Activity, Submission } from '../../../core/src/decide/model/submission.ts';
import { RandomStream } from '../../../core/sample/random.ts';
import { repKeys } from './bench-policy.ts';
import { draftLead, type LeadDraft } from './lead-draft.ts';

const dayMillis = 86_400_000;
const leadsPerDay = 2_000;

/** Leads with everything an edge hands over: what was typed, what they did before, what CRM and lists know of them. */
export function benchLeads(count: number, policy: Policy): DecisionInput[] {
  const signalKeys = policy.signals.map((signal) => signal.signalKey);
  return Array.from({ length: count }, (_, position) => {
    const draw = new RandomStream(`bench/known/${position}`);
    const draft = draftLead(position, leadsPerDay);
    const reachedToday = position % leadsPerDay;
    return {
      submission: submissionOf(draft, activitiesOf(signalKeys, draft.receivedAt, draw)),
      crm: crmOf(draft, draw),
      answers: answersOf(draft.domain),
      reviewLoad: { decidedToday: reachedToday, reviewedToday: Math.floor(reachedToday / 8) },
      now: draft.receivedAt,
    };
  });
}

function submissionOf({ domain: _, ...draft }: LeadDraft, activities: Activity[]): Submission {
  return {
    ...draft,
    region: null,
    postcode: null,
    productInterest: null,
    buyingGroup: null,
    expectedValue: null,
    extras: [],
    activities,
    problems: [],
  };
}

/** Newest first, as an edge hands them over; six on average. */
function activitiesOf(signalKeys: string[], now: number, draw: RandomStream): Activity[] {
  const activities = Array.from({ length: draw.between(0, 12) }, () => ({
    signalKey: draw.pick(signalKeys),
    occurredAt: now - draw.between(0, 90 * 24) * 3_600_000,
    occurrences: draw.between(1, 3),
  }));
  return activities.sort((one, other) => other.occurredAt - one.occurredAt);
}

/** One in ten belongs to a company the CRM knows, one in twenty has an owner already. */
function crmOf({ domain, receivedAt }: LeadDraft, draw: RandomStream): CrmContext {
  const account = {
    accountKey: `A-${draw.between(1, 500)}`,
    domain,
    ownerKey: draw.pick(repKeys),
    isCustomer: draw.chance(20),
    isNamed: draw.chance(10),
    employees: draw.between(20, 5_000),
    industry: null,
    country: null,
    hasOpenOpportunity: draw.chance(30),
    lostAt: draw.chance(10) ? receivedAt - 200 * dayMillis : null,
  };
  const isOwned = draw.chance(5);
  return {
    ownerKey: isOwned ? draw.pick(repKeys) : null,
    ownerSetter: isOwned ? (draw.chance(50) ? 'person' : 'automation') : null,
    contacts: [],
    accounts: draw.chance(10) ? [account] : [],
    earlierSubmissionKey: null,
    earlierOwnerKey: null,
    earlierDecidedAt: null,
    handedBackKeys: [],
  };
}

function answersOf(domain: string): LookupAnswers {
  return {
    isFreeMail: domain === 'gmail.com',
    isDisposableMail: false,
    isTestDomain: false,
    isEmployeeDomain: false,
    isCompetitorDomain: false,
    isNamedAccount: null,
    employees: null,
    annualRevenue: null,
    industry: null,
    country: null,
    enrichmentSource: null,
  };
}
