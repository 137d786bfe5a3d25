import type { CallCount } from '../hub/limits/call-counters.ts';
import type { Edition } from '../edition/start-edition.ts';

/** HubSpot's limits for an app of the marketplace, in each portal. */
export const mostCallsInTenSeconds = 110;
export const mostSearchesInOneSecond = 5;

const windowMillis = 10_000;
const lookMillis = 250;

/** Near the limit the server waits, so that HubSpot has nothing to refuse. */
const nearlyAll = 95;

/** What the app has called, as HubSpot counts it. */
export function callsOf({ hubSpot, app, portal }: Edition): CallCount {
  return hubSpot.limits.counters.read(app.appId, portal.portalId);
}

/** Looks again and again how many calls the app made within the last ten seconds; searches count for themselves. */
export class CallWindow {
  readonly #edition: Edition;
  readonly #timer: NodeJS.Timeout;
  #looks: { readonly at: number; readonly calls: number }[] = [];

  constructor(edition: Edition) {
    this.#edition = edition;
    this.#timer = setInterval(() => this.#look(), lookMillis);
    this.#timer.unref();
  }

  get calls(): number {
    const [first] = this.#looks;
    return first === undefined ? 0 : this.#count() - first.calls;
  }

  get isNearlyFull(): boolean {
    return this.calls >= nearlyAll;
  }

  get isHalfFree(): boolean {
    return this.calls <= mostCallsInTenSeconds / 2;
  }

  /** Begins to count anew, as after the counters were. */
  restart(): void {
    this.#looks = [];
    this.#look();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const at = performance.now();
    this.#looks.push({ at, calls: this.#count() });
    this.#looks = this.#looks.filter((look) => at - look.at <= windowMillis);
  }

  #count(): number {
    const { calls, searches } = callsOf(this.#edition);
    return calls - searches;
  }
}
