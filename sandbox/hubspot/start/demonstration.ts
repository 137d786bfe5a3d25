import { startEdition, type Edition } from '../edition/start-edition.ts';
import { Arrivals } from './arrivals.ts';
import { CallWindow } from './call-window.ts';
import { checkDatabase } from './check-database.ts';
import { servePages, type ServedPages } from './pages/serve-pages.ts';
import { prepareDemonstration } from './prepare-demonstration.ts';
import type { StartOptions } from './read-options.ts';
import { readSampleLeads } from './sample-leads.ts';
import { sendAndShow } from './send-and-show.ts';
import { StopSignal } from './stop-signal.ts';

/** Stopped by somebody before the end, as shells count it. */
const interrupted = 130;

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
    // Only pages show cards.
    const isBuilt = !options.once;
    console.log(`Booting HubSpot and the server${isBuilt ? ", and building the app's cards and pages" : ''} …`);
    edition = await startEdition({ tier: options.tier, databaseUrl: options.databaseUrl ?? null, isBuilt });
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
  await unlessStopped(prepareDemonstration(edition, leads, window, stop), stop);
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
      const portalUrl = `${hubSpot.url}/portal/${portal.portalId}`;
      console.log(
        `\nOpen ${pages.address} for the leads, their stories and the report. The portal itself is at ${portalUrl},`,
      );
      console.log(
        `with the score card on each contact; the app's home and settings are at ${portalUrl}/apps. Ctrl+C stops it.`,
      );
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
