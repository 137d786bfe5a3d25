import type { Tier } from '../../records/record-change.ts';

/** The plans of hubs that an account buys beside the one that its tier stands for. */
export type HubTiers = {
  /** Content Hub, which serves public functions. */
  readonly content: Tier;
  /** Data Hub, which has custom code in workflows. */
  readonly data: Tier;
};

/** What an account has that bought neither. */
export const noHubs: HubTiers = { content: 'free', data: 'free' };
