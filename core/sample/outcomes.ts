import { accounts } from './accounts.ts';
import { dayLength, duringOfficeHours, hourLength, minuteLength, sampleEnd, toInstant } from './calendar.ts';
import { seatPrice } from './draft-lead.ts';
import { junkKinds, salesKinds } from './kinds.ts';
import type { LeadKind } from './kinds.ts';
import type { LeadDraft } from './lead.ts';
import type { RandomStream } from './random.ts';
import { usualRep } from './roster.ts';
import type { EngagementEvent } from './signals.ts';
import { engagementPoints, fitPoints, winPerThousand } from './win-chance.ts';

export const outcomeColumns = [
  'Lead ID',
  'Outcome',
  'Qualified At',
  'First Touch At',
  'Closed At',
  'Amount',
  'Close Reason',
  'Final Owner',
] as const;

type ClosedOutcome = 'won' | 'lost' | 'disqualified' | 'recycled';

export type Outcome = {
  readonly outcome: ClosedOutcome | 'open';
  readonly qualifiedAt?: number;
  readonly firstTouchAt?: number;
  readonly closedAt?: number;
  readonly amount: string;
  readonly reason: string;
  readonly owner: string;
};

// Quantiles of log-normal times: winning has a median of about 40 days, 35 once censored, the first touch one of about two hours with a long tail.
const daysToWin = [4, 9, 13, 17, 20, 24, 28, 32, 37, 42, 47, 54, 62, 72, 85, 102, 126, 165, 260];
const daysToLose = [2, 6, 10, 14, 19, 24, 30, 36, 43, 50, 58, 67, 78, 92, 110, 135, 170, 225, 330];
const daysToDisqualify = [0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 6, 9, 14, 25];
const minutesToTouch = [2, 5, 9, 16, 27, 42, 65, 95, 130, 180, 260, 390, 620, 980, 1500, 2400, 4300, 9000];

const wonReasons = [
  'Best fit',
  'Price',
  'Replaced competitor',
  'References convinced',
  'Speed of implementation',
  'Recommended internally',
];
const lostReasons = [
  'Price',
  'Lost to competitor',
  'No decision',
  'Budget cut',
  'Missing feature',
  'Went silent',
  'Chose in-house solution',
  'Timing',
  'no budget',
  'Lost to Opsgrid',
  'other',
];
const recycleReasons = ['Not now', 'Contact next year', 'No answer after 6 attempts', 'Nurture', 'Timing'];

const disqualifyReasons: Partial<Record<LeadKind, readonly string[]>> = {
  'active-without-fit': ['Too small', 'Not a business', 'Private use'],
  'fit-without-interest': ['No project', 'No interest'],
  'customer-support': ['Support case', 'Existing customer - support', 'moved to support'],
  'partner-or-reseller': ['Partner enquiry', 'Handed to partnerships'],
  press: ['Press', 'handed to marketing'],
  recruiting: ['Job application', 'HR'],
  'vendor-pitch': ['Vendor', 'Sales pitch', 'solicitation'],
  'student-or-researcher': ['Student', 'Academic'],
  competitor: ['Competitor'],
  duplicate: ['Duplicate', 'duplicate', 'Merged'],
  'empty-message': ['No information', 'Unreachable'],
  'vague-referral': ['No need identified', 'Unreachable'],
  'legal-threat': ['Handed to legal'],
  complaint: ['Complaint - support'],
  'privacy-request': ['Privacy request'],
  'opted-out': ['Opted out', 'No contact wished'],
  'free-mail-without-company': ['No company', 'Unreachable'],
  'role-address': ['No contact person', 'Unreachable'],
};

/** Kinds that are not sales enquiries and yet sometimes become business: chances per hundred. */
const lateChances: Partial<Record<LeadKind, readonly [won: number, lost: number, recycled: number]>> = {
  'forwarded-introduction': [22, 40, 20],
  'role-address': [4, 16, 20],
  'vague-referral': [3, 10, 20],
  'empty-message': [1, 5, 15],
  'free-mail-without-company': [2, 8, 20],
  'list-import': [3, 12, 55],
  'integration-record': [8, 22, 45],
  'opted-out': [2, 8, 30],
  duplicate: [0, 0, 6],
  'partner-or-reseller': [0, 6, 10],
};

export function hasOutcome(kind: LeadKind): boolean {
  return !junkKinds.has(kind);
}

