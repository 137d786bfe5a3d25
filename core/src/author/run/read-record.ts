import * as z from 'zod';
import type { DecisionInput } from '../../decide/model/decision-context.ts';
import type { DecisionRecord, RecordedAxis, RecordedFact, RecordedTry } from '../../decide/model/decision-record.ts';
import type { PreparedPolicy } from '../../decide/model/prepared-policy.ts';
import type { TurnLedger } from '../../decide/model/turn-ledger.ts';
import { channels } from './mapping.ts';

type WrittenTry = Partial<RecordedTry> & Pick<RecordedTry, 'pool' | 'marks' | 'hours'>;
type WrittenAxis = Omit<RecordedAxis, 'points'> & { points?: number };
type Written = {
  version: number;
  policy: string;
  roster: string;
  calendars: string;
  decidedAt: number;
  mode: DecisionRecord['mode'];
  arm: DecisionRecord['arm'];
  inquiry: Omit<DecisionRecord['inquiry'], 'phrases'>;
  owner?: string;
  ownerBasis?: DecisionRecord['ownerBasis'];
  fit: WrittenAxis;
  engagement: WrittenAxis;
  intent: WrittenAxis;
  capacity: WrittenAxis;
  signals: number[];
  confidence: Pick<DecisionRecord['confidence'], 'value' | 'basis' | 'coverage' | 'margin'> &
    Partial<DecisionRecord['confidence']>;
  tier: number;
  choice: Omit<DecisionRecord['choice'], 'held' | 'overflow'> & Partial<DecisionRecord['choice']>;
  assignment: Pick<DecisionRecord['assignment'], 'owner' | 'basis' | 'pool'> &
    Partial<Omit<DecisionRecord['assignment'], 'tries'>> & { tries: WrittenTry[] };
  clock: DecisionRecord['clock'];
  phrases?: number[];
  problems?: string[];
  facts?: (number | string)[];
  actions?: string[];
  truncated?: string[];
};

/** A decision part that this program wrote, as a record. What the writer leaves out comes back as what is usual. */
export function recordOfText(decisionText: string): DecisionRecord {
  const written = JSON.parse(decisionText) as Written;
  return {
    version: written.version,
    policy: written.policy,
    roster: written.roster,
    calendars: written.calendars,
    decidedAt: written.decidedAt,
    mode: written.mode,
    arm: written.arm,
    inquiry: { ...written.inquiry, phrases: written.phrases ?? [] },
    owner: written.owner ?? null,
    ownerBasis: written.ownerBasis ?? null,
    fit: wholeAxis(written.fit),
    engagement: wholeAxis(written.engagement),
    intent: wholeAxis(written.intent),
    capacity: wholeAxis(written.capacity),
    signals: written.signals,
    confidence: { evidence: 0, calibrated: true, deciding: null, ...written.confidence },
    tier: written.tier,
    choice: { held: false, overflow: false, ...written.choice },
    assignment: {
      consumedTurn: false,
      passedOver: null,
      stale: false,
      ...written.assignment,
      tries: written.assignment.tries.map(wholeTry),
    },
    clock: written.clock,
    truncated: written.truncated ?? [],
    problems: written.problems ?? [],
    actions: written.actions ?? [],
    facts: factsOf(written.facts ?? []),
  };
}

function wholeAxis(written: WrittenAxis): RecordedAxis {
  return { ...written, points: written.points ?? written.score };
}

function wholeTry(written: WrittenTry): RecordedTry {
  return {
    pool: written.pool,
    marks: written.marks,
    hours: written.hours,
    sequence: written.sequence ?? null,
    day: written.day ?? null,
    week: written.week ?? null,
    credits: written.credits ?? [],
    days: written.days ?? [],
    weeks: written.weeks ?? [],
    opens: written.opens ?? [],
  };
}

function factsOf(flat: (number | string)[]): RecordedFact[] {
  const facts: RecordedFact[] = [];
  for (let place = 0; place + 1 < flat.length; place += 2) {
    const value = flat[place + 1]!;
    facts.push({
      field: flat[place] as number,
      text: typeof value === 'string' ? value : null,
      amount: typeof value === 'number' ? value : null,
    });
  }
  return facts;
}

