import type { LookupLists } from '../../../core/src/author/run/ask-lists.ts';
import type { MatchedAccount, MatchedContact } from '../../../core/src/decide/model/crm-context.ts';
import type { Submission } from '../../../core/src/decide/model/submission.ts';
import { readDomain } from '../../../core/src/decide/normalize/read-domain.ts';
import { readEmail } from '../../../core/src/decide/normalize/read-email.ts';
import type { CrmRecord } from '../crm/crm.ts';
import type { Team } from '../people/team.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import { isNamedAccount } from '../portal/property-names.ts';
import { isMailProvider } from './mail-lists.ts';
import type { KnownPortal } from './read-known.ts';
import { readAmount, readStoredInstant } from './read-value.ts';
import { byId } from './search-values.ts';

/** What is needed to recognise people and organisations. */
export type Recognising = {
  readonly known: KnownPortal;
  readonly team: Team;
  readonly settings: PortalSettings;
  readonly lists: LookupLists;
};

/** Whom the portal knows already: persons of the same address, and organisations by domain or association. */
export type KnownPeople = { readonly contacts: MatchedContact[]; readonly accounts: MatchedAccount[] };

/**
 * Whom a contact that waits may be. The contact itself stands among the known persons only where no other is found, and then
 * without its owner: so that its company counts, and its own owner is no claim on it.
 */
export function knownPeople(contact: CrmRecord, submission: Submission, recognising: Recognising): KnownPeople {
  const { known } = recognising;
  const address = readEmail(submission.email);
  const persons = known.people
    .filter((person) => person.id !== contact.id && matchKeyOf(person) === address?.matchKey)
    .sort(byId);
  const ownCompanyIds = companiesThatCount(known.companyIdsOf.get(contact.id) ?? [], recognising);
  const hasCustomers = [contact, ...persons].some((person) => isCustomerStage(person, recognising.settings));
  const companies = accountsOf(submission, ownCompanyIds, persons, recognising);
  const accounts = companies.map((company) => accountOf(company, hasCustomers, recognising));
  const contacts = persons.map((person) => contactOf(person, recognising));
  if (contacts.length === 0 && address !== null) {
    const isLoneCustomer = hasCustomers && accounts.length === 0;
    if (isLoneCustomer) {
      accounts.push(customerWithoutCompany);
    }
    const accountKey = isLoneCustomer ? customerWithoutCompany.accountKey : (ownCompanyIds[0] ?? null);
    if (accountKey !== null) {
      contacts.push({
        contactKey: contact.id,
        email: submission.email,
        accountKey,
        ownerKey: null,
        lastActivityAt: null,
      });
    }
  }
  return { contacts, accounts };
}

/** A person in a customer's stage is a customer, also where the portal has no company for them. Ids of companies are numbers. */
const customerWithoutCompany: MatchedAccount = {
  accountKey: 'person',
  domain: null,
  ownerKey: null,
  isCustomer: true,
  isNamed: false,
  employees: null,
  industry: null,
  country: null,
  hasOpenOpportunity: false,
  lostAt: null,
};

function matchKeyOf(person: CrmRecord): string | null {
  return readEmail(person.properties['email'] ?? null)?.matchKey ?? null;
}

function isCustomerStage(record: CrmRecord, settings: PortalSettings): boolean {
  return settings.customerStages.includes(record.properties['lifecyclestage'] ?? '');
}

/** A company under a mail provider's domain gathers strangers: it says nothing of any of them. */
function companiesThatCount(ids: readonly string[], { known, lists }: Recognising): string[] {
  return ids.filter((id) => {
    const company = known.companies.get(id);
    const domain = readDomain(company?.properties['domain'] ?? null);
    return company !== undefined && (domain === null || !isMailProvider(lists, domain));
  });
}

/** Only those that can be this lead's; the engine picks among them. By id. */
function accountsOf(
  submission: Submission,
  ownCompanyIds: readonly string[],
  persons: readonly CrmRecord[],
  recognising: Recognising,
): CrmRecord[] {
  const { known, lists } = recognising;
  const domains = [readEmail(submission.email)?.domain ?? null, readDomain(submission.website)];
  const ofPersons = companiesThatCount(
    persons.flatMap((person) => person.properties['associatedcompanyid'] ?? []),
    recognising,
  );
  const ids = new Set([...ownCompanyIds, ...ofPersons]);
  for (const company of known.companies.values()) {
    const domain = readDomain(company.properties['domain'] ?? null);
    if (domain !== null && domains.includes(domain) && !isMailProvider(lists, domain)) {
      ids.add(company.id);
    }
  }
  return [...ids].flatMap((id) => known.companies.get(id) ?? []).sort(byId);
}

function contactOf(person: CrmRecord, { team }: Recognising): MatchedContact {
  const active = readStoredInstant(person.properties['notes_last_updated'] ?? '');
  return {
    contactKey: person.id,
    email: person.properties['email'] ?? null,
    accountKey: person.properties['associatedcompanyid'] ?? null,
    ownerKey: listedOwner(person, team),
    lastActivityAt: active.kind === 'read' ? active.value : null,
  };
}

/** HubSpot says of a company how many deals are open and when one was last won, but not when one was lost. */
function accountOf(company: CrmRecord, isCustomerByPerson: boolean, { team, settings }: Recognising): MatchedAccount {
  const values = company.properties;
  const hasWon = (values['recent_deal_close_date'] ?? '') !== '';
  return {
    accountKey: company.id,
    domain: values['domain'] ?? null,
    ownerKey: listedOwner(company, team),
    isCustomer: isCustomerByPerson || hasWon || isCustomerStage(company, settings),
    isNamed: values[isNamedAccount] === 'true',
    employees: countOf(values['numberofemployees']),
    industry: values['industry'] ?? null,
    country: values['country'] ?? null,
    hasOpenOpportunity: (countOf(values['hs_num_open_deals']) ?? 0) > 0,
    lostAt: null,
  };
}

/** Leads can only go to an owner whom the team knows. */
function listedOwner(record: CrmRecord, team: Team): string | null {
  return team.keyOfOwner.get(record.properties['hubspot_owner_id'] ?? '') ?? null;
}

function countOf(stored: string | null | undefined): number | null {
  const reading = readAmount(stored ?? '');
  return reading.kind === 'read' ? reading.value : null;
}
