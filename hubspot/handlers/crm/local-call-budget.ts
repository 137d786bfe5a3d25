import type { CallBudget, CallKind } from './call-budget.ts';
import { systemClock, type Clock } from './clock.ts';

/** So many calls in any window of so many milliseconds, of which so many may come at once. */
export type Flow = { readonly limit: number; readonly windowMillis: number; readonly burst: number };

/**
 * Within HubSpot's limits for an app of the marketplace, per portal, which are 110 calls in ten seconds and 5 searches in one. What
 * is sent evenly does not arrive evenly, so that a few calls are left over.
 */
export const marketplaceFlows: Readonly<Record<CallKind, Flow>> = {
  general: { limit: 105, windowMillis: 10_000, burst: 20 },
  // Two, because a lead asks for a person and a company at once and should wait for neither.
  search: { limit: 5, windowMillis: 1000, burst: 2 },
};

/** The budget of one portal where one process makes all its calls. */
export class LocalCallBudget implements CallBudget {
  readonly #lanes: Readonly<Record<CallKind, Lane>>;

  constructor(flows: Readonly<Record<CallKind, Flow>> = marketplaceFlows, clock: Clock = systemClock) {
    this.#lanes = { general: new Lane(flows.general, clock), search: new Lane(flows.search, clock) };
  }

  take(kind: CallKind, signal?: AbortSignal): Promise<void> {
    return this.#lanes[kind].take(signal);
  }

  pause(kind: CallKind, millis: number): void {
    this.#lanes[kind].pause(millis);
  }
}

type Waiter = { readonly letThrough: () => void };

/**
 * A bucket of `burst` tokens that gains one every `intervalMillis`. A window of any length W sees at most what the bucket held
 * when it began and what came in since, burst + W / interval; the interval is chosen so that this is the limit for the window
 * that HubSpot counts, both of its ends included.
 */
class Lane {
  readonly #clock: Clock;
  readonly #intervalMillis: number;
  /** How long it takes from one token to a full bucket. */
  readonly #slackMillis: number;
  readonly #queue: Waiter[] = [];
  /** When the bucket is full again. */
  #fullAt = 0;
  #isServing = false;

  constructor({ limit, windowMillis, burst }: Flow, clock: Clock) {
    this.#clock = clock;
    this.#intervalMillis = Math.ceil(windowMillis / (limit - burst));
    this.#slackMillis = (burst - 1) * this.#intervalMillis;
  }

  take(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(reasonOf(signal));
        return;
      }
      const leave = (): void => {
        this.#queue.splice(this.#queue.indexOf(waiter), 1);
        reject(reasonOf(signal));
      };
      const waiter: Waiter = {
        letThrough: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#queue.push(waiter);
      void this.#serve();
    });
  }

  /** Afterwards the bucket has one token, so that calls begin again evenly and not all at once. */
  pause(millis: number): void {
    this.#fullAt = Math.max(this.#fullAt, this.#clock.now() + millis + this.#slackMillis);
  }

  async #serve(): Promise<void> {
    if (this.#isServing) {
      return;
    }
    this.#isServing = true;
    while (this.#queue.length > 0) {
      const now = this.#clock.now();
      const waitMillis = this.#fullAt - now - this.#slackMillis;
      if (waitMillis > 0) {
        await this.#clock.sleep(waitMillis);
        continue;
      }
      this.#fullAt = Math.max(this.#fullAt, now) + this.#intervalMillis;
      this.#queue.shift()?.letThrough();
    }
    this.#isServing = false;
  }
}

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error('Nobody waits for this call any longer.');
}
