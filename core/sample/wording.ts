import { toInstant } from './calendar.ts';
import type { LeadFacts, Urgency } from './lead.ts';
import type { RandomStream } from './random.ts';

export const products = ['Northlight Plan', 'Northlight Field', 'Northlight Insight'] as const;

export const pains: readonly string[] = [
  'double-booked crews',
  'overtime nobody approved',
  'no-shows we hear about too late',
  'rescheduling after a sick call',
  'missed maintenance windows',
  'empty kilometres between jobs',
  'paper timesheets that arrive weeks late',
  'last-minute shift swaps',
  'unplanned night shifts',
  'jobs that get lost between office and van',
  'rest-time violations',
  'arguing with customers about arrival times',
];

/** A phrase that ends a sentence such as "we want to start …". */
export function timelinePhrase(random: RandomStream, urgency: Urgency): string {
  const phrases: Readonly<Record<Urgency, readonly string[]>> = {
    now: ['within the next four weeks', 'as soon as possible', 'this month', 'in the coming two weeks'],
    quarter: ['this quarter', 'before the end of the quarter', 'within three months', 'in the next 10 weeks'],
    'half-year': ['within six months', 'in about half a year', 'by the middle of our fiscal year'],
    later: ['next year', 'in about twelve months', 'not before the next budget round'],
    unknown: ['at some point', 'when the time is right', 'sooner or later'],
  };
  return random.pick(phrases[urgency]);
}

/** What stands in the form's Timeline box. */
export function timelineEntry(random: RandomStream, urgency: Urgency, created: number): string {
  const year = Number(toInstant(created).slice(0, 4));
  const quarter = Math.floor(new Date(created).getUTCMonth() / 3) + 1;
  const entries: Readonly<Record<Urgency, readonly string[]>> = {
    now: ['ASAP', 'immediately', '< 1 month', 'urgent!', 'asap', '1 month', 'sofort'],
    quarter: ['this quarter', '1-3 months', `Q${quarter} ${year}`, '3 months', `Q${quarter}/${String(year).slice(2)}`],
    'half-year': ['3-6 months', '6 months', 'in 6 mths', '4 to 6 months'],
    later: ['6-12 months', String(year + 1), 'next year', '12+ months', 'no rush'],
    unknown: ['', '', '', 'just looking', 'unknown', 'tbd', '?'],
  };
  return random.pick(entries[urgency]);
}

export function budgetEntry(random: RandomStream, facts: LeadFacts, yearlyValue: number): string {
  if (!random.chance(30)) return '';
  const thousands = Math.max(1, Math.round(yearlyValue / 1000));
  if (facts.urgency === 'now' || facts.urgency === 'quarter')
    return random.pick([
      'approved',
      `${thousands}k`,
      `ca. ${thousands}.000 EUR`,
      'yes',
      `$${thousands},000`,
      'in budget',
    ]);
  return random.pick(['none yet', 'tbd', 'no', 'not decided', `${thousands}k?`, '-']);
}
