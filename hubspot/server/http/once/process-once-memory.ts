import type { OnceMemory } from './once-memory.ts';

/** Remembers within this process: enough where one process serves all. Several servers need DatabaseOnceMemory. */
export class ProcessOnceMemory implements OnceMemory {
  readonly #untilByKey = new Map<string, number>();

  takeOnce(key: string, until: number, now: number): Promise<boolean> {
    for (const [old, end] of this.#untilByKey) if (end < now) this.#untilByKey.delete(old);
    if (this.#untilByKey.has(key)) return Promise.resolve(false);
    this.#untilByKey.set(key, until);
    return Promise.resolve(true);
  }

  giveBack(key: string): Promise<void> {
    this.#untilByKey.delete(key);
    return Promise.resolve();
  }
}