/** The ledgers as they stood before the decision, out of its record. Weights come from the policy again. */
export function ledgersOfRecord(record: DecisionRecord, prepared: PreparedPolicy): TurnLedger[] {
  return record.assignment.tries.flatMap((one) => {
    const position = prepared.poolPositions.get(one.pool);
    if (one.sequence === null || position === undefined) {
      return [];
    }
    const entries = prepared.pools[position]!.members.map((member, place) => ({
      memberKey: member.memberKey,
      weight: 0,
      credit: one.credits[place] ?? 0,
      dayCount: one.days[place] ?? 0,
      weekCount: one.weeks[place] ?? 0,
      openCount: one.opens[place] ?? 0,
    }));
    return [
      { poolKey: one.pool, sequence: one.sequence, dayStartedAt: one.day ?? 0, weekStartedAt: one.week ?? 0, entries },
    ];
  });
}

const instant = z.int();
const words = z.string().nullable().default(null);
const amount = z.int().nullable().default(null);
const answer = z.boolean().nullable().default(null);

function answerAt(lists: string, place: number): boolean | null {
  return lists[place] === '-' ? null : lists[place] === 'y';
}

const contactSchema = z.strictObject({
  contactKey: z.string(),
  email: words,
  accountKey: words,
  ownerKey: words,
  lastActivityAt: amount,
});

const accountSchema = z.strictObject({
  accountKey: z.string(),
  domain: words,
  ownerKey: words,
  isCustomer: z.boolean(),
  isNamed: z.boolean(),
  employees: amount,
  industry: words,
  country: words,
  hasOpenOpportunity: z.boolean(),
  lostAt: amount,
});

const personalSchema = z.strictObject({
  submission: z.strictObject({
    submissionKey: z.string(),
    channel: z.enum(channels),
    receivedAt: instant,
    firstName: words,
    lastName: words,
    email: words,
    phone: words,
    company: words,
    jobTitle: words,
    website: words,
    country: words,
    region: words,
    postcode: words,
    city: words,
    industry: words,
    language: words,
    leadSource: words,
    campaign: words,
    entryPage: words,
    lastPage: words,
    productInterest: words,
    currentTool: words,
    timeline: words,
    budget: words,
    buyingGroup: words,
    subject: words,
    message: words,
    employees: amount,
    annualRevenue: amount,
    teamSize: amount,
    expectedValue: amount,
    optedOut: answer,
    extras: z.array(z.strictObject({ fieldKey: z.string(), text: words, whole: amount })).default([]),
    activities: z
      .array(z.tuple([z.string(), instant, z.int()]))
      .default([])
      .transform((all) => all.map(([signalKey, occurredAt, occurrences]) => ({ signalKey, occurredAt, occurrences }))),
    problems: z
      .array(z.tuple([z.string(), z.string(), z.string()]))
      .default([])
      .transform((all) => all.map(([code, about, found]) => ({ code, about, found }))),
  }),
  crm: z
    .strictObject({
      handedBackKeys: z.array(z.string()),
      ownerKey: words,
      ownerSetter: z.enum(['person', 'automation', 'unknown']).nullable().default(null),
      earlierSubmissionKey: words,
      earlierOwnerKey: words,
      earlierDecidedAt: amount,
      contact: contactSchema.optional(),
      account: accountSchema.optional(),
    })
    .transform(({ contact, account, ...crm }) => ({
      ...crm,
      contacts: contact === undefined ? [] : [contact],
      accounts: account === undefined ? [] : [account],
    })),
  answers: z
    .strictObject({
      lists: z.string().regex(/^[yn-]{6}$/),
      employees: amount,
      annualRevenue: amount,
      industry: words,
      country: words,
      enrichmentSource: words,
    })
    .transform(({ lists, ...found }) => ({
      isFreeMail: answerAt(lists, 0),
      isDisposableMail: answerAt(lists, 1),
      isTestDomain: answerAt(lists, 2),
      isEmployeeDomain: answerAt(lists, 3),
      isCompetitorDomain: answerAt(lists, 4),
      isNamedAccount: answerAt(lists, 5),
      ...found,
    })),
  reviewLoad: z
    .tuple([z.int(), z.int()])
    .transform(([decidedToday, reviewedToday]) => ({ decidedToday, reviewedToday })),
  now: instant,
});

/** The input that a personal part holds; null when it is not one. */
export function inputOfText(personalText: string): DecisionInput | null {
  try {
    return personalSchema.parse(JSON.parse(personalText));
  } catch {
    return null;
  }
}
