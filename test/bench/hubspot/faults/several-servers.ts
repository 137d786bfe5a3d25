import type { Scenario } from './scenario.ts';

function severalServers(servers: number): Scenario {
  return {
    key: `servers-${servers}`,
    name: `${servers} servers at once on one database`,
    database: 'postgres',
    servers,
    areLimitsChecked: true,
    mostSettleMillis: 180_000,
    // Events come twice, so that two servers are told the same at the same time.
    begin: ({ edition }) => edition.hubSpot.webhooks.set({ duplicateShare: 0.5, lateMillis: 100 }),
    end: ({ edition }) => edition.hubSpot.webhooks.set({ duplicateShare: 0 }),
  };
}

export const twoServers = severalServers(2);
export const eightServers = severalServers(8);
