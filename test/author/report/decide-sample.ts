import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ReportEntry } from '../../../core/src/author/report/report-data.ts';
import { recordOfText } from '../../../core/src/author/run/read-record.ts';
import { decide, prepare, writeCalendars, writeRoster } from '../../../core/src/decide/index.ts';
import type { CalendarWindows } from '../../../core/src/decide/model/calendar.ts';
import type { CrmContext, LookupAnswers } from '../../../core/src/decide/model/crm-context.ts';
import type { DecisionContext } from '../../../core/src/decide/model/decision-context.ts';
import type { Mode, Policy } from '../../../core/src/decide/model/policy.ts';
import type { Roster } from '../../../core/src/decide/model/roster.ts';
import type { Channel, Submission } from '../../../core/src/decide/model/submission.ts';
import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';

const root = path.join(__dirname, '../../..');
const hourMillis = 3_600_000;
const dayMillis = 24 * hourMillis;

type Row = Readonly<Record<string, string>>;

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export function starterPolicy(): Policy {
  return JSON.parse(read('core/policies/starter.json')) as Policy;
}

export function sampleRoster(): Roster {
  const { reps } = JSON.parse(read('core/sample/roster.json')) as {
    reps: { repKey: string; displayName: string; active: boolean; skills: string[]; languages: string[] }[];
  };
  const known = reps.map(({ repKey, displayName, active, skills, languages }) => ({
    repKey,
    displayName,
    isActive: active,
    calendarKey: null,
    skills,
    languages,
    timeOff: repKey === 'ben' ? [{ opensAt: Date.UTC(2024, 11, 24), closesAt: Date.UTC(2024, 11, 31) }] : [],
  }));
  return { reps: known.toSorted((one, other) => (one.repKey < other.repKey ? -1 : 1)) };
}

/** Weekdays from 8 to 17 in UTC, over the time of the sample. */
function workingWeeks(calendarKey: string): CalendarWindows {
  const from = Date.UTC(2024, 9, 1);
  const days = Array.from({ length: 800 }, (_, day) => from + day * dayMillis);
  const isWorkday = (day: number) => ![0, 6].includes(new Date(day).getUTCDay());
  return {
    calendarKey,
    coversFrom: from,
    coversUntil: from + 800 * dayMillis,
    windows: days.filter(isWorkday).map((day) => ({ opensAt: day + 8 * hourMillis, closesAt: day + 17 * hourMillis })),
    dayStartsAt: days,
    weekStartsAt: days.filter((day) => new Date(day).getUTCDay() === 1),
  };
}

export interface DecidedSample {
  readonly policy: Policy;
  readonly roster: Roster;
  readonly policyHash: string;
  readonly entries: ReportEntry[];
}

/**
 * Decides the first leads of the sample with the starter policy, in order and with one ledger per pool, as a run would.
 */
export function decideSample(leadCount: number, mode: Mode = 'observe'): DecidedSample {
  const policy: Policy = { ...starterPolicy(), mode };
  const roster = sampleRoster();
  const calendars = [...new Set(policy.pools.map((pool) => pool.calendarKey))].toSorted().map(workingWeeks);
  const context: DecisionContext = {
    prepared: prepare(policy),
    policyHash: hash(JSON.stringify(policy)),
    reps: new Map(roster.reps.map((rep) => [rep.repKey, rep])),
    rosterHash: hash(writeRoster(roster)),
    calendars: new Map(calendars.map((calendar) => [calendar.calendarKey, calendar])),
    calendarsHash: hash(writeCalendars(calendars)),
  };
  const rows = parse<Row>(read('core/sample/leads.csv'), { columns: true, bom: true, to: leadCount });
  const activities = activitiesByLead();
  const ledgers = new Map<string, TurnLedger>();
  const entries = rows.map((row, place) => {
    const submission = { ...submissionOf(row), activities: activities.get(row['Lead ID']!) ?? [] };
    const input = {
      submission,
      crm: { ...emptyCrm, ownerKey: row['Owner'] || null, ownerSetter: row['Owner'] ? ('person' as const) : null },
      answers: { ...noAnswers, isFreeMail: /@(gmail|outlook|yahoo|web|gmx)\./.test(submission.email ?? '') },
      reviewLoad: { decidedToday: 0, reviewedToday: 0 },
      now: submission.receivedAt,
    };
    const decision = decide(input, [...ledgers.values()], context);
    const after = decision.assignment.ledgerAfter;
    if (after !== null) ledgers.set(after.poolKey, after);
    return {
      rowNumber: place + 2,
      record: recordOfText(decision.decisionText),
      recall: () => recordOfText(decision.decisionText),
      lead: {
        submissionKey: submission.submissionKey,
        personName: [submission.firstName, submission.lastName].filter(Boolean).join(' '),
        email: submission.email,
        company: submission.company,
        message: submission.message,
        receivedAt: submission.receivedAt,
      },
      decisionHash: hash(decision.decisionText),
      arrivedFrom: 'leads.csv',
    };
  });
  return { policy, roster, policyHash: context.policyHash, entries };
}