export function decideOutcome(random: RandomStream, draft: LeadDraft, before: readonly EngagementEvent[]): Outcome {
  const owner = finalOwner(random, draft);
  const touched = random.chance(93)
    ? duringOfficeHours(random, draft.created + random.quantile(minutesToTouch) * minuteLength)
    : undefined;
  const firstTouchAt = touched !== undefined && touched < sampleEnd ? touched : undefined;
  const wanted = drawOutcome(random, draft, before);
  const days = random.quantile(
    wanted === 'won' ? daysToWin : wanted === 'lost' || wanted === 'recycled' ? daysToLose : daysToDisqualify,
  );
  const ended = duringOfficeHours(
    random,
    Math.max(
      (firstTouchAt ?? draft.created) + random.between(20, 600) * minuteLength,
      draft.created + days * dayLength + random.between(0, 540) * minuteLength,
    ),
  );
  const touch = firstTouchAt === undefined ? {} : { firstTouchAt };
  const accepted = duringOfficeHours(random, (firstTouchAt ?? draft.created) + random.between(1, 160) * hourLength);
  const qualified =
    (wanted === 'won' || wanted === 'lost') &&
    random.chance(wanted === 'won' ? 97 : 74) &&
    accepted < Math.min(ended, sampleEnd)
      ? { qualifiedAt: accepted }
      : {};
  // Not everything that is over by the calendar has been closed in the system.
  const forgotten = wanted !== 'won' && random.chance(2);
  if (ended >= sampleEnd || forgotten)
    return { outcome: 'open', ...touch, ...qualified, amount: '', reason: '', owner };
  const value = Math.max(2, Math.floor((draft.facts.team * random.between(55, 100)) / 100)) * seatPrice;
  const agreed = Math.round((value * random.between(72, 100)) / 1000) * 10;
  const amount = wanted === 'won' || (wanted === 'lost' && random.chance(52)) ? String(agreed) : '';
  return {
    outcome: wanted,
    ...touch,
    ...qualified,
    closedAt: ended,
    amount,
    reason: closeReason(random, draft.kind, wanted),
    owner,
  };
}

function drawOutcome(random: RandomStream, draft: LeadDraft, before: readonly EngagementEvent[]): ClosedOutcome {
  if (!salesKinds.has(draft.kind)) {
    const [won, lost, recycled] = lateChances[draft.kind] ?? [0, 0, 0];
    return random.weighted<ClosedOutcome>([
      ['won', won],
      ['lost', lost],
      ['recycled', recycled],
      ['disqualified', 100 - won - lost - recycled],
    ]);
  }
  const fit = fitPoints(draft);
  const reluctant = draft.kind === 'fit-without-interest' || draft.kind === 'active-without-fit';
  const known = draft.kind === 'customer-expansion' ? 260 : draft.kind === 'reactivated' ? 30 : 0;
  const chance = reluctant ? 5 : winPerThousand(fit, engagementPoints(before), draft.facts.urgency) + known;
  if (random.between(1, 1000) <= chance) return 'won';
  if (reluctant)
    return random.weighted([
      ['disqualified', 65],
      ['recycled', 30],
      ['lost', 5],
    ]);
  return fit < 45
    ? random.weighted([
        ['disqualified', 44],
        ['recycled', 24],
        ['lost', 32],
      ])
    : random.weighted([
        ['disqualified', 10],
        ['recycled', 24],
        ['lost', 66],
      ]);
}

function closeReason(random: RandomStream, kind: LeadKind, outcome: Outcome['outcome']): string {
  if (random.chance(outcome === 'won' ? 22 : 11)) return '';
  if (outcome === 'won') return random.pick(wonReasons);
  if (outcome === 'lost') return random.pick(lostReasons);
  if (outcome === 'recycled') return random.pick(recycleReasons);
  return random.pick(
    disqualifyReasons[kind] ?? ['Too small', 'Outside our market', 'Unreachable', 'No need', 'not a fit'],
  );
}

function finalOwner(random: RandomStream, draft: LeadDraft): string {
  if (draft.kind === 'customer-support' || draft.kind === 'complaint') return 'tom';
  if (draft.kind === 'legal-threat' || draft.kind === 'privacy-request' || draft.kind === 'press') return 'mara';
  if (draft.kind === 'customer-expansion' && random.chance(70)) return 'tom';
  const account = accounts.find((candidate) => candidate.domain === draft.accountDomain);
  if (account !== undefined && random.chance(88)) return account.owner;
  if (random.chance(3)) return '';
  return usualRep(
    draft.facts.language,
    draft.facts.countryCode,
    draft.facts.employees,
    toInstant(draft.created).slice(0, 10),
    random.between(0, 59),
  );
}

export function outcomeRow(leadId: string, outcome: Outcome): string[] {
  const instant = (value: number | undefined): string => (value === undefined ? '' : toInstant(value));
  return [
    leadId,
    outcome.outcome,
    instant(outcome.qualifiedAt),
    instant(outcome.firstTouchAt),
    instant(outcome.closedAt),
    outcome.amount,
    outcome.reason,
    outcome.owner,
  ];
}
