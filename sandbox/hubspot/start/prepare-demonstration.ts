import type { Edition } from '../edition/start-edition.ts';
import { mostCallsInTenSeconds, type CallWindow } from './call-window.ts';
import { goLive, installSignalbox } from './install-signalbox.ts';
import { fillPortal, tickNamedAccounts } from './known-before.ts';
import { areRulesRecords } from './read-policy.ts';
import { endOfSample, sampleFolder, type SampleLead } from './sample-leads.ts';
import type { StopSignal } from './stop-signal.ts';

/** From an empty portal to one in which Signalbox decides. */
export async function prepareDemonstration(
  edition: Edition,
  leads: readonly SampleLead[],
  window: CallWindow,
  stop: StopSignal,
): Promise<void> {
  const { portal } = edition;
  const known = await fillPortal(portal, sampleFolder, leads, portal.records.now - endOfSample(leads));
  console.log(
    `It knows ${known.companies} companies and ${known.contacts} contacts; ${known.unsubscribed} people had unsubscribed.`,
  );
  console.log('Installing Signalbox through OAuth …');
  await installSignalbox(edition);
  const form = areRulesRecords(portal)
    ? 'records that ops edit in lists'
    : 'files of the portal, as its plan has no custom objects';
  console.log(`It made its properties, and its rules as ${form}.`);
  tickNamedAccounts(portal, known.namedCompanyIds);
  const live = await goLive(edition);
  console.log(
    `Eight people are named as reps, and the starter policy is live as revision ${live.number}, ${live.hash.slice(0, 12)}.`,
  );
  if (!window.isHalfFree) {
    console.log(
      `Waiting a moment: this took ${window.calls} of the ${mostCallsInTenSeconds} calls that HubSpot allows in 10 s.`,
    );
  }
  while (!window.isHalfFree && !stop.isStopped) await new Promise((resolve) => setTimeout(resolve, 250));
}
