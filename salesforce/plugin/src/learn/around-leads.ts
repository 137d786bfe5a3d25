import type { Activity } from '../../../../core/src/decide/model/submission.ts';
import { inputOfText } from '../../../../core/src/author/run/read-record.ts';
import type { DecisionInput } from '../../../../core/src/decide/model/decision-context.ts';
import type { Org } from '../org/org.ts';
import { soqlInstant } from '../org/since.ts';
import { FieldHistories } from './field-histories.ts';
import type { Deal } from './outcome-of-lead.ts';
import type { Question } from './question.ts';
import { asInstant, Cells } from './read-cells.ts';
import { dealColumns, dealOf } from './read-deals.ts';
import type { Slice } from './slices.ts';

/** Everything that the org has of a slice's leads beside the leads themselves. By lead; deals and touches of contacts by contact. */
export type AroundLeads = {
  readonly histories: FieldHistories;
  readonly inputs: ReadonlyMap<string, DecisionInput>;
  readonly activities: ReadonlyMap<string, readonly Activity[]>;
  readonly touches: ReadonlyMap<string, number>;
  readonly deals: ReadonlyMap<string, readonly Deal[]>;
};

/** A condition on the arrival of leads; `path` leads from the object to its lead, such as `Lead.`. */
export function arrivedIn({ from, until }: Slice, path = ''): string {
  return `${path}CreatedDate >= ${soqlInstant(from)} AND ${path}CreatedDate < ${soqlInstant(until)}`;
}

/** The part of it that says how leads ended. */
export type AroundOutcomes = Pick<AroundLeads, 'histories' | 'touches' | 'deals'>;

/** Reads that part, one job at a time: an org runs few for one user. */
export async function readAroundOutcomes(
  org: Org,
  question: Question,
  slice: Slice,
  trackedSince: ReadonlyMap<string, number>,
): Promise<AroundOutcomes> {
  return {
    histories: await readHistories(org, question, slice, trackedSince),
    touches: await readTouches(org, slice),
    deals: await readDealsOfContacts(org, question, slice),
  };
}

/** Reads all of it. */
export async function readAroundLeads(
  org: Org,
  question: Question,
  slice: Slice,
  trackedSince: ReadonlyMap<string, number>,
): Promise<AroundLeads> {
  return {
    ...(await readAroundOutcomes(org, question, slice, trackedSince)),
    inputs: await readInputs(org, slice),
    activities: await readActivities(org, slice),
  };
}

async function readHistories(
  org: Org,
  { neverChanged }: Question,
  slice: Slice,
  trackedSince: ReadonlyMap<string, number>,
): Promise<FieldHistories> {
  const histories = new FieldHistories(trackedSince, neverChanged);
  if (trackedSince.size === 0) return histories;
  const query = `SELECT LeadId, Field, CreatedDate, OldValue, NewValue FROM LeadHistory WHERE ${arrivedIn(slice, 'Lead.')}`;
  for await (const page of org.selectInBulk(query)) {
    for (const row of page) histories.add(row);
  }
  return histories;
}

/** What the package knew when it first decided a lead, word for word. */
async function readInputs(org: Org, slice: Slice): Promise<Map<string, DecisionInput>> {
  const [lead, text] = ['Lead__c', 'PersonalText__c'].map((name) => org.nameInOrg(name));
  const query = `SELECT ${lead}, ${text} FROM ${org.nameInOrg('SbxDecision__c')} WHERE ${arrivedIn(slice, leadOf(org))}`;
  const inputs = new Map<string, DecisionInput>();
  for await (const page of org.selectInBulk(query)) {
    for (const [leadId = '', personalText = ''] of page) {
      const input = personalText === '' ? null : inputOfText(personalText);
      const known = inputs.get(leadId);
      // A lead that came in again is another arrival; its later words are not those that it began with.
      const isFirst = input !== null && input.submission.submissionKey.endsWith('/1');
      if (isFirst && (known === undefined || input.now < known.now)) inputs.set(leadId, input);
    }
  }
  return inputs;
}