function activitiesByLead(): Map<string, Submission['activities']> {
  const byLead = new Map<string, Submission['activities']>();
  for (const row of parse<Row>(read('core/sample/activities.csv'), { columns: true, bom: true })) {
    const known = byLead.get(row['Lead ID']!) ?? [];
    known.push({
      signalKey: row['Signal']!,
      occurredAt: Date.parse(row['At']!),
      occurrences: Number(row['Count']),
    });
    byLead.set(row['Lead ID']!, known.slice(0, 30));
  }
  return byLead;
}

const channels: Readonly<Record<string, Channel>> = {
  'web form': 'webForm',
  'demo request': 'demoRequest',
  email: 'contactEmail',
  linkedin: 'linkedIn',
  'support ticket': 'supportTicket',
  chat: 'chat',
  'list import': 'listImport',
};

const wholeOrNull = (text: string | undefined): number | null => (/^\d+$/.test(text ?? '') ? Number(text) : null);

function submissionOf(row: Row): Submission {
  const text = (column: string): string | null => row[column] || null;
  const received = Date.parse(row['Created'] ?? '');
  return {
    submissionKey: row['Lead ID']!,
    channel: channels[(row['Channel'] ?? '').toLowerCase()] ?? 'unknown',
    receivedAt: Number.isNaN(received) ? Date.UTC(2024, 11, 2, 9) : received,
    firstName: text('First Name'),
    lastName: text('Last Name'),
    email: text('Email'),
    phone: text('Phone'),
    company: text('Company'),
    jobTitle: text('Title'),
    website: text('Website'),
    country: text('Country'),
    region: text('State'),
    postcode: text('Postcode'),
    city: text('City'),
    industry: text('Industry'),
    language: text('Language'),
    leadSource: text('Lead Source'),
    campaign: text('Campaign'),
    entryPage: text('Entry Page'),
    lastPage: text('Last Page'),
    productInterest: text('Product Interest'),
    currentTool: text('Current Tool'),
    timeline: text('Timeline'),
    budget: text('Budget'),
    buyingGroup: text('Who Else'),
    subject: text('Subject'),
    message: text('Message'),
    employees: wholeOrNull(row['Employees']),
    annualRevenue: wholeOrNull(row['Annual Revenue']),
    teamSize: wholeOrNull(row['Team Size']),
    expectedValue: wholeOrNull(row['Expected Value']),
    optedOut: row['Opted Out'] === 'true',
    extras: [],
    activities: [],
    problems: [],
  };
}

const emptyCrm: CrmContext = {
  ownerKey: null,
  ownerSetter: null,
  contacts: [],
  accounts: [],
  earlierSubmissionKey: null,
  earlierOwnerKey: null,
  earlierDecidedAt: null,
  handedBackKeys: [],
};

const noAnswers: LookupAnswers = {
  isFreeMail: null,
  isDisposableMail: null,
  isTestDomain: null,
  isEmployeeDomain: null,
  isCompetitorDomain: null,
  isNamedAccount: null,
  employees: null,
  annualRevenue: null,
  industry: null,
  country: null,
  enrichmentSource: null,
};
