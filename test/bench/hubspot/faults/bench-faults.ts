import { findPostgres, startPostgres, type RealPostgres } from '../../../hubspot/postgres/real-postgres.ts';
import { atLeast, atMost } from '../../figure.ts';
import type { Reporter } from '../../reporter.ts';
import { embeddedFaults, lostConnections, serverErrors, storms } from './faults-of-hubspot.ts';
import { openFaultyEdition, type FaultyEdition } from './faulty-edition.ts';
import { killedEmbedded, killedPartner, killedServer } from './killed-servers.ts';
import { restartedDatabase } from './restarted-database.ts';
import { runScenario } from './run-scenario.ts';
import { runServers } from './run-servers.ts';
import type { Scenario } from './scenario.ts';
import { eightServers, twoServers } from './several-servers.ts';
import { unrulyWebhooks } from './unruly-webhooks.ts';

export const scenarios: readonly Scenario[] = [
  unrulyWebhooks,
  storms,
  serverErrors,
  lostConnections,
  killedServer,
  killedPartner,
  restartedDatabase,
  twoServers,
  eightServers,
  embeddedFaults,
  killedEmbedded,
];

export type FaultBench = {
  /** Of each scenario. */
  readonly runs: number;
  /** Moves all of chance. */
  readonly seed: number;
  /** Keys of scenarios; empty for all. */
  readonly only: readonly string[];
};

const portals = 10;

/**
 * What may go wrong, each many times at an instant that chance chooses: afterwards no lead is lost, none was given to somebody
 * twice, no turn counts twice and everybody has their share.
 *
 * @throws where no PostgreSQL is installed
 */
export async function benchFaults({ runs, seed, only }: FaultBench, reporter: Reporter): Promise<void> {
  reporter.heading('Concurrency and faults');
  const chosen = scenarios.filter(({ key }) => only.length === 0 || only.includes(key));
  const onPostgres = chosen.filter(({ database }) => database === 'postgres');
  const embedded = chosen.filter(({ database }) => database === 'embedded');
  if (onPostgres.length > 0) {
    const programs = findPostgres();
    if (programs === null) {
      throw new Error('These runs need a PostgreSQL: install one (Debian: postgresql), or name other scenarios.');
    }
    const postgres = await startPostgres(programs);
    try {
      await runAll(onPostgres, postgres, { runs, seed }, reporter);
    } finally {
      await postgres.close();
    }
  }
  if (embedded.length > 0) {
    await runAll(embedded, null, { runs, seed }, reporter);
  }
}

/** One edition lives through all of them, with its ledgers and its leads. */
async function runAll(
  chosen: readonly Scenario[],
  postgres: RealPostgres | null,
  { runs, seed }: { readonly runs: number; readonly seed: number },
  reporter: Reporter,
): Promise<void> {
  const servers = Math.max(...chosen.map((scenario) => scenario.servers));
  const begun = Date.now();
  const faulty = await openFaultyEdition({
    seed,
    postgres,
    databaseName: 'faults',
    servers,
    portals: Math.min(portals, runs),
  });
  reporter.note(`${faulty.portals.length} portals were installed in ${secondsSince(begun)} s`);
  const before = new Set<string>();
  try {
    for (const [place, scenario] of chosen.entries()) {
      await runServers(faulty, scenario.servers);
      await reportScenario(scenario, faulty, { runs, firstSeed: seed * 1_000_000 + place * 10_000, before }, reporter);
    }
  } finally {
    await faulty.close();
  }
}

async function reportScenario(
  scenario: Scenario,
  faulty: FaultyEdition,
  given: { readonly runs: number; readonly firstSeed: number; readonly before: Set<string> },
  reporter: Reporter,
): Promise<void> {
  const begun = Date.now();
  const { wrong, wrongRuns, runs, leads, hit, settleMillis } = await runScenario(scenario, faulty, given);
  for (const { seed, what } of wrong.slice(0, 3)) {
    reporter.note(`seed ${seed}: ${what}`);
  }
  const took = `${secondsSince(begun)} s, of which ${Math.round(settleMillis / 1_000)} s to settle`;
  reporter.note(`${scenario.key}: ${leads} leads in ${took}`);
  reporter.figure(`runs: ${scenario.name}`, runs, 'runs', atLeast(200));
  if (scenario.disturb !== undefined) {
    // A kill that meets nobody shows nothing.
    reporter.figure('  leads that were on their way at that instant', hit, 'leads', atLeast(runs));
  }
  reporter.figure('  in which something was wrong', wrongRuns, 'runs', atMost(0));
}

function secondsSince(instant: number): number {
  return Math.round((Date.now() - instant) / 1_000);
}
