import { installEdition } from '../../../sandbox/hubspot/edition/install-edition.ts';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import type { PortalRecord } from '../../../sandbox/hubspot/records/portal-record.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { benchChosenOwners } from './imports-chosen-owners.ts';

export type ImportsOptions = { readonly imports?: number; readonly owners?: number };

/** HubSpot reads a file in pieces; so does everybody who wants to do something else meanwhile. */
const pieceSize = 1_000;
/** At HubSpot's limits a hundred contacts take about half a second. */
const mostMillisEach = 40;
const leastMostMillis = 60_000;

/** A list that somebody imports into a portal in live mode stirs nobody up, and owners whom people choose stay. */
export async function benchImports(
  reporter: Reporter,
  { imports = 50_000, owners = 300 }: ImportsOptions = {},
): Promise<void> {
  reporter.heading(
    `Imports: ${imports.toLocaleString('en-US')} contacts from a file, live mode, HubSpot's limits enforced`,
  );
  const edition = await startEdition();
  try {
    await installEdition(edition);
    await importAll(reporter, edition, imports);
  } finally {
    await edition.close();
  }
  await benchChosenOwners(reporter, owners);
}

async function importAll(reporter: Reporter, edition: Edition, imports: number): Promise<void> {
  const { hubSpot, app, portal } = edition;
  hubSpot.limits.counters.reset();
  const tasksBefore = countOf(portal, 'tasks');
  const startedAt = Date.now();
  for (let first = 0; first < imports; first += pieceSize) {
    const places = Array.from({ length: Math.min(pieceSize, imports - first) }, (_, place) => first + place);
    hubSpot.importContacts(portal.portalId, places.map(importedRow));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  reporter.figure('the import itself', (Date.now() - startedAt) / 1_000, 's');
  const mostMillis = leastMostMillis + imports * mostMillisEach;
  let without = contactsOf(portal).filter(isOpen);
  while (without.length > 0 && Date.now() - startedAt < mostMillis) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    without = without.filter(isOpen);
  }
  const seconds = (Date.now() - startedAt) / 1_000;
  const count = hubSpot.limits.counters.read(app.appId, portal.portalId);
  const contacts = contactsOf(portal);
  reporter.figure('contacts without their record', without.length, 'contacts', atMost(0));
  reporter.figure('until each has its record', seconds, 's');
  reporter.figure('contacts recorded', imports / seconds, 'contacts/s');
  reporter.figure('calls for a contact', count.calls / imports, 'calls');
  reporter.note(`HubSpot's 110 calls in ten seconds alone make it ${Math.ceil(count.calls / 11)} s.`);
  reporter.figure('most calls within ten seconds (HubSpot: 110)', count.mostInTenSeconds, 'calls', atMost(110));
  reporter.figure('calls refused for their number', count.limited, 'calls', atMost(0));
  reporter.figure(
    'owners changed',
    contacts.filter((each) => each.has('hubspot_owner_id')).length,
    'contacts',
    atMost(0),
  );
  reporter.figure('clocks running', contacts.filter(hasClock).length, 'clocks', atMost(0));
  reporter.figure('tasks for people', countOf(portal, 'tasks') - tasksBefore, 'tasks', atMost(0));
  reporter.figure('alerts', await countAlerts(edition), 'alerts', atMost(0));
}

function importedRow(place: number): Record<string, string> {
  return {
    email: `person${place}@list-${place % 5_000}.example`,
    firstname: 'Robin',
    lastname: `Listed ${place}`,
    company: `Listed ${place % 5_000} Ltd`,
    jobtitle: ['Head of Operations', 'Buyer', 'Owner', 'Student'][place % 4]!,
    country: ['Germany', 'France', 'United States', 'India'][place % 4]!,
  };
}

function isOpen(contact: PortalRecord): boolean {
  return !contact.has('sbx_decision_record');
}

function hasClock(contact: PortalRecord): boolean {
  return ['running', 'reminded', 'missed'].includes(contact.value('sbx_sla_state') ?? '');
}

function contactsOf(portal: HubPortal): PortalRecord[] {
  return allOf(portal, 'contacts').filter((each) => each.latest('email')?.source.sourceType === 'IMPORT');
}

function countOf(portal: HubPortal, type: string): number {
  return allOf(portal, type).length;
}

function allOf(portal: HubPortal, type: string): PortalRecord[] {
  const records: PortalRecord[] = [];
  for (;;) {
    const page = portal.records.listRecords(type, records.at(-1)?.id ?? null, pieceSize);
    records.push(...page);
    if (page.length < pieceSize) {
      return records;
    }
  }
}

async function countAlerts({ hubSpot, portal, servers }: Edition): Promise<number> {
  const answer = await hubSpot.uiFetch(portal.portalId, portal.users[0]!.userId, `${servers[0]!.url}/ui/alerts`);
  return (answer.json() as { alerts: unknown[] }).alerts.length;
}
