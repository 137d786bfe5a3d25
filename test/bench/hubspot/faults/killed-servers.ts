import type { FaultyEdition } from './faulty-edition.ts';
import type { Random, Scenario } from './scenario.ts';
import { sleep } from './waves.ts';

/** From the first webhook to the last write of a wave takes about so long; the kill falls anywhere in it. */
const waveMillis = 4_000;
const mostDownMillis = 500;

/** The only server is killed at any instant of a wave and started again. */
export const killedServer: Scenario = {
  key: 'killed',
  name: 'kill -9 of the server at any instant',
  database: 'postgres',
  servers: 1,
  areLimitsChecked: true,
  mostSettleMillis: 240_000,
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

async function killOne({ edition }: FaultyEdition, random: Random, of: number): Promise<void> {
  await sleep(random(waveMillis));
  const victim = edition.servers[random(of)]!;
  await victim.kill();
  await sleep(random(mostDownMillis));
  await victim.start();
}
