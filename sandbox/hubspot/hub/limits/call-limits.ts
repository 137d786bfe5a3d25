import type { Tier } from '../../records/record-change.ts';
import type { HubSpotApp } from '../apps/hubspot-app.ts';
import { CallCounters } from './call-counters.ts';
import { RollingWindow } from './rolling-window.ts';

/** How many calls a portal takes. What is null is as HubSpot documents it for the app's distribution and the plan. */
export type LimitOptions = {
  readonly isEnforced: boolean;
  readonly perTenSeconds: number | null;
  readonly searchesPerSecond: number;
  /** For all privately distributed apps of a portal together. */
  readonly perDay: number | null;
};

export type LimitPolicy = 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY';

export type LimitedPortal = { readonly portalId: number; readonly tier: Tier; readonly timeZone: string };

export type CallVerdict = {
  readonly refusedBy: LimitPolicy | null;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * HubSpot's limits: for an app of the marketplace 110 calls in any ten seconds for each portal; for private ones 100 or 190 by
 * plan, and a number a day that they share. Searches have a limit of their own, which all apps of a portal share. A refused
 * call counts against none of them.
 */
export class CallLimits {
  readonly counters = new CallCounters();
  private options: LimitOptions = { isEnforced: true, perTenSeconds: null, searchesPerSecond: 5, perDay: null };
  readonly now: () => number;
  private readonly tenSeconds = new Map<string, RollingWindow>();
  private readonly searches = new Map<number, RollingWindow>();
  private readonly days = new Map<number, { day: string; calls: number }>();

  constructor(now: () => number) {
    this.now = now;
  }

  /** Changes what is named and leaves the rest as it is. */
  set(options: Partial<LimitOptions>): void {
    this.options = { ...this.options, ...options };
  }

  /** Whether the call is let through, and what the answer says of the limits. */
  take(app: HubSpotApp, portal: LimitedPortal, isSearch: boolean): CallVerdict {
    return isSearch ? this.takeSearch(portal) : this.takeCall(app, portal);
  }

  // Answers of the search say nothing of limits.
  private takeSearch({ portalId }: LimitedPortal): CallVerdict {
    const window = this.searches.get(portalId) ?? new RollingWindow(1000);
    this.searches.set(portalId, window);
    const at = this.now();
    if (this.options.isEnforced && window.count(at) >= this.options.searchesPerSecond) {
      return { refusedBy: 'SECONDLY', headers: {} };
    }
    window.add(at);
    return { refusedBy: null, headers: {} };
  }

  private takeCall(app: HubSpotApp, portal: LimitedPortal): CallVerdict {
    const key = `${app.appId} ${portal.portalId}`;
    const window = this.tenSeconds.get(key) ?? new RollingWindow(10_000);
    this.tenSeconds.set(key, window);
    const at = this.now();
    const isPrivate = app.distribution === 'private';
    const most = this.options.perTenSeconds ?? perTenSeconds(isPrivate, portal.tier);
    const perDay = this.options.perDay ?? dailyCalls[portal.tier];
    const today = this.today(portal, at);
    const { isEnforced } = this.options;
    const isDayOver = isEnforced && isPrivate && today.calls >= perDay;
    const isOver = isEnforced && window.count(at) >= most;
    const refusedBy = isDayOver ? 'DAILY' : isOver ? 'TEN_SECONDLY_ROLLING' : null;
    if (refusedBy === null) {
      window.add(at);
      if (isPrivate) today.calls += 1;
    }
    return {
      refusedBy,
      headers: {
        'X-HubSpot-RateLimit-Max': String(most),
        'X-HubSpot-RateLimit-Remaining': String(Math.max(0, most - window.count(at))),
        'X-HubSpot-RateLimit-Interval-Milliseconds': '10000',
        ...(isPrivate && {
          'X-HubSpot-RateLimit-Daily': String(perDay),
          'X-HubSpot-RateLimit-Daily-Remaining': String(Math.max(0, perDay - today.calls)),
        }),
      },
    };
  }

  // The day begins at midnight where the portal is.
  private today({ portalId, timeZone }: LimitedPortal, at: number): { day: string; calls: number } {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
    const found = this.days.get(portalId);
    if (found?.day === day) return found;
    const begun = { day, calls: 0 };
    this.days.set(portalId, begun);
    return begun;
  }
}

const dailyCalls: Readonly<Record<Tier, number>> = {
  free: 250_000,
  starter: 250_000,
  pro: 625_000,
  enterprise: 1_000_000,
};

function perTenSeconds(isPrivate: boolean, tier: Tier): number {
  if (!isPrivate) return 110;
  return tier === 'free' || tier === 'starter' ? 100 : 190;
}
