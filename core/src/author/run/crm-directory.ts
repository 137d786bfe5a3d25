import type { CrmContext, MatchedAccount, MatchedContact } from '../../decide/model/crm-context.ts';
import type { Activity } from '../../decide/model/submission.ts';
import { readEmail } from '../../decide/normalize/read-email.ts';
import { readDomain } from '../../decide/normalize/read-domain.ts';
import { openLeadFile } from './read-rows.ts';
import { readInstant } from './read-instant.ts';
import { readWhole } from './read-whole.ts';
import type { RunMessage } from './run-message.ts';

/** What a CRM would know: accounts by domain, contacts by address, activities by lead. */
export type CrmDirectory = {
  accountsByDomain: Map<string, MatchedAccount[]>;
  contactsByAddress: Map<string, MatchedContact[]>;
  activitiesByLead: Map<string, Activity[]>;
  messages: RunMessage[];
};

export function emptyDirectory(): CrmDirectory {
  return { accountsByDomain: new Map(), contactsByAddress: new Map(), activitiesByLead: new Map(), messages: [] };
}

/** Reads accounts (Account, Domain, Owner, Customer, Named, …) into the directory. */
export async function readAccounts(directory: CrmDirectory, file: string): Promise<void> {
  for await (const cells of rowsOf(directory, file)) {
    const domain = readDomain(cell(cells, 'Domain'));
    const accountKey = cell(cells, 'Account');
    if (accountKey === null) {
      continue;
    }
    add(directory.accountsByDomain, domain ?? '', {
      accountKey: accountKey.slice(0, 60),
      domain,
      ownerKey: cell(cells, 'Owner'),
      isCustomer: isYes(cell(cells, 'Customer')),
      isNamed: isYes(cell(cells, 'Named')),
      employees: wholeOf(cell(cells, 'Employees')),
      industry: cell(cells, 'Industry'),
      country: cell(cells, 'Country'),
      hasOpenOpportunity: isYes(cell(cells, 'Open Opportunity')),
      lostAt: instantOf(cell(cells, 'Lost Opportunity At')),
    });
  }
}

/** Reads known contacts (Contact ID, Email, Account Domain, Owner, Last Activity At). */
export async function readContacts(directory: CrmDirectory, file: string): Promise<void> {
  for await (const cells of rowsOf(directory, file)) {
    const address = readEmail(cell(cells, 'Email'));
    if (address === null) {
      continue;
    }
    const account = directory.accountsByDomain.get(cell(cells, 'Account Domain') ?? '')?.[0];
    add(directory.contactsByAddress, address.matchKey, {
      contactKey: (cell(cells, 'Contact ID') ?? address.matchKey).slice(0, 60),
      email: cell(cells, 'Email'),
      accountKey: account?.accountKey ?? null,
      ownerKey: cell(cells, 'Owner'),
      lastActivityAt: instantOf(cell(cells, 'Last Activity At')),
    });
  }
}

/** Reads what leads did (Lead ID, Signal, At, Count), newest first for each lead. */
export async function readActivities(directory: CrmDirectory, file: string): Promise<void> {
  for await (const cells of rowsOf(directory, file)) {
    const occurredAt = instantOf(cell(cells, 'At'));
    const signalKey = cell(cells, 'Signal');
    if (occurredAt !== null && signalKey !== null) {
      const occurrences = Math.min(wholeOf(cell(cells, 'Count')) ?? 1, 1000);
      add(directory.activitiesByLead, cell(cells, 'Lead ID') ?? '', { signalKey, occurredAt, occurrences });
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
    activities: (directory.activitiesByLead.get(leadKey) ?? []).filter((activity) => activity.occurredAt <= now).slice(0, 30),
  };
}

async function* rowsOf(directory: CrmDirectory, file: string): AsyncGenerator<Map<string, string>> {
  const opened = await openLeadFile(file);
  for await (const row of opened.rows) {
    if (row.kind === 'row') {
      yield row.cells;
    } else {
      directory.messages.push(row.message);
    }
  }
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
