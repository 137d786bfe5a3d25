import { RollingWindow } from './rolling-window.ts';

/** What an app has called in a portal since the counting began. */
export type CallCount = {
  readonly appId: number;
  readonly portalId: number;
  readonly calls: number;
  readonly searches: number;
  /** Calls that were refused because there were too many. */
  readonly limited: number;
  /** The most calls, searches not among them, that arrived within any ten seconds. */
  readonly mostInTenSeconds: number;
  readonly mostSearchesInOneSecond: number;
  /** By method and path, with names in place of ids: `POST /crm/v3/objects/:objectType/batch/update`. */
  readonly byKind: ReadonlyMap<string, number>;
  /** How often each status was answered. */
  readonly byStatus: ReadonlyMap<number, number>;
};

type Counting = {
  -readonly [Key in keyof CallCount]: CallCount[Key] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : CallCount[Key];
} & { readonly tenSeconds: RollingWindow; readonly oneSecond: RollingWindow };

/** Counts every call of every app, also those that are refused. */
export class CallCounters {
  private counts = new Map<string, Counting>();

  /** A call arrived. */
  arrive(appId: number, portalId: number, kind: string, isSearch: boolean, at: number): void {
    const count = this.of(appId, portalId);
    count.calls += 1;
    count.byKind.set(kind, (count.byKind.get(kind) ?? 0) + 1);
    if (isSearch) {
      count.searches += 1;
      count.oneSecond.add(at);
      count.mostSearchesInOneSecond = Math.max(count.mostSearchesInOneSecond, count.oneSecond.count(at));
    } else {
      count.tenSeconds.add(at);
      count.mostInTenSeconds = Math.max(count.mostInTenSeconds, count.tenSeconds.count(at));
    }
  }

  answer(appId: number, portalId: number, status: number): void {
    const count = this.of(appId, portalId);
    count.byStatus.set(status, (count.byStatus.get(status) ?? 0) + 1);
    if (status === 429) count.limited += 1;
  }

  /** What was counted for an app in a portal; zeros where it never called. */
  read(appId: number, portalId: number): CallCount {
    const { tenSeconds: _ten, oneSecond: _one, ...count } = this.of(appId, portalId);
    return { ...count, byKind: new Map(count.byKind), byStatus: new Map(count.byStatus) };
  }

  list(): CallCount[] {
    return [...this.counts.values()].map(({ appId, portalId }) => this.read(appId, portalId));
  }

  reset(): void {
    this.counts = new Map();
  }

  private of(appId: number, portalId: number): Counting {
    const key = `${appId} ${portalId}`;
    const found = this.counts.get(key);
    if (found !== undefined) return found;
    const count: Counting = {
      appId,
      portalId,
      calls: 0,
      searches: 0,
      limited: 0,
      mostInTenSeconds: 0,
      mostSearchesInOneSecond: 0,
      byKind: new Map(),
      byStatus: new Map(),
      tenSeconds: new RollingWindow(10_000),
      oneSecond: new RollingWindow(1000),
    };
    this.counts.set(key, count);
    return count;
  }
}
