import { installEdition } from '../../../sandbox/hubspot/edition/install-edition.ts';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import { findPostgres, startPostgres } from '../../hubspot/postgres/real-postgres.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { addSalesForm, missingOf, salesLead } from './sales-leads.ts';

export type LoadOptions = { readonly leads?: number };

type Stream = {
  readonly leads: number;
  /** How many come in a second; null for all at once. */
  readonly aSecond: number | null;
  readonly firstPlace: number;
};

type Outcome = { readonly incomplete: number; readonly seconds: number };

const apiMillis = 100;
const steadyLeads = 30;
const burstLeads = 500;
const mostMillis = 180_000;
const settleMillis = 12_000;

/** Many leads at HubSpot's limits: on the embedded database, and on PostgreSQL with two servers. */
export async function benchLoad(reporter: Reporter, { leads = 1_000 }: LoadOptions = {}): Promise<void> {
  const embedded = await startEdition();
  await loadEdition(reporter, embedded, 'embedded database, one server', leads);
  const programs = findPostgres();
  if (programs === null) {
    reporter.note('This machine has no PostgreSQL: two servers were not measured.');
    return;
  }
  const postgres = await startPostgres(programs);
  try {
    const shared = await startEdition({ databaseUrl: await postgres.createDatabase('load'), servers: 2 });
    await loadEdition(reporter, shared, 'PostgreSQL, two servers', leads);
  } finally {
    await postgres.close();
  }
}

async function loadEdition(reporter: Reporter, edition: Edition, name: string, leads: number): Promise<void> {
  try {
    await installEdition(edition);
    edition.hubSpot.faults.set({ latencyMillis: apiMillis });
    await runStream(reporter, edition, `Load on ${name}: ${leads} leads, ${steadyLeads} a second`, {
      leads,
      aSecond: steadyLeads,
      firstPlace: 0,
    });
    await runStream(reporter, edition, `Load on ${name}: ${burstLeads} leads at once`, {
      leads: burstLeads,
      aSecond: null,
      firstPlace: leads,
    });
  } finally {
    await edition.close();
  }
}

async function runStream(reporter: Reporter, edition: Edition, heading: string, stream: Stream): Promise<void> {
  const { hubSpot, app, portal } = edition;
  // What was called before must not stand in the windows of this run.
  await new Promise((resolve) => setTimeout(resolve, settleMillis));
  hubSpot.limits.counters.reset();
  const { incomplete, seconds } = await sendStream(edition, stream);
  const count = hubSpot.limits.counters.read(app.appId, portal.portalId);
  reporter.heading(heading);
  reporter.figure('leads that are not complete', incomplete, 'leads', atMost(0));
  reporter.figure('first arrival to last completion', seconds, 's');
  reporter.figure('completed', stream.leads / seconds, 'leads/s', stream.aSecond === null ? null : atLeast(20));
  reporter.figure('calls for a lead', count.calls / stream.leads, 'calls', atMost(0.5));
  reporter.figure('most calls within ten seconds (HubSpot: 110)', count.mostInTenSeconds, 'calls', atMost(110));
  reporter.figure('most searches within a second (HubSpot: 5)', count.mostSearchesInOneSecond, 'searches', atMost(5));
  reporter.figure('calls refused for their number', count.limited, 'calls', atMost(0));
}

async function sendStream({ hubSpot, portal }: Edition, { leads, aSecond, firstPlace }: Stream): Promise<Outcome> {
  const form = addSalesForm(hubSpot, portal);
  const startedAt = Date.now();
  const open = new Set<string>();
  let sent = 0;
  let lastAt = startedAt;
  while ((sent < leads || open.size > 0) && Date.now() - startedAt < mostMillis) {
    const due = aSecond === null ? leads : Math.floor(((Date.now() - startedAt) * aSecond) / 1_000) + 1;
    for (; sent < Math.min(due, leads); sent += 1) {
      open.add(hubSpot.submitForm(portal.portalId, form.formGuid, salesLead(firstPlace + sent)));
    }
    for (const contactId of open) {
      if (missingOf(portal, contactId).length === 0) {
        open.delete(contactId);
        lastAt = Date.now();
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { incomplete: leads - sent + open.size, seconds: (lastAt - startedAt) / 1_000 };
}
