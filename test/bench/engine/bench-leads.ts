import { guessMapping } from '../../../core/src/author/run/mapping.ts';
import { leadOfRow } from '../../../core/src/author/run/lead-of-row.ts';
import { askLists, readLookupLists } from '../../../core/src/author/run/look-up-lists.ts';
import type { CrmContext } from '../../../core/src/decide/model/crm-context.ts';
import type { DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Activity } from '../../../core/src/decide/model/submission.ts';
import { readEmail } from '../../../core/src/decide/normalize/read-email.ts';
import { RandomStream } from '../../../core/sample/random.ts';
import { repKeys } from './bench-policy.ts';
import { headers, leadCells } from './lead-cells.ts';

const dayMillis = 86_400_000;
/** Two thousand leads a day. */
const leadsPerMinute = 2_000 / (24 * 60);

/** Leads with everything an edge would hand over: types fixed, lists asked, what the CRM knows, what they did before. */
export function benchLeads(count: number, policy: Policy): DecisionInput[] {
  const mapping = guessMapping([...headers]);
  const lists = readLookupLists(['northlight.example'], ['opsgrid.example']);
  const signalKeys = policy.signals.map((signal) => signal.signalKey);
  return Array.from({ length: count }, (_, position) => {
    const draw = new RandomStream(`bench/known/${position}`);
    const cells = leadCells(position, leadsPerMinute);
    const row = new Map(headers.map((header, place) => [header, cells[place]!]));
    const { submission } = leadOfRow(row, position + 2, mapping, 0);
    const now = submission.receivedAt;
    const domain = readEmail(submission.email)?.domain ?? null;
    return {
      submission: { ...submission, activities: activitiesOf(signalKeys, now, draw) },
      crm: crmOf(domain, now, draw),
      answers: askLists(lists, domain),
      reviewLoad: { decidedToday: position % 2_000, reviewedToday: Math.floor((position % 2_000) / 8) },
      now,
    };
  });
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
function crmOf(domain: string | null, now: number, draw: RandomStream): CrmContext {
  const isKnown = draw.chance(10);
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
    lostAt: draw.chance(10) ? now - 200 * dayMillis : null,
  };
  const isOwned = draw.chance(5);
  return {
    ownerKey: isOwned ? draw.pick(repKeys) : null,
    ownerSetter: isOwned ? (draw.chance(50) ? 'person' : 'automation') : null,
    contacts: [],
    accounts: isKnown ? [account] : [],
    earlierSubmissionKey: null,
    earlierOwnerKey: null,
    earlierDecidedAt: null,
    handedBackKeys: [],
  };
}
