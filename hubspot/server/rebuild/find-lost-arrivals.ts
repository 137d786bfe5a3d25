import type { Crm, CrmRecord } from '../../handlers/crm/crm.ts';
import { decided } from '../../handlers/portal/property-names.ts';
import type { Database } from '../database/database.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { markSubjects, type Mark } from '../waiting/mark-subjects.ts';

const most = 10_000;
const read = ['createdate', 'recent_conversion_date', decided.decisionId, decided.decidedAt];

/**
 * Finds contacts that came in and were never decided, or came in again since they were: an event of HubSpot's that was lost, or
 * one of ours after a kill. They are marked as if the event had come.
 *
 * @param since only arrivals after this instant are ours: what was there before the installation is left alone
 * @returns how many marks were set
 */
export async function findLostArrivals(
  crm: Crm,
  database: Database,
  jobs: JobQueue,
  portalId: number,
  since: number,
  until: number,
): Promise<number> {
  const created = await crm.searchObjects({
    objectType: 'contacts',
    groups: [
      [
        { property: 'createdate', operator: 'GTE', values: [String(since)] },
        { property: 'createdate', operator: 'LT', values: [String(until)] },
        { property: decided.decisionId, operator: 'NOT_HAS_PROPERTY', values: [] },
      ],
    ],
    properties: read,
    most,
  });
  const submitted = await crm.searchObjects({
    objectType: 'contacts',
    groups: [[{ property: 'recent_conversion_date', operator: 'GTE', values: [String(since)] }]],
    properties: read,
    most,
  });
  const fresh = await readAgain(crm, [...created, ...submitted]);
  const undecided = created.flatMap(({ id }) => fresh.get(id) ?? []).filter(isUndecided);
  const again = submitted.flatMap(({ id }) => fresh.get(id) ?? []).filter(cameAgain);
  const marks = [...undecided.map(asCreated), ...again.map(asSubmitted)];
  return database.transaction(async (transaction) => {
    const unknown = await unknownOf(transaction, portalId, marks);
    const count = await markSubjects(transaction, portalId, unknown);
    if (count > 0) {
      await jobs.ask('decide', { portalId }, { transaction });
    }
    return count;
  });
}

/** The index may not know yet what was decided a moment ago; the records do. */
async function readAgain(crm: Crm, found: readonly CrmRecord[]): Promise<Map<string, CrmRecord>> {
  const ids = [...new Set(found.map(({ id }) => id))];
  const records = ids.length === 0 ? [] : await crm.readObjects('contacts', ids, read);
  return new Map(records.map((record) => [record.id, record]));
}

function isUndecided(contact: CrmRecord): boolean {
  return (contact.properties[decided.decisionId] ?? '') === '';
}

function asCreated(contact: CrmRecord): Mark {
  return {
    contactId: contact.id,
    reason: 'created',
    at: instantOf(contact.properties['createdate']) ?? contact.createdAt,
  };
}

function asSubmitted(contact: CrmRecord): Mark {
  return { contactId: contact.id, reason: 'submitted', at: instantOf(contact.properties['recent_conversion_date'])! };
}

/** It was decided before its latest form was sent, or it was there before Signalbox and sends one now. */
function cameAgain(contact: CrmRecord): boolean {
  const decidedAt = instantOf(contact.properties[decided.decidedAt]);
  const submittedAt = instantOf(contact.properties['recent_conversion_date']);
  return submittedAt !== null && (decidedAt === null || submittedAt > decidedAt);
}

/** What we know to have been decided or to wait since then needs no mark: the portal's index lags behind. */
async function unknownOf(
  transaction: Pick<Database, 'query'>,
  portalId: number,
  marks: readonly Mark[],
): Promise<Mark[]> {
  const rows = await transaction.query<{ contact_id: string; known_until: number }>(
    `select subject.contact_id, greatest(subject.arrived_at, coalesce(max(decision.decided_at), 0)) as known_until
     from subject left join decision on decision.portal_id = subject.portal_id and decision.contact_id = subject.contact_id
     where subject.portal_id = $1 and subject.contact_id = any($2::text[])
     group by subject.contact_id, subject.arrived_at`,
    [portalId, marks.map((mark) => mark.contactId)],
  );
  const knownUntil = new Map(rows.map((row) => [row.contact_id, row.known_until]));
  return marks.filter((mark) => (knownUntil.get(mark.contactId) ?? -1) < mark.at);
}

function instantOf(text: string | null | undefined): number | null {
  const instant = text === null || text === undefined || text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}
