import type { Timers } from '../http/timers.ts';
import type { ActionResult } from './action-answer.ts';

type Blocked = {
  readonly portalId: number;
  readonly appId: number;
  readonly resume: (result: ActionResult | 'expired') => void;
};

/** Actions that were answered with BLOCK and wait for somebody to complete them. */
export class BlockedActions {
  private readonly timers: Timers;
  private readonly waiting = new Map<string, Blocked>();

  constructor(timers: Timers) {
    this.timers = timers;
  }

  /** Resolves with what completes it, or when it has waited too long. */
  wait(callbackId: string, portalId: number, appId: number, millis: number): Promise<ActionResult | 'expired'> {
    return new Promise((resolve) => {
      this.waiting.set(callbackId, { portalId, appId, resume: resolve });
      this.timers.after(millis, () => {
        if (this.waiting.delete(callbackId)) resolve('expired');
      });
    });
  }

  /** Whether there is one that this app may complete. */
  isWaiting(callbackId: string, portalId: number, appId: number): boolean {
    const found = this.waiting.get(callbackId);
    return found?.portalId === portalId && found.appId === appId;
  }

  complete(callbackId: string, result: ActionResult): void {
    const found = this.waiting.get(callbackId);
    this.waiting.delete(callbackId);
    found?.resume(result);
  }

  /** The ids of all that wait, in the order in which they began. */
  list(): string[] {
    return [...this.waiting.keys()];
  }
}
