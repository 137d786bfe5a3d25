import { ApexSObject, recordTypeOf } from '../../apex/library/record/apex-sobject.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexDate } from '../../apex/library/time/apex-date.ts';
import { dayOf, daysOf } from '../../apex/library/time/calendar.ts';
import { zoneOf } from '../../apex/library/time/zone.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { changeError, rolledBack, type ChangeError } from './change-result.ts';
import type { RecordChanges } from './record-changes.ts';
import { idIn, textIn, withFields } from './save-rows.ts';

/** What Database.LeadConvert holds. */
export interface LeadConversion {
  readonly leadId: string;
  readonly convertedStatus: string | null;
  /** An account and a contact to merge the lead into; null for new ones. */
  readonly accountId?: string | null;
  readonly contactId?: string | null;
  readonly doNotCreateOpportunity?: boolean;
  readonly opportunityName?: string | null;
  readonly ownerId?: string | null;
  readonly overwriteLeadSource?: boolean;
}

export interface LeadConversionResult {
  readonly leadId: string;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly success: boolean;
  readonly errors: readonly ChangeError[];
}

class Failed extends Error {
  readonly errors: readonly ChangeError[];

  constructor(errors: readonly ChangeError[]) {
    super(errors[0]?.message);
    this.errors = errors;
  }
}

const dayLength = 86_400_000;

/** Field of the lead → field of the account, the contact or the opportunity, as a new org maps them. */
const accountFields =
  pairs(`Company=Name Phone Fax Website Industry AnnualRevenue NumberOfEmployees Rating LeadSource=AccountSource
  Street=BillingStreet City=BillingCity State=BillingState PostalCode=BillingPostalCode Country=BillingCountry`);
const contactFields =
  pairs(`FirstName LastName Salutation Title Email Phone MobilePhone Fax LeadSource Description HasOptedOutOfEmail DoNotCall
  Street=MailingStreet City=MailingCity State=MailingState PostalCode=MailingPostalCode Country=MailingCountry`);
const opportunityFields = pairs('LeadSource');

function pairs(text: string): (readonly [string, string])[] {
  return text.split(/\s+/).map((each) => {
    const [from = '', to = from] = each.toLowerCase().split('=');
    return [from, to] as const;
  });
}

/**
 * Converts leads into accounts, contacts and opportunities, whose triggers run as those of the leads do: convertLeads(changes,
 * [{ leadId, convertedStatus: 'Closed - Converted' }], true)[0]?.contactId. Custom fields are not carried over.
 */
export function convertLeads(
  changes: RecordChanges,
  requests: readonly LeadConversion[],
  allOrNone: boolean,
): LeadConversionResult[] {
  const start = changes.store.savepoint();
  const results = requests.map((request) => convertOrUndo(changes, request));
  if (allOrNone && results.some((each) => !each.success)) {
    changes.store.rollback(start);
    return results.map((each) => (each.success ? failed(each.leadId, [rolledBack]) : each));
  }
  return results;
}

function failed(leadId: string, errors: readonly ChangeError[]): LeadConversionResult {
  return { leadId, accountId: null, contactId: null, opportunityId: null, success: false, errors };
}

function convertOrUndo(changes: RecordChanges, request: LeadConversion): LeadConversionResult {
  const start = changes.store.savepoint();
  try {
    return convert(changes, request);
  } catch (thrown) {
    changes.store.rollback(start);
    if (thrown instanceof Failed) {
      return failed(request.leadId, thrown.errors);
    }
    throw thrown;
  }
}

function convert(changes: RecordChanges, request: LeadConversion): LeadConversionResult {
  const lead = checkRequest(changes, request);
  const ownerId = request.ownerId ?? idIn(lead, 'ownerid') ?? changes.environment.userId();
  const owner = new ApexId(ownerId);
  const accountId = request.accountId ?? create(changes, 'Account', mapped(lead, accountFields, { ownerid: owner }));
  const contactId =
    request.contactId ??
    create(changes, 'Contact', mapped(lead, contactFields, { ownerid: owner, accountid: new ApexId(accountId) }));
  fillExisting(changes, request, lead);
  const opportunityId =
    request.doNotCreateOpportunity === true
      ? null
      : createOpportunity(changes, request, lead, accountId, contactId, owner);
  moveRelated(changes, lead.id, contactId);
  const platform = new Map<string, unknown>([
    ['isconverted', true],
    ['converteddate', today(changes)],
    ['convertedaccountid', new ApexId(accountId)],
    ['convertedcontactid', new ApexId(contactId)],
    ['convertedopportunityid', opportunityId === null ? null : new ApexId(opportunityId)],
  ]);
  const update = record('Lead', { id: new ApexId(lead.id), status: request.convertedStatus, isunreadbyowner: false });
  const { errors } = changes.updateByPlatform(update, platform);
  if (errors.length > 0) {
    throw new Failed(errors);
  }
  return { leadId: lead.id, accountId, contactId, opportunityId, success: true, errors: [] };
}

