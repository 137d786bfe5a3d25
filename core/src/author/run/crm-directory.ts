import path from 'node:path';
import type { CrmContext, MatchedAccount, MatchedContact } from '../../decide/model/crm-context.ts';
import type { Activity } from '../../decide/model/submission.ts';
import { readEmail } from '../../decide/normalize/read-email.ts';
import { companyKey } from '../../decide/normalize/clean-name.ts';
import { readDomain } from '../../decide/normalize/read-domain.ts';
import { findHeader } from './guess-mapping.ts';
import { openRowFile } from './read-rows.ts';
import { readInstant } from './read-instant.ts';
import { readWhole } from './read-whole.ts';
import { RunError, type RunMessage } from './run-message.ts';

/** What a CRM would know: accounts by domain, contacts by address, activities by lead. */
export type CrmDirectory = {
  accountsByDomain: Map<string, MatchedAccount[]>;
  contactsByAddress: Map<string, MatchedContact[]>;
  activitiesByLead: Map<string, Activity[]>;
  /** Accounts without a domain by name. Nobody is recognised by a name alone, but what is known of them fills gaps. */
  accountFacts: Map<string, AccountFacts | null>;
  messages: RunMessage[];
};

/** What an account of the same name tells of a lead's company. */
export type AccountFacts = { employees: number | null; industry: string | null; country: string | null };

export function emptyDirectory(): CrmDirectory {
  return {
    accountsByDomain: new Map(),
    contactsByAddress: new Map(),
    activitiesByLead: new Map(),
    accountFacts: new Map(),
    messages: [],
  };
}

/** The columns of the three files, each with the headers under which exports name it. */
const accountColumns = {
  accountKey: ['account', 'accountname', 'companyname', 'company', 'name', 'accountid'],
  domain: ['domain', 'companydomain', 'companydomainname', 'website', 'url'],
  ownerKey: ['owner', 'accountowner', 'companyowner', 'ownerid'],
  isCustomer: ['customer', 'iscustomer'],
  isNamed: ['named', 'namedaccount', 'isnamed'],
  employees: ['employees', 'numberofemployees', 'employeecount'],
  industry: ['industry', 'sector'],
  country: ['country', 'countryregion', 'billingcountry', 'officelocation'],
  hasOpenOpportunity: ['openopportunity', 'hasopenopportunity'],
  lostAt: ['lostopportunityat', 'lostat'],
};
const contactColumns = {
  contactKey: ['contactid', 'id', 'recordid'],
  email: ['email', 'emailaddress', 'mail'],
  accountDomain: ['accountdomain', 'companydomain', 'domain'],
  ownerKey: ['owner', 'contactowner', 'ownerid'],
  lastActivityAt: ['lastactivityat', 'lastactivitydate', 'lastactivity'],
};
const activityColumns = {
  leadKey: ['leadid', 'lead', 'recordid', 'id'],
  signalKey: ['signal', 'event', 'activity', 'type'],
  occurredAt: ['at', 'occurredat', 'date', 'timestamp', 'time'],
  occurrences: ['count', 'occurrences', 'times'],
};

/** Reads accounts: Account and Domain, and what else is known of them. */
export async function readAccounts(directory: CrmDirectory, file: string): Promise<void> {
  for await (const cells of rowsOf(directory, file, '--accounts', accountColumns, ['accountKey'])) {
    const domain = readDomain(cells.domain);
    if (cells.accountKey === null) {
      continue;
    }
    if (domain === null) {
      addFacts(directory, cells.accountKey, cells);
      continue;
    }
    add(directory.accountsByDomain, domain, {
      accountKey: cells.accountKey.slice(0, 60),
      domain,
      ownerKey: cells.ownerKey,
      isCustomer: isYes(cells.isCustomer),
      isNamed: isYes(cells.isNamed),
      employees: wholeOf(cells.employees),
      industry: cells.industry,
      country: cells.country,
      hasOpenOpportunity: isYes(cells.hasOpenOpportunity),
      lostAt: instantOf(cells.lostAt),
    });
  }
}

/** Two accounts of one name tell nothing for certain. */
function addFacts(
  directory: CrmDirectory,
  name: string,
  cells: Record<'employees' | 'industry' | 'country', string | null>,
): void {
  const key = companyKey(name);
  if (key !== null) {
    const facts = { employees: wholeOf(cells.employees), industry: cells.industry, country: cells.country };
    directory.accountFacts.set(key, directory.accountFacts.has(key) ? null : facts);
  }
}

/** What an account of the same name tells about a company; null when none does. */
export function askAccountFacts(directory: CrmDirectory, company: string | null): AccountFacts | null {
  const key = directory.accountFacts.size === 0 ? null : companyKey(company);
  return key === null ? null : (directory.accountFacts.get(key) ?? null);
}

