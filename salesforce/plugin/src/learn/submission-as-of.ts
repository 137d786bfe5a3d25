import { valueAsOf } from '../../../../core/src/author/learn/table/value-as-of.ts';
import { channels } from '../../../../core/src/author/run/mapping.ts';
import type { ExtraValue, Submission } from '../../../../core/src/decide/model/submission.ts';
import type { DescribedField } from '../org/org.ts';
import type { FieldHistories } from './field-histories.ts';
import type { LeadSource } from './lead-sources.ts';
import type { Cells } from './read-cells.ts';

const numbers = new Set(['int', 'long', 'double', 'currency', 'percent']);
/** What the engine counts is whole and far below; the package's SbxSubmissionOf has the same bound. */
const tooLarge = 9_000_000_000_000;

/** A lead as of its arrival, and the policy's names of what nobody knows of it. */
export type SubmissionAsOf = { readonly submission: Submission; readonly unknown: ReadonlySet<string> };

/** A lead as of its arrival: a field that was filled later, or of which nobody knows when, is null. */
export function submissionAsOf(
  lead: { id: string; createdAt: number; row: readonly string[] },
  sources: readonly LeadSource[],
  histories: FieldHistories,
  cells: Cells,
): SubmissionAsOf {
  const unknown = new Set<string>();
  const texts = new Map<string, string>();
  const wholes = new Map<string, number>();
  const flags = new Map<string, boolean>();
  const extras: ExtraValue[] = [];
  for (const { target, fields, isOwn } of sources) {
    const found = firstFilled(fields, ({ name }) => {
      const past = histories.pastOf(lead.id, name, lead.createdAt, cells.of(lead.row, name));
      if (past.kind === 'present' && !past.isUntouched) unknown.add(target);
      return valueAsOf(past, lead.createdAt);
    });
    if (found === null) continue;
    const { type, value } = found;
    const whole = numbers.has(type) ? wholeOf(value) : null;
    if (!isOwn) extras.push(extraOf(target, type, value, whole));
    else if (type === 'boolean') flags.set(target, value.toLowerCase() === 'true');
    else if (!numbers.has(type)) texts.set(target, value);
    else if (whole !== null) wholes.set(target, whole);
  }
  const text = (target: string): string | null => texts.get(target) ?? null;
  const whole = (target: string): number | null => wholes.get(target) ?? null;
  const submission: Submission = {
    submissionKey: `${lead.id}/1`,
    channel: channels.find((channel) => channel === texts.get('channel')) ?? 'unknown',
    receivedAt: lead.createdAt,
    firstName: text('firstName'),
    lastName: text('lastName'),
    email: text('email'),
    phone: text('phone'),
    company: text('company'),
    jobTitle: text('jobTitle'),
    website: text('website'),
    country: text('country'),
    region: text('region'),
    postcode: text('postcode'),
    city: text('city'),
    industry: text('industry'),
    language: text('language'),
    leadSource: text('leadSource'),
    campaign: text('campaign'),
    entryPage: text('entryPage'),
    lastPage: text('lastPage'),
    productInterest: text('productInterest'),
    currentTool: text('currentTool'),
    timeline: text('timeline'),
    budget: text('budget'),
    buyingGroup: text('buyingGroup'),
    subject: text('subject'),
    message: text('message'),
    employees: whole('employees'),
    annualRevenue: whole('annualRevenue'),
    teamSize: whole('teamSize'),
    expectedValue: whole('expectedValue'),
    optedOut: flags.get('optedOut') ?? null,
    extras,
    activities: [],
    problems: [],
  };
  return { submission, unknown };
}

function firstFilled(
  fields: readonly DescribedField[],
  valueOf: (field: DescribedField) => string | null,
): { type: string; value: string } | null {
  const found = fields.map((field) => ({ type: field.type, value: valueOf(field) }));
  const first = found.find(({ value }) => value !== null);
  return first === undefined ? null : { type: first.type, value: first.value! };
}

function wholeOf(value: string): number | null {
  const amount = Number(value);
  return Number.isFinite(amount) && Math.abs(amount) < tooLarge ? Math.trunc(amount) : null;
}

function extraOf(fieldKey: string, type: string, value: string, whole: number | null): ExtraValue {
  if (whole !== null) return { fieldKey, text: null, whole };
  const text = type === 'boolean' ? (value.toLowerCase() === 'true' ? 'yes' : 'no') : value;
  return { fieldKey, text, whole: null };
}
