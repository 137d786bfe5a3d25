import type { RecordChange } from './record-change.ts';

/**
 * Tells listeners what happened, in order, once the whole of it is done: nobody sees a record half written. A listener may
 * change records itself; what comes of that is told afterwards.
 */
export class ChangeAnnouncer {
  readonly #listeners = new Set<(change: RecordChange) => void>();
  #waiting: RecordChange[] = [];
  /** The first of them that was not told yet. A listener that throws keeps nobody from hearing the rest later. */
  #next = 0;
  #depth = 0;
  #isTelling = false;

  listen(listener: (change: RecordChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  readonly announce = (change: RecordChange): void => {
    this.#waiting.push(change);
  };

  /** Does something as one step and tells of it afterwards. */
  perform<Result>(step: () => Result): Result {
    this.#depth++;
    try {
      return step();
    } finally {
      this.#depth--;
      if (this.#depth === 0) this.#tell();
    }
  }

  #tell(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      while (this.#next < this.#waiting.length) {
        const change = this.#waiting[this.#next++]!;
        for (const listener of this.#listeners) listener(change);
      }
      this.#waiting = [];
      this.#next = 0;
    } finally {
      this.#isTelling = false;
    }
  }
}