/** Reads known contacts: Email, and their account and owner. */
export async function readContacts(directory: CrmDirectory, file: string): Promise<void> {
  for await (const cells of rowsOf(directory, file, '--contacts', contactColumns, ['email'])) {
    const address = readEmail(cells.email);
    if (address === null) {
      continue;
    }
    const account = directory.accountsByDomain.get(readDomain(cells.accountDomain) ?? '')?.[0];
    add(directory.contactsByAddress, address.matchKey, {
      contactKey: (cells.contactKey ?? address.matchKey).slice(0, 60),
      email: cells.email,
      accountKey: account?.accountKey ?? null,
      ownerKey: cells.ownerKey,
      lastActivityAt: instantOf(cells.lastActivityAt),
    });
  }
}

/** Reads what leads did: Lead ID, Signal, At and Count; newest first for each lead. */
export async function readActivities(directory: CrmDirectory, file: string): Promise<void> {
  for await (const cells of rowsOf(directory, file, '--activities', activityColumns, [
    'leadKey',
    'signalKey',
    'occurredAt',
  ])) {
    const occurredAt = instantOf(cells.occurredAt);
    if (occurredAt !== null && cells.signalKey !== null) {
      const occurrences = Math.min(wholeOf(cells.occurrences) ?? 1, 1000);
      add(directory.activitiesByLead, cells.leadKey ?? '', { signalKey: cells.signalKey, occurredAt, occurrences });
    }
  }
  for (const activities of directory.activitiesByLead.values()) {
    activities.sort((one, other) => other.occurredAt - one.occurredAt || (one.signalKey < other.signalKey ? -1 : 1));
  }
}

/** What of the directory concerns one lead. Later activities are not known yet at the time of deciding. */
export function askDirectory(
  directory: CrmDirectory,
  leadKey: string,
  address: string | null,
  domain: string | null,
  now: number,
): { crm: CrmContext; activities: Activity[] } {
  const contacts = address === null ? [] : (directory.contactsByAddress.get(address) ?? []);
  return {
    crm: {
      ownerKey: null,
      ownerSetter: null,
      contacts,
      accounts: domain === null ? [] : (directory.accountsByDomain.get(domain) ?? []),
      earlierSubmissionKey: null,
      earlierOwnerKey: null,
      earlierDecidedAt: null,
      handedBackKeys: [],
    },
    activities: (directory.activitiesByLead.get(leadKey) ?? [])
      .filter((activity) => activity.occurredAt <= now)
      .slice(0, 30),
  };
}

type Columns<Names extends string> = Record<Names, string[]>;

/** The rows of a file by what its columns mean. A file without a needed column is refused. */
async function* rowsOf<Names extends string>(
  directory: CrmDirectory,
  file: string,
  option: string,
  columns: Columns<Names>,
  needed: NoInfer<Names>[],
): AsyncGenerator<Record<Names, string | null>> {
  const opened = await openRowFile(file, option);
  const names = Object.keys(columns) as Names[];
  const headers = names.map((name): [Names, string | null] => [name, findHeader(columns[name], opened.headers)]);
  const missing = headers.filter(([name, header]) => header === null && needed.includes(name));
  if (missing.length > 0) {
    throw new RunError(missing.map(([name]) => missingColumn(file, option, columns[name], opened.headers)));
  }
  for await (const row of opened.rows) {
    if (row.kind === 'row') {
      const cells = headers.map(([name, header]) => [name, header === null ? null : cell(row.cells, header)] as const);
      yield Object.fromEntries(cells) as Record<Names, string | null>;
    } else {
      directory.messages.push(row.message);
    }
  }
}

function missingColumn(file: string, option: string, names: string[], headers: string[]): RunMessage {
  return {
    code: 'CRM001',
    about: `${path.basename(file)}, header`,
    found: `no column is named ${names.slice(0, 3).join(', ')} or the like; it has ${headers.slice(0, 12).join(', ')}`,
    next: `rename a column, or leave ${option} away. Nothing was decided.`,
  };
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) {
    map.set(key, [value]);
  } else {
    known.push(value);
  }
}

function cell(cells: Map<string, string>, header: string): string | null {
  const text = cells.get(header)?.trim() ?? '';
  return text === '' ? null : text.slice(0, 120);
}

function isYes(text: string | null): boolean {
  return text !== null && ['yes', 'true', '1'].includes(text.toLowerCase());
}

function instantOf(text: string | null): number | null {
  return text === null ? null : readInstant(text, 'monthFirst');
}

function wholeOf(text: string | null): number | null {
  const reading = text === null ? null : readWhole(text);
  return reading?.kind === 'whole' ? reading.whole : null;
}
