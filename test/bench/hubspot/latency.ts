import { installEdition } from '../../../sandbox/hubspot/edition/install-edition.ts';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import { largest, median } from '../engine/statistics.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { CallTimes } from './call-times.ts';
import { stages, stagesOf, type StageTimes } from './latency-stages.ts';
import { addSalesForm, missingOf, salesLead, until } from './sales-leads.ts';

export type LatencyOptions = { readonly leads?: number };

const apiMillis = 100;
const collectMillis = 50;
/** A lead takes about a dozen calls when it comes alone, and HubSpot lets eleven through in a second. */
const everyMillis = 2_000;
/** The first ones meet a server whose code is not compiled yet. */
const warmUp = 2;

/**
 * How long a lead that comes alone waits from its creation until everything stands on its record: properties, owner, clock, lead
 * record, note and task.
 */
export async function benchLatency(reporter: Reporter, { leads = 60 }: LatencyOptions = {}): Promise<void> {
  reporter.heading(`Latency: ${leads} leads one by one, ${apiMillis} ms for each call to HubSpot`);
  const edition = await startEdition();
  try {
    await installEdition(edition);
    edition.hubSpot.faults.set({ latencyMillis: apiMillis });
    const times = await sendOneByOne(edition, leads);
    report(reporter, times);
    const { limited } = edition.hubSpot.limits.counters.read(edition.app.appId, edition.portal.portalId);
    reporter.figure('calls refused for their number', limited, 'calls', atMost(0));
  } finally {
    await edition.close();
  }
}

async function sendOneByOne({ hubSpot, portal }: Edition, leads: number): Promise<StageTimes[]> {
  const form = addSalesForm(hubSpot, portal);
  const calls = new CallTimes(hubSpot);
  const times: StageTimes[] = [];
  for (let place = 0; place < leads + warmUp; place += 1) {
    calls.clear();
    hubSpot.deliveries.clear();
    const createdAt = Date.now();
    const contactId = hubSpot.submitForm(portal.portalId, form.formGuid, salesLead(place));
    await until(`lead ${place} is whole`, () => missingOf(portal, contactId).length === 0);
    if (place >= warmUp) {
      times.push(stagesOf(hubSpot, portal, calls, contactId, createdAt));
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, createdAt + everyMillis - Date.now())));
  }
  return times;
}

function report(reporter: Reporter, times: readonly StageTimes[]): void {
  const whole = times.map((each) => each[stages.at(-1)!]);
  reporter.figure('until everything stands, median', median(whole), 'ms');
  reporter.figure('until everything stands, 95 of 100', percentile(whole, 95), 'ms', atMost(1_000));
  reporter.figure('until everything stands, slowest', largest(whole), 'ms');
  reporter.note(
    `Of it HubSpot takes ${collectMillis} ms to collect, and ${4 * apiMillis} ms for four calls after each other.`,
  );
  for (const [place, stage] of stages.entries()) {
    const before = place === 0 ? null : stages[place - 1]!;
    const spans = times.map((each) => each[stage] - (before === null ? 0 : each[before]));
    reporter.figure(`  ${stage}, after`, median(spans), 'ms');
  }
}

/** The least amount that so many of a hundred do not exceed. */
function percentile(amounts: readonly number[], share: number): number {
  const ordered = amounts.toSorted((one, other) => one - other);
  return ordered[Math.max(0, Math.ceil((ordered.length * share) / 100) - 1)]!;
}
