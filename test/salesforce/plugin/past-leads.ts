import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readInstant } from '../../../core/src/author/run/read-instant.ts';
import { ApexDecimal } from '../../../sandbox/salesforce/apex/library/number/apex-decimal.ts';
import { ApexId } from '../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { ApexDate } from '../../../sandbox/salesforce/apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../../sandbox/salesforce/apex/library/time/apex-datetime.ts';
import type { InMemoryOrg } from '../../../sandbox/salesforce/org/in-memory-org.ts';
import { rowsOfCsv } from '../../../salesforce/plugin/src/org/bulk-rows.ts';

const sample = path.join(import.meta.dirname, '..', '..', '..', 'core', 'sample');
const dayMillis = 86_400_000;
/** Before all leads of the sample. */
const firstDay = Date.UTC(2024, 9, 1);

type Row = Readonly<Record<string, string>>;

/** Fields of which the seeded org has a history from the beginning. */
export const trackedFields = [
  'Country',
  'State',
  'City',
  'Industry',
  'LeadSource',
  'NumberOfEmployees',
  'AnnualRevenue',
  'Email',
  'Title',
  'Phone',
  'Website',
  'SbxChannel__c',
  'SbxLanguage__c',
  'SbxCampaign__c',
  'SbxEntryPage__c',
  'SbxLastPage__c',
  'SbxProductInterest__c',
  'SbxCurrentTool__c',
  'SbxTimeline__c',
  'SbxTeamSize__c',
  'SbxMessage__c',
  'Status',
];

const channels: Readonly<Record<string, string>> = { 'web form': 'webForm', demo: 'demoRequest' };

/** Puts records into an org with times of their own, as they came there over two years; nothing of the package runs. */
export class PastOrg {
  readonly #org: InMemoryOrg;

  constructor(org: InMemoryOrg) {
    this.#org = org;
  }

  /** Example: `past.put('Task', createdAt, { WhoId: id('00Q…'), IsClosed: true })`; answers the new id. */
  put(objectName: string, createdAt: number, fields: Readonly<Record<string, unknown>>): string {
    const { store } = this.#org;
    const id = store.nextId(store.schema.demand(objectName));
    const when = new ApexDatetime(createdAt);
    const all: Record<string, unknown> = {
      Id: new ApexId(id),
      CreatedDate: when,
      LastModifiedDate: when,
      IsDeleted: false,
      ...fields,
    };
    const filled = Object.entries(all).filter(([, value]) => value !== null && value !== '');
    const byName = new Map(filled.map(([name, value]) => [name.toLowerCase(), value]));
    store.put({ objectName, id, fields: byName, isDeleted: false });
    return id;
  }

  /** Changes that the org wrote down of a lead. */
  change(leadId: string, field: string, at: number, before: string | null, after: string | null): void {
    this.put('LeadHistory', at, { LeadId: new ApexId(leadId), Field: field, OldValue: before, NewValue: after });
  }

  /** A field of which the org has a change from before all leads is tracked for all of them. */
  track(fields: readonly string[], since: number): void {
    const forgotten = this.put('Lead', since, {
      LastName: 'Forgotten',
      Company: 'Long ago',
      Status: 'Open - Not Contacted',
    });
    for (const field of fields) this.change(forgotten, field, since, 'before', 'after');
  }
}

/** The sample's leads as an org would have them: won and lost ones converted with their opportunity. Ids by the sample's keys. */
export function seedSample(org: InMemoryOrg): Map<string, string> {
  const past = new PastOrg(org);
  const leads = rows('leads.csv');
  past.track(trackedFields, firstDay);
  const outcomes = new Map(rows('outcomes.csv').map((row) => [row['Lead ID']!, row]));
  const ids = new Map<string, string>();
  for (const lead of leads) {
    const createdAt = instantOf(lead['Created']);
    if (createdAt !== null) ids.set(lead['Lead ID']!, seedLead(past, lead, createdAt, outcomes.get(lead['Lead ID']!)));
  }
  for (const { 'Lead ID': key = '', Signal, At, Count } of rows('activities.csv')) {
    const id = ids.get(key);
    const at = instantOf(At);
    if (id !== undefined && at !== null) {
      past.put('SbxActivity__c', at, {
        Lead__c: new ApexId(id),
        ActivityName__c: Signal,
        OccurredAt__c: new ApexDatetime(at),
        Occurrences__c: decimal(Count ?? '1'),
      });
    }
  }
  return ids;
}

