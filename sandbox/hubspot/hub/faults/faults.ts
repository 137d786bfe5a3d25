import { chanceOf } from '../http/chance.ts';

/** What can go wrong with a call. */
export type FaultKind =
  /** 429, and for `stormMillis` after it for every call of the portal. */
  | 'storm'
  /** A 5xx, before or after the request was done. */
  | 'failBefore'
  | 'failAfter'
  /** The connection breaks, before or after. */
  | 'dropBefore'
  | 'dropAfter'
  /** Nothing is ever answered, although the connection stays; before or after. */
  | 'hangBefore'
  | 'hangAfter'
  /** The answer comes drop by drop. */
  | 'slowBody'
  /** Only the first half of a batch is done, and then it answers a 5xx. */
  | 'halfBatch';

/** Shares are of all calls, from 0 to 1. */
export type FaultOptions = {
  /** How long every call takes at least; a range is drawn from. */
  readonly latencyMillis: number | readonly [least: number, most: number];
  readonly share: Readonly<Partial<Record<FaultKind, number>>>;
  readonly stormMillis: number;
  /** Seconds in the header `Retry-After` of a storm; null for none. */
  readonly retryAfterSeconds: number | null;
  readonly slowBodyMillis: number;
  /** Only calls whose method and path, as in `POST /crm/v3/objects/contacts`, it matches. Null for all. */
  readonly only: RegExp | null;
};

/** What was decided for one call. */
export type FaultDraw = { readonly kind: FaultKind | null; readonly latencyMillis: number; readonly status: number };

const none: FaultOptions = {
  latencyMillis: 0,
  share: {},
  stormMillis: 2000,
  retryAfterSeconds: null,
  slowBodyMillis: 1000,
  only: null,
};

const order: readonly FaultKind[] = [
  'storm',
  'failBefore',
  'failAfter',
  'dropBefore',
  'dropAfter',
  'hangBefore',
  'hangAfter',
  'halfBatch',
  'slowBody',
];

/**
 * What goes wrong, by option at any time. The nth call of the same method and path has the same fate whenever the seed is the
 * same, whatever else is under way.
 *
 *     hub.faults.set({ share: { failAfter: 0.1 } });
 *     hub.faults.next('dropAfter', /batch\/update/);
 */
export class Faults {
  options: FaultOptions = none;
  /** How often each kind happened. */
  readonly happened = new Map<FaultKind, number>();
  private readonly seed: number;
  private readonly now: () => number;
  private readonly calls = new Map<string, number>();
  private readonly storms = new Map<number, number>();
  private ordered: { readonly kind: FaultKind; readonly only: RegExp; left: number }[] = [];

  constructor(seed: number, now: () => number) {
    this.seed = seed;
    this.now = now;
  }

  /** Changes what is named and leaves the rest as it is. */
  set(options: Partial<FaultOptions>): void {
    this.options = { ...this.options, ...options };
  }

  /** From now on everything goes well. */
  clear(): void {
    this.options = none;
    this.ordered = [];
    this.storms.clear();
  }

  /** The next calls that match have this fate, whatever the shares say. */
  next(kind: FaultKind, only = /./, times = 1): void {
    this.ordered.push({ kind, only, left: times });
  }

  /** Decides for one call. `call` is its method and path without a query. */
  draw(call: string, portalId: number, isBatch: boolean): FaultDraw {
    const count = (this.calls.get(call) ?? 0) + 1;
    this.calls.set(call, count);
    const chance = (what: string): number => chanceOf(this.seed, `${what} ${call} ${count}`);
    const isMeant = this.options.only?.test(call) ?? true;
    const kind = this.takeOrdered(call) ?? (isMeant ? this.kindOf(chance, portalId, isBatch) : null);
    if (kind !== null) this.happened.set(kind, (this.happened.get(kind) ?? 0) + 1);
    if (kind === 'storm' && !this.isStormy(portalId)) this.storms.set(portalId, this.now() + this.options.stormMillis);
    const { latencyMillis } = this.options;
    return {
      kind,
      latencyMillis: isMeant ? within(latencyMillis, chance('latency')) : 0,
      status: [500, 502, 503, 504][Math.floor(chance('status') * 4)]!,
    };
  }

  private kindOf(chance: (what: string) => number, portalId: number, isBatch: boolean): FaultKind | null {
    if (this.isStormy(portalId)) return 'storm';
    for (const kind of order) {
      if (kind === 'halfBatch' && !isBatch) continue;
      if (chance(kind) < (this.options.share[kind] ?? 0)) return kind;
    }
    return null;
  }

  private takeOrdered(call: string): FaultKind | null {
    const found = this.ordered.find(({ only }) => only.test(call));
    if (found === undefined) return null;
    found.left -= 1;
    this.ordered = this.ordered.filter(({ left }) => left > 0);
    return found.kind;
  }

  private isStormy(portalId: number): boolean {
    return this.now() < (this.storms.get(portalId) ?? 0);
  }
}

function within(range: FaultOptions['latencyMillis'], chance: number): number {
  if (typeof range === 'number') return range;
  const [least, most] = range;
  return least + chance * (most - least);
}