function checkRequest({ store }: RecordChanges, request: LeadConversion): StoredRecord {
  const lead = store.findRecord(request.leadId);
  if (lead === null || lead.objectName !== 'Lead' || lead.isDeleted) {
    throw new Failed([changeError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')]);
  }
  if (lead.fields.get('isconverted') === true) {
    throw new Failed([changeError('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead')]);
  }
  const statuses = [...store.recordsOf('LeadStatus')].filter((each) => each.fields.get('isconverted') === true);
  if (!statuses.some((each) => each.fields.get('apiname') === request.convertedStatus)) {
    throw new Failed([changeError('INVALID_STATUS', `invalid convertedStatus: ${String(request.convertedStatus)}`)]);
  }
  if (request.contactId !== undefined && request.contactId !== null && (request.accountId ?? null) === null) {
    throw new Failed([
      changeError('REQUIRED_FIELD_MISSING', 'AccountId is required when ContactId is specified', ['AccountId']),
    ]);
  }
  if ((request.ownerId ?? null) === null && idIn(lead, 'ownerid')?.startsWith('00G') === true) {
    throw new Failed([
      changeError(
        'FIELD_INTEGRITY_EXCEPTION',
        'Converted objects can only be owned by users. If the lead is not owned by a user, you must specify a user for the Owner field.',
      ),
    ]);
  }
  return lead;
}

function record(objectName: string, fields: Readonly<Record<string, unknown>>): ApexSObject {
  return new ApexSObject(recordTypeOf(objectName), new Map(Object.entries(fields)));
}

function mapped(
  lead: StoredRecord,
  fields: readonly (readonly [string, string])[],
  more: Readonly<Record<string, unknown>>,
) {
  const found = fields
    .map(([from, to]) => [to, lead.fields.get(from) ?? null] as const)
    .filter(([, value]) => value !== null);
  return { ...Object.fromEntries(found), ...more };
}

function create(changes: RecordChanges, objectName: string, fields: Readonly<Record<string, unknown>>): string {
  const [result] = changes.apply('insert', [record(objectName, fields)], { allOrNone: true });
  if (result === undefined || result.id === null || !result.success) {
    throw new Failed(result?.errors ?? []);
  }
  return result.id;
}

/** As documented: of a contact that is there already only empty fields are filled, and its source where that is asked. */
function fillExisting(changes: RecordChanges, request: LeadConversion, lead: StoredRecord): void {
  const contact = changes.store.findRecord(request.contactId ?? '');
  if (contact === null) {
    return;
  }
  const values = Object.entries(mapped(lead, contactFields, {})).filter(
    ([name]) => !contact.fields.has(name) || (name === 'leadsource' && request.overwriteLeadSource === true),
  );
  if (values.length > 0) {
    const [result] = changes.apply(
      'update',
      [record('Contact', { id: new ApexId(contact.id), ...Object.fromEntries(values) })],
      { allOrNone: true },
    );
    if (result?.success !== true) {
      throw new Failed(result?.errors ?? []);
    }
  }
}

function createOpportunity(
  changes: RecordChanges,
  request: LeadConversion,
  lead: StoredRecord,
  accountId: string,
  contactId: string,
  owner: ApexId,
): string {
  const account = changes.store.findRecord(accountId);
  const stage = changes.store.schema.demand('Opportunity').fields.get('stagename')?.picklist?.values[0]?.value ?? null;
  const id = create(
    changes,
    'Opportunity',
    mapped(lead, opportunityFields, {
      name: request.opportunityName ?? `${textIn(account, 'name')}-`,
      accountid: new ApexId(accountId),
      ownerid: owner,
      stagename: stage,
      closedate: endOfQuarter(today(changes)),
    }),
  );
  create(changes, 'OpportunityContactRole', {
    opportunityid: new ApexId(id),
    contactid: new ApexId(contactId),
    isprimary: true,
  });
  return id;
}

function today({ environment }: RecordChanges): ApexDate {
  const now = environment.now();
  return new ApexDate(Math.floor((now + zoneOf(environment.timeZone()).offsetAt(now)) / dayLength));
}

function endOfQuarter(date: ApexDate): ApexDate {
  const { year, month } = dayOf(date.days);
  return new ApexDate(daysOf(year, Math.ceil(month / 3) * 3 + 1, 1) - 1);
}

/** Activities and campaign memberships of the lead are from now on those of the contact. */
function moveRelated({ store }: RecordChanges, leadId: string, contactId: string): void {
  for (const [objectName, from, to] of [
    ['Task', 'whoid', 'whoid'],
    ['Event', 'whoid', 'whoid'],
    ['CampaignMember', 'leadid', 'contactid'],
  ] as const) {
    const object = store.schema.demand(objectName);
    const field = object.fields.get(from);
    for (const each of field === undefined ? [] : store.findBy(object, field, new ApexId(leadId))) {
      store.put(withFields(each, { [to]: new ApexId(contactId) }));
    }
  }
}
