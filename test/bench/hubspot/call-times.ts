import type { StandInHubSpot } from '../../../sandbox/hubspot/hub/stand-in-hubspot.ts';

type Call = { readonly kind: string; readonly at: number };

type Listener = { readonly kind: RegExp; readonly tell: () => void };

/** Notes when each call of an app arrives, before HubSpot's own latency. */
export class CallTimes {
  #calls: Call[] = [];
  #listeners: Listener[] = [];

  constructor({ limits }: StandInHubSpot) {
    const { counters } = limits;
    const arrive = counters.arrive.bind(counters);
    counters.arrive = (appId, portalId, kind, isSearch, at) => {
      this.#calls.push({ kind, at });
      arrive(appId, portalId, kind, isSearch, at);
      const told = this.#listeners.filter((listener) => listener.kind.test(kind));
      this.#listeners = this.#listeners.filter((listener) => !told.includes(listener));
      told.forEach((listener) => listener.tell());
    };
  }

  /** Resolves when the next call arrives whose method and path match. */
  next(kind: RegExp): Promise<void> {
    return new Promise((tell) => this.#listeners.push({ kind, tell }));
  }

  clear(): void {
    this.#calls = [];
  }

  /** The first call after an instant whose method and path match; null where there was none. */
  firstAfter(at: number, kind: RegExp): number | null {
    return this.#calls.find((call) => call.at >= at && kind.test(call.kind))?.at ?? null;
  }
}
