import type { Scenario } from './scenario.ts';

const unruly = { duplicateShare: 0.3, disorderShare: 0.4, lateMillis: 3_000, lostAcknowledgementShare: 0.2 };
const ruly = { duplicateShare: 0, disorderShare: 0, lostAcknowledgementShare: 0 };

/** Events come twice, late, in another order, and again because HubSpot never learnt that they were taken. */
export const unrulyWebhooks: Scenario = {
  key: 'webhooks',
  name: 'webhooks twice, late, out of order, sent again',
  database: 'postgres',
  servers: 1,
  areLimitsChecked: true,
  mostSettleMillis: 180_000,
  begin: ({ edition }) => edition.hubSpot.webhooks.set(unruly),
  end: ({ edition }) => edition.hubSpot.webhooks.set(ruly),
};
