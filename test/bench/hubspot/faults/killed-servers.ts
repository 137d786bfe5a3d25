import type { FaultyEdition } from './faulty-edition.ts';
import type { Random, Scenario } from './scenario.ts';
import { leadsOnTheirWay, sleep } from './waves.ts';

/** From the first webhook to the last write the waves of a round take about so long; the kill falls anywhere in it. */
export const waveMillis = 4_500;

/** HubSpot answers as slowly as it does on a bad day, so that a lead takes seconds and any of its steps may be the last one. */
export const atItsLeisure: Pick<Scenario, 'begin' | 'end'> = {
  begin: ({ edition }) => edition.hubSpot.faults.set({ latencyMillis: [20, 400] }),
  end: ({ edition }) => edition.hubSpot.faults.clear(),
};

const mostDownMillis = 500;

/** The only server is killed at any instant of a wave and started again. */
export const killedServer: Scenario = {
  key: 'killed',
  name: 'kill -9 of the server at any instant',
  database: 'postgres',
  servers: 1,
  areLimitsChecked: true,
  mostSettleMillis: 240_000,
  ...atItsLeisure,
  disturb: (faulty, random) => killOne(faulty, random, 1),
};

/** One of two is killed; the other goes on while it is away. */
export const killedPartner: Scenario = {
  ...killedServer,
  key: 'partner',
  name: 'kill -9 of one of two servers, the other goes on',
  servers: 2,
  disturb: (faulty, random) => killOne(faulty, random, 2),
};

/** The embedded database does not survive a kill: it is made anew of the portal. */
export const killedEmbedded: Scenario = {
  ...killedServer,
  key: 'embedded-killed',
  name: 'kill -9 with the embedded database, rebuilt',
  database: 'embedded',
};

async function killOne(faulty: FaultyEdition, random: Random, of: number): Promise<number> {
  await sleep(random(waveMillis));
  const victim = faulty.edition.servers[random(of)]!;
  const hit = leadsOnTheirWay(faulty);
  await victim.kill();
  await sleep(random(mostDownMillis));
  await victim.start();
  return hit;
}
