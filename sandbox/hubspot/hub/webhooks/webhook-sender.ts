import type { HubSpotApp } from '../apps/hubspot-app.ts';
import type { PendingWork } from '../http/pending-work.ts';
import type { Timers } from '../http/timers.ts';
import { headersOfV3, signV1 } from '../signing/sign.ts';
import { callApp, isSuccess, type AppAnswer } from './call-app.ts';
import type { Delivery, DeliveryLog } from './delivery.ts';
import type { WebhookEvent } from './webhook-event.ts';
import { usualWebhookOptions, type WebhookOptions } from './webhook-options.ts';

export type SenderParts = {
  readonly now: () => number;
  readonly random: () => number;
  readonly timers: Timers;
  readonly pending: PendingWork;
  readonly log: DeliveryLog;
  /** The app as it is now; null where it is gone. */
  findApp(appId: number): HubSpotApp | null;
  /** Whether the portal still has the app. */
  isInstalled(appId: number, portalId: number): boolean;
};

type Waiting = { readonly event: WebhookEvent; readonly attempt: number };

/** What is on its way to one app. */
type Lane = { waiting: Waiting[]; inFlight: number; isTimed: boolean };

const mostInCall = 100;
const firstWaitMillis = 60_000;

/**
 * Delivers events at least once and in no promised order: gathered into calls of at most 100, at most so many calls of an app
 * at a time, each attempt again after a longer wait until the app takes it or attempts run out.
 */
export class WebhookSender {
  options: WebhookOptions = usualWebhookOptions;
  private readonly parts: SenderParts;
  private readonly lanes = new Map<number, Lane>();

  constructor(parts: SenderParts) {
    this.parts = parts;
  }

  /** Changes what is named and leaves the rest as it is. */
  set(options: Partial<WebhookOptions>): void {
    this.options = { ...this.options, ...options };
    for (const appId of this.lanes.keys()) this.sendWaiting(appId);
  }

  /** Takes an event on. */
  offer(event: WebhookEvent): void {
    const { random } = this.parts;
    const { delayMillis, duplicateShare, disorderShare, lateMillis } = this.options;
    const [least, most] = delayMillis;
    const delay = most > 0 ? least + random() * (most - least) : 0;
    const isLate = disorderShare > 0 && random() < disorderShare;
    this.wait({ event, attempt: 0 }, delay + (isLate ? random() * lateMillis : 0));
    if (duplicateShare > 0 && random() < duplicateShare) {
      this.wait({ event, attempt: 0 }, delay + random() * lateMillis);
    }
  }

  private wait(waiting: Waiting, millis: number): void {
    this.parts.pending.begin();
    if (millis > 0) this.parts.timers.after(millis, () => this.gather(waiting));
    else this.gather(waiting);
  }

  private gather(waiting: Waiting): void {
    const { appId } = waiting.event;
    const lane = this.laneOf(appId);
    lane.waiting.push(waiting);
    if (lane.waiting.length >= mostInCall) {
      this.sendWaiting(appId);
    } else if (!lane.isTimed) {
      lane.isTimed = true;
      this.parts.timers.after(this.options.collectMillis, () => {
        lane.isTimed = false;
        this.sendWaiting(appId);
      });
    }
  }

  private sendWaiting(appId: number): void {
    const lane = this.laneOf(appId);
    const app = this.parts.findApp(appId);
    while (lane.waiting.length > 0 && !this.options.isHeld) {
      const settings = app?.webhooks ?? null;
      if (settings !== null && lane.inFlight >= settings.maxConcurrentRequests) return;
      const taken = lane.waiting.splice(0, mostInCall);
      const batch = taken.filter(({ event }) => this.parts.isInstalled(appId, event.portalId));
      for (let dropped = taken.length - batch.length; dropped > 0; dropped -= 1) this.parts.pending.end();
      if (batch.length === 0) continue;
      if (app === null || settings === null) {
        batch.forEach(() => this.parts.pending.end());
        continue;
      }
      lane.inFlight += 1;
      void this.send(app, settings.targetUrl, batch).finally(() => {
        lane.inFlight -= 1;
        this.sendWaiting(appId);
      });
    }
  }

  private async send(app: HubSpotApp, url: string, batch: readonly Waiting[]): Promise<void> {
    const at = this.parts.now();
    const begun = performance.now();
    const events = batch.map(({ event, attempt }) => ({ ...event, attemptNumber: attempt }));
    const body = JSON.stringify(events);
    const answer = await callApp({
      url,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-HubSpot-Signature': signV1(app.clientSecret, body),
        'X-HubSpot-Signature-Version': 'v1',
        ...headersOfV3(app.clientSecret, { method: 'POST', url, body }, at),
      },
      body,
      timeoutMillis: this.options.timeoutMillis,
    });
    const { lostAcknowledgementShare } = this.options;
    const isLost = lostAcknowledgementShare > 0 && this.parts.random() < lostAcknowledgementShare;
    const outcome = outcomeOf(answer, isLost);
    const status = answer.kind === 'answered' ? answer.status : null;
    const tookMillis = Math.round(performance.now() - begun);
    this.parts.log.add({ at, appId: app.appId, url, events, outcome, status, tookMillis });
    for (const each of batch) {
      if (outcome !== 'accepted' && each.attempt < this.options.retries) this.retry(each);
      this.parts.pending.end();
    }
  }

  // Every event waits for itself, so that those of one call do not come back together.
  private retry({ event, attempt }: Waiting): void {
    const spread = 0.5 + this.parts.random();
    this.wait({ event, attempt: attempt + 1 }, firstWaitMillis * 2 ** attempt * spread * this.options.retryScale);
  }

  private laneOf(appId: number): Lane {
    const lane = this.lanes.get(appId) ?? { waiting: [], inFlight: 0, isTimed: false };
    this.lanes.set(appId, lane);
    return lane;
  }
}

function outcomeOf(answer: AppAnswer, isLost: boolean): Delivery['outcome'] {
  if (answer.kind !== 'answered') return answer.kind;
  if (!isSuccess(answer)) return 'refused';
  return isLost ? 'acknowledgementLost' : 'accepted';
}
