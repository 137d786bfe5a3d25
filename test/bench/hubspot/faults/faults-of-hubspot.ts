import type { FaultOptions } from '../../../../sandbox/hubspot/hub/faults/faults.ts';
import { waveMillis } from './killed-servers.ts';
import type { Scenario } from './scenario.ts';
import { leadsOnTheirWay, sleep } from './waves.ts';

/** Some calls to HubSpot go wrong, by shares of all calls. The calls of the waves' end go well. */
function faultsOfHubSpot(key: string, name: string, faults: Partial<FaultOptions>): Scenario {
  return {
    key,
    name,
    database: 'postgres',
    servers: 1,
    areLimitsChecked: false,
    mostSettleMillis: 240_000,
    begin: ({ edition }) => edition.hubSpot.faults.set(faults),
    end: ({ edition }) => edition.hubSpot.faults.clear(),
  };
}

const stormMillis = 1_500;
const longStormMillis = 28_000;
/** So long any storm that begins becomes a long one. */
const badTimeMillis = 1_000;

/** HubSpot says nothing of when to come back. Two long storms in a row last longer than any lease of ours. */
export const storms: Scenario = {
  ...faultsOfHubSpot('storms', 'storms of 429, some of half a minute', { share: { storm: 0.04 }, stormMillis }),
  servers: 2,
  async disturb(faulty, random) {
    const { faults } = faulty.edition.hubSpot;
    await sleep(random(waveMillis));
    faults.set({ stormMillis: longStormMillis });
    await sleep(badTimeMillis);
    faults.set({ stormMillis });
    return leadsOnTheirWay(faulty);
  },
};

export const serverErrors = faultsOfHubSpot('errors', '5xx before and after the write, half-done batches', {
  share: { failBefore: 0.05, failAfter: 0.05, halfBatch: 0.08 },
});

export const lostConnections = faultsOfHubSpot('connections', 'dropped connections and time-outs, before and after', {
  share: { dropBefore: 0.04, dropAfter: 0.05, hangBefore: 0.008, hangAfter: 0.012, slowBody: 0.02 },
});

/** All of it at once, and webhooks on top, where one process has its database in itself. */
export const embeddedFaults: Scenario = {
  ...faultsOfHubSpot('embedded-faults', 'all of these at once on the embedded database', {
    share: { storm: 0.01, failBefore: 0.02, failAfter: 0.03, dropBefore: 0.02, dropAfter: 0.03, halfBatch: 0.04 },
    stormMillis: 1_000,
    retryAfterSeconds: 1,
  }),
  database: 'embedded',
};
