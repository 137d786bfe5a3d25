import type { Queryable } from '../database/database.ts';
import type { Desk } from '../desk.ts';
import type { PortalSession } from '../portals/portal-session.ts';

const mostCompanies = 100;
/** A company can have thousands of contacts, and whoever decides waits for those that are being marked. */
const mostContacts = 500;
/** What changed in the instant of the arrival is read with it. */
const sameInstantMillis = 250;

/**
 * What changed on a company changed for everybody who belongs to it and came in before: they are decided again. The change is kept
 * until the last of them is marked, so that after a crash all are marked once more, which changes nothing for those who wait.
 */
export async function markContactsOfCompanies(
  desk: Pick<Desk, 'database' | 'jobs'>,
  session: Pick<PortalSession, 'portalId' | 'crm'>,
): Promise<void> {
  const { portalId } = session;
  const changed = await desk.database.query<{ company_id: string; changed_at: number }>(
    'select company_id, changed_at from changed_company where portal_id = $1 order by company_id limit $2',
    [portalId, mostCompanies],
  );
  if (changed.length === 0) {
    return;
  }
  const companyIds = changed.map((row) => row.company_id);
  const contactIdsOf = await session.crm.readAssociations('companies', 'contacts', companyIds);
  const changedAt = new Map<string, number>();
  for (const row of changed) {
    for (const contactId of contactIdsOf.get(row.company_id) ?? []) {
      changedAt.set(contactId, Math.max(changedAt.get(contactId) ?? 0, row.changed_at));
    }
  }
  const contacts = [...changedAt].sort(([one], [other]) => (one < other ? -1 : 1));
  for (let start = 0; start < contacts.length; start += mostContacts) {
    const some = contacts.slice(start, start + mostContacts);
    await desk.database.transaction(async (transaction) => {
      if ((await markChanged(transaction, portalId, some)) > 0) {
        await desk.jobs.ask('decide', { portalId }, { transaction });
      }
    });
  }
  await desk.database.query(
    `delete from changed_company using unnest($2::text[], $3::bigint[]) as seen (company_id, changed_at)
     where changed_company.portal_id = $1 and changed_company.company_id = seen.company_id
       and changed_company.changed_at = seen.changed_at`,
    [portalId, companyIds, changed.map((row) => row.changed_at)],
  );
}

/** Marks many at once as `changed` marks one (mark-subjects.ts). Rows are locked in the order of their ids, as everywhere. */
async function markChanged(
  transaction: Queryable,
  portalId: number,
  contacts: readonly (readonly [string, number])[],
): Promise<number> {
  const marked = await transaction.query(
    `with changed as (
       select subject.contact_id, seen.changed_at from subject
       join unnest($2::text[], $3::bigint[]) as seen (contact_id, changed_at) on seen.contact_id = subject.contact_id
       where subject.portal_id = $1 and subject.deleted_at is null and seen.changed_at > subject.arrived_at + $4
       order by subject.contact_id for update of subject)
     update subject set version = subject.version + 1,
       attempts = case when subject.is_waiting then subject.attempts else 0 end,
       arrival = case when subject.is_waiting then subject.arrival else subject.arrival + 1 end,
       arrived_at = case when subject.is_waiting then subject.arrived_at else changed.changed_at end,
       is_waiting = true, put_aside_at = null
     from changed where subject.portal_id = $1 and subject.contact_id = changed.contact_id
     returning subject.contact_id`,
    [portalId, contacts.map(([contactId]) => contactId), contacts.map(([, at]) => at), sameInstantMillis],
  );
  return marked.length;
}
