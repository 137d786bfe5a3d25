import type { Tier } from '../records/record-change.ts';
import type { HubTiers } from './portals/hub-tiers.ts';
import type { NewUser } from './portals/portal-user.ts';

export type HubSpotOptions = {
  /** 0, or nothing, for any free one. */
  readonly port?: number;
  /** UTC milliseconds; real time where it is left out. */
  readonly now?: () => number;
  /** What chance depends on: ids, secrets, faults, the order of webhooks. */
  readonly seed?: number;
  /** What shows an app's card on the pages of records, as HTML. */
  readonly cardUrl?: string | null;
  /** Whether the pages run what apps let people see; it takes a moment to begin. */
  readonly hasUiHost?: boolean;
  /** How long a change takes, on average, until searches find it. */
  readonly searchDelayMillis?: number;
};

export type NewPortal = {
  /** The next free one where it is left out. */
  readonly portalId?: number;
  readonly tier: Tier;
  /** What it has of the hubs that are bought by themselves; free where it is left out. */
  readonly hubs?: Partial<HubTiers>;
  /** IANA; UTC where it is left out. */
  readonly timeZone?: string;
  readonly users?: readonly NewUser[];
  /** How many properties may be added; as many as anybody likes where it is left out. Users of free accounts see ten. */
  readonly mostCustomProperties?: number;
};
