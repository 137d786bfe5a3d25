import { emptyCrm, factsAsOf } from '../../../../core/src/author/learn/table/facts-as-of.ts';
import { hashPersonal } from '../../../../core/src/author/run/hash-text.ts';
import type { DecisionInput } from '../../../../core/src/decide/model/decision-context.ts';
import type { PreparedPolicy } from '../../../../core/src/decide/model/prepared-policy.ts';
import type { Org } from '../org/org.ts';
import { arrivedIn, readAroundLeads, type AroundLeads, type AroundOutcomes } from './around-leads.ts';
import { keepFacts, type KeptLead } from './kept-lead.ts';
import { factsNotKnown, factsOf } from './lead-sources.ts';
import type { ListedDomains } from './listed-domains.ts';
import { namesOfLead } from './outside-outcomes.ts';
import { outcomeOfLead, type Deal, type LeadOutcome } from './outcome-of-lead.ts';
import type { Question } from './question.ts';
import { asFlag, asInstant, Cells } from './read-cells.ts';
import { dealColumns, dealOf } from './read-deals.ts';
import type { Slice } from './slices.ts';
import { submissionAsOf, type SubmissionAsOf } from './submission-as-of.ts';

/** What all slices of a read share. */
export type Reading = {
  readonly org: Org;
  readonly question: Question;
  readonly prepared: PreparedPolicy;
  /** Facts that may teach; no other is kept. */
  readonly taught: ReadonlySet<string>;
  readonly listed: ListedDomains;
  readonly trackedSince: ReadonlyMap<string, number>;
  readonly salt: string;
  /** The day of looking, and the moment of reading. */
  readonly asOf: number;
  readonly now: number;
};

/** A decision of a later day may have seen what sales filled in since. */
const prompt = 3_600_000;

const fixedColumns = [
  'Id',
  'CreatedDate',
  'Email',
  'IsConverted',
  'Status',
  'OwnerId',
  'ConvertedDate',
  'ConvertedContactId',
  'ConvertedOpportunityId',
];

/** The id that a lead had where it came from. */
const intakeId = 'SbxIntakeId__c';

/** Reads the leads of a slice as they were when they arrived, with what became of them. */
export async function readSlice(reading: Reading, slice: Slice, onLeads: (count: number) => void): Promise<KeptLead[]> {
  const { org, question } = reading;
  const around = await readAroundLeads(org, question, slice, reading.trackedSince);
  const { columns, cells } = leadColumns(org, question);
  const leads: KeptLead[] = [];
  for await (const page of org.selectInBulk(`SELECT ${columns.join(', ')} FROM Lead WHERE ${arrivedIn(slice)}`)) {
    for (const row of page) leads.push(keptLead(reading, around, cells, row));
    onLeads(leads.length);
  }
  return leads.toSorted((one, other) => (one.arrivedAt ?? 0) - (other.arrivedAt ?? 0) || (one.id < other.id ? -1 : 1));
}

/** The columns of a lead: its own, those of its sources, and its deal's. */
export function leadColumns(
  org: Org,
  { sources, dealFields, reasonField, leadReasonField }: Question,
): { columns: string[]; cells: Cells } {
  const columns = [
    ...new Set([
      ...fixedColumns,
      org.nameInOrg(intakeId),
      ...(leadReasonField === null ? [] : [leadReasonField]),
      ...sources.flatMap(({ fields }) => fields.map(({ name }) => name)),
      ...dealColumns(dealFields, reasonField).map((name) => `ConvertedOpportunity.${name}`),
    ]),
  ];
  return { columns, cells: new Cells(columns) };
}

function keptLead(reading: Reading, around: AroundLeads, cells: Cells, row: readonly string[]): KeptLead {
  const { question, prepared, taught, salt } = reading;
  const id = cells.of(row, 'Id') ?? '';
  const arrivedAt = asInstant(cells.of(row, 'CreatedDate') ?? '');
  const email = cells.of(row, 'Email');
  const input = promptInput(around, id, arrivedAt);
  const said = input ?? saidByFields(reading, around, cells, row);
  const sheet = factsAsOf(said.submission, emptyCrm(), said.answers, prepared);
  const notKnown = 'unknown' in said ? factsNotKnown(said.unknown) : new Set<string>();
  const ended = asKnownThen(reading, outsideOf(reading, cells, row) ?? endOfLead(question, around, cells, row));
  const touchedAt = firstTouch(around, id, cells.of(row, 'ConvertedContactId'));
  return {
    id,
    arrivedAt,
    origin: input === null ? 'fields' : 'decision',
    facts: keepFacts(sheet, prepared, new Set([...taught].filter((fieldKey) => !notKnown.has(fieldKey)))),
    person: email === null ? null : hashPersonal(salt, email.trim().toLowerCase()).slice(0, 32),
    outcome: ended.outcome,
    closedAt: ended.closedAt,
    words: ended.words,
    stage: ended.stage,
    reason: ended.reason,
    owner: ended.ownerId,
    touchedAt: touchedAt !== null && touchedAt <= reading.asOf ? touchedAt : null,
    changes: changesAfter(question, around, id, arrivedAt ?? 0, taught),
    activities: (around.activities.get(id) ?? []).filter(({ occurredAt }) => occurredAt <= reading.asOf),
  };
}

