import type { LookupLists } from '../../../core/src/author/run/ask-lists.ts';
import { readDomain } from '../../../core/src/decide/normalize/read-domain.ts';
import { readEmail, type EmailAddress } from '../../../core/src/decide/normalize/read-email.ts';
import type { Crm, CrmRecord } from '../crm/crm.ts';
import { unlessForbidden } from '../crm/unless-forbidden.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import { isNamedAccount } from '../portal/property-names.ts';
import { findMerged, mergedIdsProperty, type MergedContact } from './find-merged.ts';
import { isMailProvider } from './mail-lists.ts';
import { byId, searchValues } from './search-values.ts';
import { companySources, contactSources } from './source-table.ts';
import { firstFilled } from './submission-of.ts';
import type { WaitingSubject } from './subject.ts';

/** What a portal knows of some contacts and of whom they may be. */
export type KnownPortal = {
  readonly contacts: ReadonlyMap<string, CrmRecord>;
  /** Those who wait and answer under the id of another by now. */
  readonly merged: readonly MergedContact[];
  /** Companies that a contact is associated with, the main one first. */
  readonly companyIdsOf: ReadonlyMap<string, readonly string[]>;
  readonly companies: ReadonlyMap<string, CrmRecord>;
  /** Other contacts that are found by their address, which may stand for persons who wait. */
  readonly people: readonly CrmRecord[];
  readonly leadsOf: ReadonlyMap<string, readonly CrmRecord[]>;
};

/** What is asked for of a company beside its part in a submission. */
const companyProperties = [
  'domain',
  'lifecyclestage',
  'hubspot_owner_id',
  'numberofemployees',
  'industry',
  'country',
  'hs_num_open_deals',
  'recent_deal_close_date',
  isNamedAccount,
];
const personProperties = ['email', 'hubspot_owner_id', 'associatedcompanyid', 'lifecyclestage', 'notes_last_updated'];
const leadProperties = ['hubspot_owner_id', 'hs_lead_is_open', 'hs_pipeline_stage'];

/**
 * Reads everything about a batch of contacts in two rounds of calls that run at once; a third one only where somebody else is
 * found who works for a company that is not known yet. Never a call for each contact.
 */
export async function readKnown(
  crm: Crm,
  waiting: readonly WaitingSubject[],
  settings: PortalSettings,
  lists: LookupLists,
  hasLeads: boolean,
): Promise<KnownPortal> {
  const ids = waiting.map((one) => one.contactId);
  const contactProperties = [...new Set([...contactSources(settings), ...personProperties, mergedIdsProperty])];
  const nothing = new Map<string, string[]>();
  // Leads belong to a plan and a scope that may be gone since the portal was prepared: decisions are made all the same.
  const [contactRecords, companyLinks, leadLinks] = await Promise.all([
    crm.readObjects('contacts', ids, contactProperties, ['hubspot_owner_id']),
    crm.readAssociations('contacts', 'companies', ids),
    hasLeads ? unlessForbidden(crm.readAssociations('contacts', 'leads', ids), nothing) : nothing,
  ]);
  const waitingIds = new Set(ids);
  const contacts = mapById(contactRecords.filter((record) => !record.isArchived && waitingIds.has(record.id)));
  const companyIdsOf = new Map(
    [...contacts.values()].map((contact) => [contact.id, companyIds(contact, companyLinks.get(contact.id) ?? [])]),
  );
  const askedOfCompanies = [...new Set([...companySources(settings), ...companyProperties])];
  const asked = [...contacts.values()].map((contact) => keysOf(contact, settings, lists));
  const [associated, ofDomain, found, leadRecords] = await Promise.all([
    readSome(crm, 'companies', [...companyIdsOf.values()].flat(), askedOfCompanies),
    searchValues(
      crm,
      'companies',
      'domain',
      asked.flatMap((keys) => keys.domains),
      askedOfCompanies,
    ),
    searchValues(
      crm,
      'contacts',
      'email',
      asked.flatMap((keys) => keys.addresses),
      personProperties,
    ),
    unlessForbidden(readSome(crm, 'leads', [...leadLinks.values()].flat(), leadProperties), []),
  ]);
  const companies = mapById([...associated, ...ofDomain]);
  const missing = found.flatMap((person) => companyIds(person, [])).filter((id) => !companies.has(id));
  for (const company of await readSome(crm, 'companies', missing, askedOfCompanies)) {
    companies.set(company.id, company);
  }
  const leads = mapById(leadRecords);
  return {
    contacts,
    merged: findMerged(ids, contactRecords),
    companyIdsOf,
    companies,
    people: found,
    leadsOf: new Map([...leadLinks].map(([id, leadIds]) => [id, leadIds.flatMap((leadId) => leads.get(leadId) ?? [])])),
  };
}

/**
 * What a contact is looked for by. HubSpot has an address once only, so that it is not asked for what the contact itself has,
 * but for the person's other spellings; and mail providers are no companies.
 */
function keysOf(
  contact: CrmRecord,
  settings: PortalSettings,
  lists: LookupLists,
): { readonly addresses: string[]; readonly domains: string[] } {
  const source = { contact, company: null, settings };
  const email = readEmail(firstFilled('email', source));
  const own = contact.properties['email']?.toLowerCase();
  const addresses = email === null ? [] : spellingsOf(email).filter((address) => address !== own);
  const domains = [email?.domain ?? null, readDomain(firstFilled('website', source))];
  return {
    addresses,
    domains: domains.filter((domain) => domain !== null).filter((domain) => !isMailProvider(lists, domain)),
  };
}

/** As it stands there, without what follows a plus, and as the provider reads it: three ways in which a record may have it. */
function spellingsOf(email: EmailAddress): string[] {
  const plus = email.localPart.indexOf('+');
  const untagged = plus > 0 ? email.localPart.slice(0, plus) : email.localPart;
  return [email.address, `${untagged}@${email.domain}`, email.matchKey];
}

/** The main company first, then by id. */
function companyIds(contact: CrmRecord, associated: readonly string[]): string[] {
  const main = contact.properties['associatedcompanyid'] ?? '';
  const others = [...associated].filter((id) => id !== main).sort((one, other) => byId({ id: one }, { id: other }));
  return main === '' ? others : [main, ...others];
}

async function readSome(
  crm: Crm,
  objectType: 'companies' | 'leads',
  ids: readonly string[],
  properties: readonly string[],
): Promise<CrmRecord[]> {
  const some = [...new Set(ids)];
  return some.length === 0 ? [] : crm.readObjects(objectType, some, properties);
}

function mapById(records: readonly CrmRecord[]): Map<string, CrmRecord> {
  return new Map(records.map((record) => [record.id, record]));
}
