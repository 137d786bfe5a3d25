import { ApexException } from '../../apex/run/apex-object.ts';
import type { RunningDelivery } from '../../apex/library/system/platform-events.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { Savepoint } from '../records/undo-log.ts';

/** Events while a trigger runs with them. */
export class Delivery implements RunningDelivery {
  readonly retries: number;
  readonly lastError: string | null;
  checkpoint: string | null = null;
  /** What ended the trigger behind its checkpoint. */
  failure: ApexException | null = null;
  private readonly store: RecordStore;
  private mark: Savepoint | null = null;

  constructor(store: RecordStore, retries: number, lastError: string | null) {
    this.store = store;
    this.retries = retries;
    this.lastError = lastError;
  }

  setCheckpoint(replayId: string): void {
    this.checkpoint = replayId;
    this.mark = this.store.savepoint();
  }

  /**
   * Runs a trigger: what it did before its checkpoint stays where an exception ends it behind, as documented. A
   * RetryableException takes all back.
   */
  keepUpToCheckpoint(run: () => void): void {
    try {
      run();
    } catch (thrown) {
      const isRetry = thrown instanceof ApexException && thrown.$type.name === 'EventBus.RetryableException';
      if (isRetry) {
        this.checkpoint = null;
      }
      if (this.mark === null || isRetry || !(thrown instanceof ApexException)) {
        throw thrown;
      }
      this.store.rollback(this.mark);
      this.failure = thrown;
    }
  }
}