function seedLead(past: PastOrg, lead: Row, createdAt: number, ended: Row | undefined): string {
  const closedAt = instantOf(ended?.['Closed At']);
  const outcome = ended?.['Outcome'] ?? 'open';
  const isSold = (outcome === 'won' || outcome === 'lost') && closedAt !== null;
  const dealId = isSold ? seedDeal(past, closedAt, outcome === 'won', ended!) : null;
  const status = isSold
    ? 'Closed - Converted'
    : outcome === 'disqualified'
      ? 'Closed - Not Converted'
      : 'Working - Contacted';
  const channel = lead['Channel'] ?? '';
  const id = past.put('Lead', createdAt, {
    ...namesOf(lead),
    Status: status,
    OwnerId: new ApexId(ownerOf(ended?.['Final Owner'] ?? '')),
    IsConverted: isSold,
    ConvertedOpportunityId: dealId === null ? null : new ApexId(dealId),
    LastModifiedDate: new ApexDatetime(closedAt ?? createdAt),
    SbxIntakeId__c: lead['Lead ID'],
    SbxChannel__c: channels[channel] ?? 'webForm',
  });
  if (closedAt !== null) past.change(id, 'Status', closedAt, 'Working - Contacted', status);
  const touchedAt = instantOf(ended?.['First Touch At']);
  if (touchedAt !== null) {
    past.put('Task', touchedAt, {
      WhoId: new ApexId(id),
      IsClosed: true,
      CompletedDateTime: new ApexDatetime(touchedAt),
    });
  }
  return id;
}

function namesOf(lead: Row): Record<string, unknown> {
  return {
    FirstName: lead['First Name'],
    LastName: lead['Last Name'],
    Email: lead['Email'],
    Phone: lead['Phone'],
    Company: lead['Company'],
    Title: lead['Title'],
    Website: lead['Website'],
    Country: lead['Country'],
    State: lead['State'],
    City: lead['City'],
    Industry: lead['Industry'],
    LeadSource: lead['Lead Source'],
    NumberOfEmployees: integer(lead['Employees']),
    AnnualRevenue: decimal(lead['Annual Revenue']),
    SbxLanguage__c: lead['Language'],
    SbxCampaign__c: lead['Campaign'],
    SbxEntryPage__c: lead['Entry Page'],
    SbxLastPage__c: lead['Last Page'],
    SbxProductInterest__c: lead['Product Interest'],
    SbxCurrentTool__c: lead['Current Tool'],
    SbxTimeline__c: lead['Timeline'],
    SbxTeamSize__c: decimal(lead['Team Size']),
    SbxMessage__c: lead['Message'],
  };
}

function seedDeal(past: PastOrg, closedAt: number, isWon: boolean, ended: Row): string {
  return past.put('Opportunity', closedAt, {
    Name: 'Deal',
    StageName: isWon ? 'Closed Won' : 'Closed Lost',
    IsClosed: true,
    IsWon: isWon,
    CloseDate: new ApexDate(Math.floor(closedAt / dayMillis)),
    Amount: decimal(ended['Amount']),
    OwnerId: new ApexId(ownerOf(ended['Final Owner'] ?? '')),
    // The sample's own object has no reason; an org's admin makes a field for it, for which this stands.
    NextStep: ended['Close Reason'],
  });
}

/** A user of their own for each rep of the sample. */
function ownerOf(name: string): string {
  const number = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 100_000, 7);
  return `005${String(number).padStart(12, '0')}AAA`;
}

function instantOf(typed: string | undefined): number | null {
  return typed === undefined || typed === '' ? null : readInstant(typed, 'monthFirst');
}

function integer(typed: string | undefined): number | null {
  const whole = Number(typed === undefined || typed === '' ? Number.NaN : typed.replaceAll(/[^\d.-]/g, ''));
  return Number.isInteger(whole) && whole < 2 ** 31 ? whole : null;
}

function decimal(typed: string | undefined): ApexDecimal | null {
  const whole = integer(typed);
  return whole === null || typed === '' ? null : new ApexDecimal(BigInt(whole), 0);
}

function rows(name: string): Row[] {
  // The reader leaves the line of names away; here it is needed.
  const [names = [], ...rest] = rowsOfCsv(`\n${readFileSync(path.join(sample, name), 'utf8')}`);
  return rest.map((cells) => Object.fromEntries(names.map((each, place) => [each, cells[place] ?? ''])));
}
