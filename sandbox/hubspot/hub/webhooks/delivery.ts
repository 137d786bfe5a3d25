import type { SentEvent } from './webhook-event.ts';

/** What became of one call to an app's webhook address. */
export type Delivery = {
  readonly at: number;
  readonly appId: number;
  readonly url: string;
  readonly events: readonly SentEvent[];
  readonly outcome:
    | 'accepted'
    /** The app answered with anything but a 2xx. */
    | 'refused'
    /** It did not answer in time. */
    | 'timedOut'
    | 'unreachable'
    /** It answered well, and HubSpot never learnt of it. */
    | 'acknowledgementLost';
  readonly status: number | null;
  readonly tookMillis: number;
};

/** The last calls, the oldest first. */
export class DeliveryLog {
  private readonly most: number;
  private kept: Delivery[] = [];

  constructor(most: number) {
    this.most = most;
  }

  add(delivery: Delivery): void {
    this.kept.push(delivery);
    if (this.kept.length > this.most * 2) this.kept = this.kept.slice(-this.most);
  }

  list(): readonly Delivery[] {
    return this.kept.slice(-this.most);
  }

  /** Every event that was sent, as often as it was sent. */
  events(): SentEvent[] {
    return this.list().flatMap(({ events }) => events);
  }

  clear(): void {
    this.kept = [];
  }
}
