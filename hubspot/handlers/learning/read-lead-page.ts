import type { Crm, CrmRecord } from '../crm/crm.ts';
import { unlessForbidden } from '../crm/unless-forbidden.ts';
import { askedOfCompanies, askedOfContacts, dealProperties } from './asked-of-history.ts';
import { leanOf, type KeptField, type LeanLead } from './lean-lead.ts';
import { companyIdAsOf, pastLeadOf, type PastGiven } from './past-lead-of.ts';

/** So many contacts make a page: two reads with history, and one of everything else. */
export const pageSize = 100;

/** Some past leads of a portal, in order of their ids. */
export type LeadPage = {
  readonly leads: readonly LeanLead[];
  /** Where the next page begins; null behind the last one. */
  readonly after: string | null;
  /** Whether the app may read deals. Without that nobody knows who was won. */
  readonly areDealsRead: boolean;
  /** How many of the leads ended in another CRM, as its synchronisation says. */
  readonly closedElsewhere: number;
};

/**
 * Reads the contacts that come after an id, each as it was when it came in, with what became of it. A page takes some ten calls, whatever
 * stands on it.
 *
 * @param after the id that the page before ended with; null for the first page
 * @throws CrmError
 */
export async function readLeadPage(
  crm: Crm,
  after: string | null,
  given: PastGiven & { readonly fields: readonly KeptField[] },
): Promise<LeadPage> {
  const found = await crm.searchObjects({
    objectType: 'contacts',
    groups: [[{ property: 'hs_object_id', operator: 'GT', values: [after ?? '0'] }]],
    properties: [],
    most: pageSize,
  });
  const ids = found.map(({ id }) => id);
  const asked = askedOfContacts(given.settings);
  const [contacts, dealIdsOf] = await Promise.all([
    crm.readObjects('contacts', ids, asked.properties, asked.historyOf),
    unlessForbidden(crm.readAssociations('contacts', 'deals', ids), null),
  ]);
  const [companies, deals] = await Promise.all([
    readCompanies(crm, contacts, given),
    dealIdsOf === null ? null : readDeals(crm, [...dealIdsOf.values()].flat()),
  ]);
  const askedIds = new Set(ids);
  const past = contacts
    // A contact that was merged since then answers under another id, and comes on that one's page.
    .filter(({ id, isArchived }) => askedIds.has(id) && !isArchived)
    .map((contact) =>
      pastLeadOf(
        {
          contact,
          company: companies.get(companyIdAsOf(contact) ?? '') ?? null,
          deals: (dealIdsOf?.get(contact.id) ?? []).flatMap((id) => deals?.get(id) ?? []),
        },
        given,
      ),
    );
  return {
    leads: past.map(({ lead }) => leanOf(lead, given.fields)),
    after: found.length < pageSize ? null : found.at(-1)!.id,
    areDealsRead: deals !== null,
    closedElsewhere: past.filter(({ from, lead }) => from === 'otherCrm' && lead.outcome !== 'open').length,
  };
}

/** How many contacts there are to read. */
export function countLeads(crm: Crm): Promise<number> {
  return crm.countObjects({
    objectType: 'contacts',
    groups: [[{ property: 'hs_object_id', operator: 'HAS_PROPERTY', values: [] }]],
  });
}

async function readCompanies(
  crm: Crm,
  contacts: readonly CrmRecord[],
  { settings }: PastGiven,
): Promise<Map<string, CrmRecord>> {
  const ids = [...new Set(contacts.flatMap((contact) => companyIdAsOf(contact) ?? []))];
  const { properties, historyOf } = askedOfCompanies(settings);
  const records = ids.length === 0 ? [] : await crm.readObjects('companies', ids, properties, historyOf);
  return new Map(records.map((record) => [record.id, record]));
}

/** Null where the app may not read them. */
async function readDeals(crm: Crm, ids: readonly string[]): Promise<Map<string, CrmRecord> | null> {
  const asked = [...new Set(ids)];
  const records =
    asked.length === 0 ? [] : await unlessForbidden(crm.readObjects('deals', asked, dealProperties), null);
  return records === null ? null : new Map(records.map((record) => [record.id, record]));
}
