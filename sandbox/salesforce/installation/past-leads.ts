import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Submission } from '../../../core/src/decide/model/submission.ts';
import { ApexId } from '../apex/library/text/apex-id.ts';
import { ApexDatetime } from '../apex/library/time/apex-datetime.ts';
import type { StoredRecord } from '../org/records/stored-record.ts';
import { sendLeads } from '../start/send-leads.ts';
import type { Installation } from './installation.ts';
import { leadRecordOf, readSampleLeads } from './sample-leads.ts';

type Ended = { outcome: string; closedAt: number | null; reason: string };

const outcomesFile = path.join(import.meta.dirname, '..', '..', '..', 'core', 'sample', 'outcomes.csv');
const minute = 60_000;

/**
 * Gives an installation a past: the sample's leads come in and are decided, then are dated back to when the sample has them and
 * end as it says, with an opportunity where sales took them on. On the platform this is years of work; here their records are
 * rewritten, as a migration with audit fields does.
 */
export async function makePastLeads(
  installation: Installation,
  onProgress: (count: number) => void = () => undefined,
): Promise<void> {
  const submissions = await readSampleLeads();
  const records = submissions.map(namedRecordOf);
  await sendLeads(installation, records.map(installation.names.record), onProgress);
  await endLeads(installation, submissions);
}

/** A lead that can be found again by the sample's id. */
export function namedRecordOf(submission: Submission): Record<string, unknown> {
  return { ...leadRecordOf(submission), SbxIntakeId__c: submission.submissionKey };
}

/** Dates leads back that came in by the ids of the sample, and ends them. */
export async function endLeads({ org, admin, names }: Installation, submissions: readonly Submission[]): Promise<void> {
  const ends = readEnds();
  const intakeField = names.of('SbxIntakeId__c').toLowerCase();
  const arrivals = new Map(submissions.map((each) => [each.submissionKey, Number(each.receivedAt)]));
  const came = [...org.store.recordsOf('Lead')].flatMap((lead) => {
    const key = lead.fields.get(intakeField) as string | undefined;
    const arrivedAt = key === undefined ? undefined : arrivals.get(key);
    return key === undefined || arrivedAt === undefined ? [] : [{ lead, arrivedAt, end: ends.get(key) }];
  });
  const converted = came.filter(({ end }) => ['won', 'lost', 'open'].includes(end?.outcome ?? ''));
  const opportunityIds = await makeOpportunities(
    admin,
    converted.map(({ lead, end }) => ({ name: lead.id, end: end! })),
  );
  for (const { lead, arrivedAt, end } of came) {
    const opportunityId = opportunityIds.get(lead.id);
    const isOver = end?.outcome === 'disqualified';
    rewrite(org, lead, [
      ['createddate', new ApexDatetime(arrivedAt)],
      ['lastmodifieddate', new ApexDatetime(end?.closedAt ?? arrivedAt + minute)],
      ['isconverted', opportunityId !== undefined],
      ['convertedopportunityid', opportunityId === undefined ? null : new ApexId(opportunityId)],
      ...(isOver ? [['status', 'Closed - Not Converted'] as const] : []),
    ]);
  }
  const arrivalOf = new Map(came.map(({ lead, arrivedAt }) => [lead.id, arrivedAt]));
  const decisionName = names.of('SbxDecision__c');
  for (const decision of org.store.recordsOf(decisionName)) {
    const lead = decision.fields.get(names.of('Lead__c').toLowerCase());
    const arrivedAt = lead instanceof ApexId ? arrivalOf.get(lead.value) : undefined;
    if (arrivedAt !== undefined) {
      rewrite(org, decision, [[names.of('DecidedAt__c').toLowerCase(), new ApexDatetime(arrivedAt + minute)]]);
    }
  }
}

async function makeOpportunities(
  admin: Installation['admin'],
  leads: readonly { name: string; end: Ended }[],
): Promise<Map<string, string>> {
  const stages: Readonly<Record<string, string>> = { won: 'Closed Won', lost: 'Closed Lost', open: 'Prospecting' };
  const ids = new Map<string, string>();
  for (let start = 0; start < leads.length; start += 200) {
    const some = leads.slice(start, start + 200);
    const results = await admin.sobject('Opportunity').create(
      some.map(({ name, end }) => ({
        Name: name,
        StageName: stages[end.outcome],
        CloseDate: new Date(end.closedAt ?? Date.now()).toISOString().slice(0, 10),
        NextStep: end.reason,
      })),
    );
    results.forEach((result, place) => {
      if (!result.success) throw new Error(result.errors.map((each) => each.message).join('; '));
      ids.set(some[place]!.name, result.id);
    });
  }
  return ids;
}

function rewrite(
  org: Installation['org'],
  record: StoredRecord,
  values: readonly (readonly [field: string, value: unknown])[],
): void {
  org.store.put({ ...record, fields: new Map([...record.fields, ...values]) });
}

/** How leads of the sample ended, by their ids. */
function readEnds(): Map<string, Ended> {
  const rows = parse<Record<string, string>>(readFileSync(outcomesFile, 'utf8'), { columns: true });
  return new Map(
    rows.map((row) => [
      row['Lead ID'] ?? '',
      {
        outcome: row['Outcome'] ?? '',
        closedAt: row['Closed At'] ? Date.parse(row['Closed At']) : null,
        reason: row['Close Reason'] ?? '',
      },
    ]),
  );
}