function promptInput({ inputs }: AroundLeads, id: string, arrivedAt: number | null): DecisionInput | null {
  const input = inputs.get(id);
  return input === undefined || arrivedAt === null || input.now - arrivedAt > prompt ? null : input;
}

function saidByFields(
  { question, listed }: Reading,
  around: AroundLeads,
  cells: Cells,
  row: readonly string[],
): SubmissionAsOf & Pick<DecisionInput, 'answers'> {
  const id = cells.of(row, 'Id') ?? '';
  const createdAt = asInstant(cells.of(row, 'CreatedDate') ?? '') ?? 0;
  const said = submissionAsOf({ id, createdAt, row }, question.sources, around.histories, cells);
  return { ...said, answers: listed.answersFor(said.submission.email) };
}

/** How the lead of a row ended. */
export function endOfLead(
  { reasonField, leadReasonField, lostStatuses }: Question,
  { histories, deals }: Pick<AroundOutcomes, 'histories' | 'deals'>,
  cells: Cells,
  row: readonly string[],
): LeadOutcome {
  const id = cells.of(row, 'Id') ?? '';
  const contactId = cells.of(row, 'ConvertedContactId');
  const own: readonly Deal[] =
    cells.of(row, 'ConvertedOpportunityId') === null
      ? contactId === null
        ? []
        : laterThan(deals.get(contactId) ?? [], asInstant(cells.of(row, 'CreatedDate') ?? ''))
      : [dealOf(cells, row, 'ConvertedOpportunity', reasonField)];
  const status = cells.of(row, 'Status');
  const lead = {
    arrivedAt: asInstant(cells.of(row, 'CreatedDate') ?? '') ?? 0,
    isConverted: asFlag(cells.of(row, 'IsConverted') ?? ''),
    status,
    ownerId: cells.of(row, 'OwnerId'),
    reason: leadReasonField === null ? null : cells.of(row, leadReasonField),
    statusSince: histories.changesOf(id, 'Status').findLast(({ after }) => after === status)?.changedAt ?? null,
  };
  return outcomeOfLead(lead, own, (status) => lostStatuses.includes(status));
}

type Ended = Omit<LeadOutcome, 'isDisqualified' | 'amount'>;

/** Whoever looks from a day of the past does not know yet what was closed since. A closing in the future is a mistake, and stays to be found. */
function asKnownThen({ asOf, now }: Reading, ended: Ended): Ended {
  const isSince = ended.closedAt !== null && ended.closedAt > asOf && ended.closedAt <= now;
  return isSince ? { outcome: 'open', closedAt: null, words: null, stage: null, reason: null, ownerId: null } : ended;
}

/** What a file from elsewhere says of a lead; null where it says nothing. */
function outsideOf({ org, question }: Reading, cells: Cells, row: readonly string[]): Ended | null {
  if (question.outside === null) return null;
  const names = namesOfLead({
    id: cells.of(row, 'Id') ?? '',
    intakeId: cells.of(row, org.nameInOrg(intakeId)),
    email: cells.of(row, 'Email'),
  });
  const name = names.find((each) => question.outside!.has(each));
  if (name === undefined) return null;
  const { outcome, closedAt, stage, outcomeWords, closeReason, finalOwner } = question.outside.get(name)!;
  return { outcome, closedAt, words: outcomeWords, stage, reason: closeReason, ownerId: finalOwner };
}

/** A deal from before the lead came is not its doing. */
function laterThan(deals: readonly Deal[], arrivedAt: number | null): Deal[] {
  return deals.filter(({ createdAt }) => createdAt === null || arrivedAt === null || createdAt >= arrivedAt);
}

/** When sales first spoke with a lead or with its contact; null where nobody knows. */
export function firstTouch(
  { touches }: Pick<AroundOutcomes, 'touches'>,
  id: string,
  contactId: string | null,
): number | null {
  const at = Math.min(touches.get(id) ?? Infinity, (contactId === null ? null : touches.get(contactId)) ?? Infinity);
  return at === Infinity ? null : at;
}

function changesAfter(
  { sources }: Question,
  { histories }: AroundLeads,
  id: string,
  arrivedAt: number,
  taught: ReadonlySet<string>,
): KeptLead['changes'] {
  const changes = new Map<string, number>();
  for (const { target, fields } of sources) {
    for (const { name } of fields) {
      const changedAt = histories.lastChangeAfter(id, name, arrivedAt);
      for (const fieldKey of changedAt === null ? [] : factsOf(target)) {
        if (taught.has(fieldKey)) changes.set(fieldKey, Math.max(changedAt!, changes.get(fieldKey) ?? 0));
      }
    }
  }
  return [...changes].map(([fieldKey, changedAt]) => ({ fieldKey, changedAt }));
}