async function readActivities(org: Org, slice: Slice): Promise<Map<string, Activity[]>> {
  const columns = ['Lead__c', 'ActivityName__c', 'OccurredAt__c', 'Occurrences__c'].map((name) => org.nameInOrg(name));
  const query = `SELECT ${columns.join(', ')} FROM ${org.nameInOrg('SbxActivity__c')} WHERE ${arrivedIn(slice, leadOf(org))}`;
  const activities = new Map<string, Activity[]>();
  for await (const page of org.selectInBulk(query)) {
    for (const [leadId = '', signalKey = '', at, occurrences = ''] of page) {
      const occurredAt = asInstant(at);
      if (occurredAt === null) continue;
      const activity = { signalKey, occurredAt, occurrences: occurrences === '' ? 1 : Math.trunc(Number(occurrences)) };
      activities.set(leadId, [...(activities.get(leadId) ?? []), activity]);
    }
  }
  return activities;
}

/**
 * When sales first spoke with a lead or its contact: the first task that was closed, or the first clock of the package that was ended by
 * a touch.
 */
async function readTouches(org: Org, slice: Slice): Promise<Map<string, number>> {
  const touches = new Map<string, number>();
  const note = (id: string, at: number | null): void => {
    if (at !== null && at < (touches.get(id) ?? Infinity)) touches.set(id, at);
  };
  const leads = `SELECT Id FROM Lead WHERE ${arrivedIn(slice)}`;
  const contacts = `SELECT ConvertedContactId FROM Lead WHERE IsConverted = TRUE AND ${arrivedIn(slice)}`;
  for (const people of [leads, contacts]) {
    const query = `SELECT WhoId, CreatedDate, CompletedDateTime FROM Task WHERE IsClosed = TRUE AND WhoId IN (${people})`;
    for await (const page of org.selectInBulk(query)) {
      for (const [who = '', createdAt, completedAt] of page) note(who, asInstant(completedAt) ?? asInstant(createdAt));
    }
  }
  const [lead, startedAt, minutes] = ['Lead__c', 'StartedAt__c', 'TouchMinutes__c'].map((name) => org.nameInOrg(name));
  const query = `SELECT ${lead}, ${startedAt}, ${minutes} FROM ${org.nameInOrg('SbxClock__c')} WHERE ${minutes} != NULL AND ${arrivedIn(slice, leadOf(org))}`;
  for await (const page of org.selectInBulk(query)) {
    for (const [leadId = '', started, took = ''] of page) {
      const at = asInstant(started);
      note(leadId, at === null ? null : at + Number(took) * 60_000);
    }
  }
  return touches;
}

/** Deals of those who were converted without one: sales opened it later. */
async function readDealsOfContacts(org: Org, question: Question, slice: Slice): Promise<Map<string, Deal[]>> {
  const { dealFields, reasonField } = question;
  const columns = ['ContactId', ...dealColumns(dealFields, reasonField).map((name) => `Opportunity.${name}`)];
  const cells = new Cells(columns);
  const contacts = `SELECT ConvertedContactId FROM Lead WHERE IsConverted = TRUE AND ConvertedOpportunityId = NULL AND ${arrivedIn(slice)}`;
  const query = `SELECT ${columns.join(', ')} FROM OpportunityContactRole WHERE ContactId IN (${contacts})`;
  const deals = new Map<string, Deal[]>();
  for await (const page of org.selectInBulk(query)) {
    for (const row of page) {
      const contactId = row[0] ?? '';
      deals.set(contactId, [...(deals.get(contactId) ?? []), dealOf(cells, row, 'Opportunity', reasonField)]);
    }
  }
  return deals;
}

function leadOf(org: Org): string {
  return `${org.nameInOrg('Lead__r')}.`;
}
