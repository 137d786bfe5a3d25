import path from 'node:path';
import { emptyDirectory, readAccounts } from '../../../core/src/author/run/crm-directory.ts';
import { readInstant } from '../../../core/src/author/run/read-instant.ts';
import { openRowFile } from '../../../core/src/author/run/read-rows.ts';
import type { MatchedAccount } from '../../../core/src/decide/model/crm-context.ts';
import { emailOf } from '../edition/sample-people.ts';
import type { HubPortal } from '../hub/portals/hub-portal.ts';
import type { ChangeSource } from '../records/record-change.ts';
import { addressOf } from './form-of-lead.ts';
import type { SampleLead } from './sample-leads.ts';

/** Who brought the CRM's old records in. */
const imported: ChangeSource = { sourceType: 'IMPORT', sourceId: '1', userId: null };
/** HubSpot itself, when somebody unsubscribes. */
const unsubscribing: ChangeSource = { sourceType: 'EMAIL', sourceId: null, userId: null };

/** HubSpot knows industries by names of its own, and has none for maintenance. */
const industryNames: ReadonlyMap<string, string> = new Map([
  ['construction', 'CONSTRUCTION'],
  ['facility', 'FACILITIES_SERVICES'],
  ['healthcare', 'HOSPITAL_HEALTH_CARE'],
  ['hospitality', 'HOSPITALITY'],
  ['logistics', 'LOGISTICS_AND_SUPPLY_CHAIN'],
  ['manufacturing', 'INDUSTRIAL_AUTOMATION'],
  ['retail', 'RETAIL'],
  ['utilities', 'UTILITIES'],
]);

/** What was in the portal before Signalbox came. */
export type KnownBefore = {
  readonly companies: number;
  readonly contacts: number;
  readonly unsubscribed: number;
  /** Ids of the companies whose leads always go to their own people. */
  readonly namedCompanyIds: readonly string[];
};

/**
 * Fills a portal with the companies and contacts that the sample's CRM knows, and with those who had unsubscribed before they
 * wrote in.
 *
 * @param laterMillis how much later than in the sample everything happens
 */
export async function fillPortal(
  portal: HubPortal,
  folder: string,
  leads: readonly SampleLead[],
  laterMillis: number,
): Promise<KnownBefore> {
  const directory = emptyDirectory();
  await readAccounts(directory, path.join(folder, 'accounts.csv'));
  const accounts = [...directory.accountsByDomain.values()].flat();
  const namedCompanyIds = accounts.flatMap((account) => {
    const id = addCompany(portal, account);
    return account.isNamed ? [id] : [];
  });
  const contacts = await addContacts(portal, path.join(folder, 'contacts.csv'), laterMillis);
  return {
    companies: accounts.length,
    contacts,
    unsubscribed: unsubscribe(portal, leads),
    namedCompanyIds,
  };
}

function addCompany(portal: HubPortal, account: MatchedAccount): string {
  const { accountKey, domain, country, employees, industry, isCustomer } = account;
  return portal.records.createRecord(
    '0-2',
    {
      name: accountKey,
      domain,
      country,
      numberofemployees: employees,
      industry: industryNames.get(industry ?? '') ?? null,
      lifecyclestage: isCustomer ? 'customer' : 'lead',
      hubspot_owner_id: ownerIdOf(portal, account.ownerKey),
    },
    imported,
  ).id;
}

/** Who had set an owner is part of what the rules ask: an owner whom a person chose is kept. */
async function addContacts(portal: HubPortal, file: string, laterMillis: number): Promise<number> {
  let added = 0;
  for await (const row of (await openRowFile(file, '--contacts')).rows) {
    if (row.kind !== 'row') continue;
    const cell = (header: string): string => row.cells.get(header)?.trim() ?? '';
    const email = cell('Email');
    if (email === '' || portal.records.findRecord('0-1', email, 'email') !== null) continue;
    const { id } = portal.records.createRecord('0-1', { email }, imported);
    const ownerId = ownerIdOf(portal, cell('Owner'));
    if (ownerId !== null) {
      portal.records.updateRecord('0-1', id, { hubspot_owner_id: ownerId }, ownerSetter(portal, cell('Owner Set By')));
    }
    const lastAt = readInstant(cell('Last Activity At'), 'monthFirst');
    if (lastAt !== null) addNote(portal, id, Math.min(lastAt + laterMillis, portal.records.now));
    added += 1;
  }
  return added;
}

/** When somebody was last worked on HubSpot knows by what stands on their timeline. */
function addNote({ records }: HubPortal, contactId: string, at: number): void {
  const properties = { hs_timestamp: new Date(at).toISOString(), hs_note_body: 'From the CRM that was there before.' };
  records.createRecord('0-46', properties, imported, [{ toTypeId: '0-1', toId: contactId }]);
}

function ownerSetter(portal: HubPortal, setBy: string): ChangeSource {
  switch (setBy) {
    case 'person': {
      const { userId } = portal.users[0]!;
      return { sourceType: 'CRM_UI', sourceId: `userId:${userId}`, userId };
    }
    case 'rule':
      return { sourceType: 'AUTOMATION_PLATFORM', sourceId: 'contact-flow-1', userId: null };
    default:
      return imported;
  }
}

function unsubscribe({ records }: HubPortal, leads: readonly SampleLead[]): number {
  const addresses = new Set(
    leads.flatMap(({ submission }) =>
      submission.optedOut === true ? (addressOf(submission)?.toLowerCase() ?? []) : [],
    ),
  );
  for (const email of addresses) {
    const known = records.findRecord('0-1', email, 'email') ?? records.createRecord('0-1', { email }, unsubscribing);
    records.updateRecord('0-1', known.id, { hs_email_optout: 'true' }, unsubscribing);
  }
  return addresses.size;
}

function ownerIdOf(portal: HubPortal, repKey: string | null): string | null {
  const email = emailOf(repKey ?? '');
  return portal.users.find((user) => user.email === email)?.ownerId ?? null;
}

/** An admin ticks the property that the app brought, in a list of companies. */
export function tickNamedAccounts(portal: HubPortal, companyIds: readonly string[]): void {
  const { userId } = portal.users[0]!;
  const byHand: ChangeSource = { sourceType: 'CRM_UI', sourceId: `userId:${userId}`, userId };
  for (const id of companyIds) {
    portal.records.updateRecord('0-2', id, { sbx_is_named_account: 'true' }, byHand);
  }
}
