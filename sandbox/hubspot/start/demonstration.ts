import { wordOf } from '../../../core/src/author/cli/write-out.ts';
import { startEdition, type Edition } from '../edition/start-edition.ts';
import { Arrivals } from './arrivals.ts';
import { readAlerts } from './ask-server.ts';
import { CallWindow, callsOf, mostCallsInTenSeconds } from './call-window.ts';
import { checkDatabase } from './check-database.ts';
import { goLive, installSignalbox } from './install-signalbox.ts';
import { fillPortal, tickNamedAccounts } from './known-before.ts';
import { servePages, type ServedPages } from './pages/serve-pages.ts';
import { namesOf } from './portal-names.ts';
import { printResults } from './print-results.ts';
import type { StartOptions } from './read-options.ts';
import { areRulesRecords, PortalRules } from './read-policy.ts';
import { endOfSample, readSampleLeads, sampleFolder, type SampleLead } from './sample-leads.ts';
import { sendLeads } from './send-leads.ts';
import { DecisionLines } from './show-decisions.ts';
import { StopSignal } from './stop-signal.ts';
import { waitUntilDecided } from './wait-until-decided.ts';

/** Stopped by somebody before the end, as shells count it. */
const interrupted = 130;
const shownLogLines = 15;

/**
 * Runs the demonstration and, unless it is to happen once only, keeps its pages until somebody presses Ctrl-C.
 *
 * @returns the exit code of the program
 */
export async function runDemonstration(options: StartOptions): Promise<number> {
  let edition: Edition | null = null;
  const stop = new StopSignal(() => {
    for (const server of edition?.servers ?? []) void server.kill();
    process.exit(interrupted);
  });
  try {
    if (options.databaseUrl !== undefined) await checkDatabase(options.databaseUrl);
    console.log('Booting HubSpot and the server …');
    edition = await startEdition({ tier: options.tier, databaseUrl: options.databaseUrl ?? null });
    return await runIn(edition, options, stop);
  } catch (error) {
    // What is under way when somebody stops it may fail, which is nobody's mistake.
    if (stop.isStopped) {
      console.log('\nStopped before the end.');
      return interrupted;
    }
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await edition?.close();
  }
}

async function runIn(edition: Edition, options: StartOptions, stop: StopSignal): Promise<number> {
  const { hubSpot, portal, servers } = edition;
  console.log(
    `HubSpot answers at ${hubSpot.url} (portal ${portal.portalId}, ${portal.tier}), the server at ${servers[0]!.url}.`,
  );
  const window = new CallWindow(edition);
  const leads = await readSampleLeads();
  await unlessStopped(prepare(edition, leads, window, stop), stop);
  const arrivals = new Arrivals(portal);
  let pages: ServedPages | null = null;
  try {
    if (!options.once) {
      pages = await servePages(edition, arrivals, options.port);
      if (pages.isOtherPort) console.log(`Port ${options.port} is taken, so that another one is used.`);
      console.log(`Open ${pages.address} to watch.`);
    }
    const some = leads.slice(0, options.leads);
    const isWell = await unlessStopped(sendAndShow(edition, arrivals, some, options.perSecond, window, stop), stop);
    if (pages !== null) {
      console.log(`\nOpen ${pages.address} for the leads, their stories and the report; the portal itself is at`);
      console.log(`${hubSpot.url}/portal/${portal.portalId}. Ctrl+C stops it.`);
      await stop.stopped;
    }
    return isWell ? 0 : 1;
  } finally {
    window.close();
    arrivals.close();
    await pages?.close();
  }
}

/** Somebody stopped the demonstration before its end. */
class Stopped extends Error {}

/** What is under way is left as it is when somebody stops it: the portal and the server end anyway. */
async function unlessStopped<Result>(work: Promise<Result>, stop: StopSignal): Promise<Result> {
  return Promise.race([
    work,
    stop.stopped.then(() => {
      throw new Stopped();
    }),
  ]);
}

/** From an empty portal to one in which Signalbox decides. */
async function prepare(
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
  if (window.isNearlyFull) {
    console.log(
      `Waiting a moment: installing took ${window.calls} of the ${mostCallsInTenSeconds} calls that HubSpot allows in 10 s.`,
    );
  }
  while (!window.isHalfFree && !stop.isStopped) await new Promise((resolve) => setTimeout(resolve, 250));
}

/** What helps to find out why leads have no decision. The log names nobody. */
function printTrouble({ servers }: Edition, undecided: readonly string[]): void {
  const contacts = undecided.length === 0 ? '' : ` Contacts without a decision: ${undecided.join(', ')}.`;
  console.error(`The server did not come to an end.${contacts} The last that it wrote:`);
  for (const line of servers.flatMap(({ lines }) => lines.slice(-shownLogLines))) console.error(line);
}

/** @returns whether every lead has a decision */
async function sendAndShow(
  edition: Edition,
  arrivals: Arrivals,
  leads: readonly SampleLead[],
  perSecond: number,
  window: CallWindow,
  stop: StopSignal,
): Promise<boolean> {
  const { hubSpot, portal } = edition;
  const names = namesOf(new PortalRules(portal));
  const isStopped = (): boolean => stop.isStopped;
  console.log(`\nSending ${leads.length} ${wordOf(leads.length, 'lead')}, ${perSecond} a second …`);
  hubSpot.limits.counters.reset();
  window.restart();
  const lines = new DecisionLines(portal, names, window, leads.length);
  arrivals.onDecided((arrival) => lines.show(arrival));
  void stop.stopped.then(() => lines.stop());
  const startedAt = performance.now();
  let isAllDone: boolean;
  try {
    lines.noteSent(0);
    const sent = await sendLeads(edition, leads, perSecond, { onSent: (count) => lines.noteSent(count), isStopped });
    isAllDone = await waitUntilDecided(edition, arrivals, isStopped);
    lines.stop();
    if (stop.isStopped) return false;
    const hasDecision = (contactId: string): boolean =>
      portal.records.findRecord('0-1', contactId)?.has('sbx_decision_id') === true;
    const undecided = arrivals.waitingIds.filter((contactId) => !hasDecision(contactId));
    printResults(portal, names, {
      sent,
      decided: arrivals.decided,
      merged: arrivals.merged,
      cameAgain: arrivals.waitingIds.length - undecided.length,
      undecided: undecided.length,
      decidedAgain: arrivals.decidedAgain,
      seconds: (performance.now() - startedAt) / 1_000,
      calls: callsOf(edition),
      alerts: await readAlerts(edition),
    });
    const isWell = isAllDone && undecided.length === 0;
    if (!isWell) printTrouble(edition, undecided);
    return isWell;
  } finally {
    lines.stop();
  }
}
