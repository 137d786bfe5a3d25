import type { LeadKind } from './kinds.ts';
import type { Seniority } from './titles.ts';

export const leadColumns = [
  'Lead ID',
  'Created',
  'Channel',
  'Lead Source',
  'Campaign',
  'Entry Page',
  'Last Page',
  'First Name',
  'Last Name',
  'Email',
  'Phone',
  'Company',
  'Title',
  'Website',
  'Country',
  'State',
  'Postcode',
  'City',
  'Industry',
  'Employees',
  'Annual Revenue',
  'Language',
  'Product Interest',
  'Current Tool',
  'Timeline',
  'Budget',
  'Team Size',
  'Who Else',
  'Expected Value',
  'Opted Out',
  'Owner',
  'Owner Set By',
  'Subject',
  'Message',
] as const;

export type LeadColumn = (typeof leadColumns)[number];
export type LeadRow = Record<LeadColumn, string>;

export function emptyRow(): LeadRow {
  return Object.fromEntries(leadColumns.map((column) => [column, ''])) as LeadRow;
}

export type Urgency = 'now' | 'quarter' | 'half-year' | 'later' | 'unknown';

/** What is true about the sender, before the form, the fingers and the export make a mess of it. */
export type LeadFacts = {
  readonly first: string;
  readonly last: string;
  readonly language: string;
  readonly countryCode: string;
  readonly company: string;
  readonly domain: string;
  readonly industryKey: string;
  readonly employees: number;
  readonly seniority: Seniority;
  readonly title: string;
  readonly tool: string;
  readonly team: number;
  readonly urgency: Urgency;
  readonly email: string;
};

export type LeadDraft = {
  readonly kind: LeadKind;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly facts: LeadFacts;
  readonly row: LeadRow;
  /** 0 (nothing) to 100 (everything on the site): decides how many engagement events there are. */
  readonly interest: number;
  readonly accountDomain: string;
  /** A second copy of another lead. */
  readonly copyOf?: LeadDraft;
};
