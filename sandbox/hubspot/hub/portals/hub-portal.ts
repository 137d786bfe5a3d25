import type { StandInPortal } from '../../caller.ts';
import { PortalRecords } from '../../records/portal-records.ts';
import type { Tier } from '../../records/record-change.ts';
import { FileStore } from '../files/file-store.ts';
import type { PortalForm } from '../forms/portal-form.ts';
import { HubError } from '../hub-error.ts';
import { isAtLeast } from '../oauth/scopes-by-tier.ts';
import type { HubTiers } from './hub-tiers.ts';
import type { NewUser, PortalUser } from './portal-user.ts';

const mostSecrets = 50;

export type HubPortalOptions = {
  readonly portalId: number;
  readonly tier: Tier;
  readonly hubs: HubTiers;
  /** IANA. */
  readonly timeZone: string;
  readonly now: () => number;
  readonly random: () => number;
  /** How long a change takes, on average, until searches find it. */
  readonly searchDelayMillis: number | null;
  /** How many properties may be added; null for as many as anybody likes. */
  readonly mostCustomProperties: number | null;
};

/** A portal with everything around its records. */
export class HubPortal implements StandInPortal {
  readonly portalId: number;
  readonly tier: Tier;
  readonly hubs: HubTiers;
  readonly timeZone: string;
  readonly records: PortalRecords;
  readonly files: FileStore;
  /** By their ids. */
  readonly forms = new Map<string, PortalForm>();
  private readonly people: PortalUser[] = [];
  private readonly secrets = new Map<string, string>();

  constructor(options: HubPortalOptions) {
    const { portalId, tier, hubs, timeZone, now, random, searchDelayMillis, mostCustomProperties } = options;
    this.portalId = portalId;
    this.tier = tier;
    this.hubs = hubs;
    this.timeZone = timeZone;
    // Every portal counts for itself, so that ids of one mean something else in another.
    let last = 100;
    const newId = (): string => String((last += 1));
    this.records = new PortalRecords({
      portalId,
      tier,
      timeZone,
      now,
      random,
      newId,
      mostCustomProperties,
      ...(searchDelayMillis !== null && { searchDelayMillis }),
    });
    this.files = new FileStore(now, newId);
  }

  /** In the order in which they came. */
  get users(): readonly PortalUser[] {
    return this.people;
  }

  /**
   * Working hours and availability are for every plan; teams and times out of office are not.
   *
   * @throws HubError HUB006 for what the plan lacks
   */
  addUser({ availability, isSuperAdmin, roleIds = [], ...user }: NewUser): PortalUser {
    const isLarge = isAtLeast(this.tier, 'pro');
    if (!isLarge && (user.teams !== undefined || user.outOfOffice !== undefined)) {
      throw new HubError(
        'HUB006',
        `Teams and times out of office need pro; portal ${this.portalId} is on ${this.tier}.`,
      );
    }
    const added = this.records.addUser({
      ...user,
      isAvailable: availability !== 'away',
      timeZone: user.timeZone ?? this.timeZone,
    });
    const { id: ownerId, userId, recordId, email, firstName, lastName } = added;
    const names = { userId: userId!, ownerId, recordId: recordId!, email, firstName, lastName };
    const known = { ...names, isSuperAdmin: isSuperAdmin ?? this.people.length === 0, roleIds };
    this.people.push(known);
    return known;
  }

  /** A secret of the account, which code that names it gets. There are at most fifty. */
  setSecret(name: string, value: string): void {
    if (!this.secrets.has(name) && this.secrets.size >= mostSecrets) {
      throw new HubError('HUB005', `Portal ${this.portalId} has ${mostSecrets} secrets already.`);
    }
    this.secrets.set(name, value);
  }

  /** Those of the names that there are. */
  secretsOf(names: readonly string[]): Record<string, string> {
    return Object.fromEntries([...this.secrets].filter(([name]) => names.includes(name)));
  }

  findUser(userId: number): PortalUser | null {
    return this.people.find((each) => each.userId === userId) ?? null;
  }
}
