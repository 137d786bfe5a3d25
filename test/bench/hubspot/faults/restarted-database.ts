import type { Scenario } from './scenario.ts';
import { sleep } from './waves.ts';

const waveMillis = 4_000;

/** The database ends as in a power cut, at any instant of a wave, and comes back. The servers run on. */
export const restartedDatabase: Scenario = {
  key: 'database',
  name: 'restart of the database at any instant',
  database: 'postgres',
  servers: 2,
  areLimitsChecked: true,
  mostSettleMillis: 240_000,
  async disturb({ postgres }, random) {
    await sleep(random(waveMillis));
    await postgres!.restart();
  },
};
