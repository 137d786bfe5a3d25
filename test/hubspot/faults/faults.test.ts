import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openFaultyEdition, type FaultyEdition } from '../../bench/hubspot/faults/faulty-edition.ts';
import { killedEmbedded } from '../../bench/hubspot/faults/killed-servers.ts';
import { restartedDatabase } from '../../bench/hubspot/faults/restarted-database.ts';
import { runScenario } from '../../bench/hubspot/faults/run-scenario.ts';
import type { Scenario } from '../../bench/hubspot/faults/scenario.ts';
import { unrulyWebhooks } from '../../bench/hubspot/faults/unruly-webhooks.ts';
import { findPostgres, startPostgres, type RealPostgres } from '../postgres/real-postgres.ts';

/** A few runs of what the bench runs by the hundred: `npm run bench -- hubspot faults`. */
const programs = findPostgres();
const runs = 2;
const portals = 2;
const openMillis = 120_000;
const scenarioMillis = 180_000;

/** What was wrong in a few runs, each with its seed. */
async function wrongIn(scenario: Scenario, faulty: FaultyEdition, firstSeed: number): Promise<readonly unknown[]> {
  const outcome = await runScenario(scenario, faulty, { runs, firstSeed, before: new Set() });
  expect(outcome.leads).toBeGreaterThanOrEqual(2 * runs);
  return outcome.wrong;
}

test('a PostgreSQL is installed where SIGNALBOX_REQUIRE_POSTGRES asks for one', () => {
  if (programs === null) {
    process.stderr.write(
      'No PostgreSQL is installed: faults of two servers and of their database are not tried here.\n',
    );
  }
  expect(programs !== null || process.env['SIGNALBOX_REQUIRE_POSTGRES'] === undefined).toBe(true);
});

(programs === null ? describe.skip : describe)('two servers on one PostgreSQL', () => {
  let postgres: RealPostgres | null = null;
  let faulty: FaultyEdition | null = null;

  beforeAll(async () => {
    postgres = await startPostgres(programs!);
    faulty = await openFaultyEdition({ seed: 1, postgres, databaseName: 'faults', servers: 2, portals });
  }, openMillis);

  afterAll(async () => {
    await faulty?.close();
    await postgres?.close();
  }, openMillis);

  test.each([
    ['webhooks that come twice, late, out of order and again', unrulyWebhooks, 1_000],
    ['a restart of the database at any instant', restartedDatabase, 3_000],
  ])(
    '%s lose no lead, give none twice and count no turn twice',
    async (_, scenario, firstSeed) => {
      expect(await wrongIn(scenario, faulty!, firstSeed)).toEqual([]);
    },
    scenarioMillis,
  );
});

describe('the embedded database', () => {
  let faulty: FaultyEdition | null = null;

  beforeAll(async () => {
    faulty = await openFaultyEdition({ seed: 2, postgres: null, databaseName: '', servers: 1, portals });
  }, openMillis);

  afterAll(async () => {
    await faulty?.close();
  }, openMillis);

  test.each([['kill -9 at any instant', killedEmbedded, 5_000]])(
    '%s loses no lead, gives none twice and counts no turn twice',
    async (_, scenario, firstSeed) => {
      expect(await wrongIn(scenario, faulty!, firstSeed)).toEqual([]);
    },
    scenarioMillis,
  );
});
