import { atItsLeisure, waveMillis } from './killed-servers.ts';
import type { Scenario } from './scenario.ts';
import { leadsOnTheirWay, sleep } from './waves.ts';

/** The database ends as in a power cut, at any instant of a wave, and comes back. The servers run on. */
export const restartedDatabase: Scenario = {
  key: 'database',
  name: 'restart of the database at any instant',
  database: 'postgres',
  servers: 2,
  areLimitsChecked: true,
  mostSettleMillis: 240_000,
  ...atItsLeisure,
  async disturb(faulty, random) {
    await sleep(random(waveMillis));
    const hit = leadsOnTheirWay(faulty);
    await faulty.postgres!.restart();
    return hit;
  },
};
