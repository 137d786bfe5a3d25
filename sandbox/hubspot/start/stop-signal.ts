/** One press reaches a program behind npm twice; only a second press a while later means "now". */
const repeatMillis = 1_000;

/** Whether somebody pressed Ctrl-C, or an orchestrator asked for the end. */
export class StopSignal {
  readonly #stopped: Promise<void>;
  #stoppedAt: number | null = null;

  /** @param endNow what is done when they press once more */
  constructor(endNow: () => void) {
    this.#stopped = new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () => {
          if (this.#stoppedAt !== null && Date.now() - this.#stoppedAt > repeatMillis) endNow();
          this.#stoppedAt ??= Date.now();
          resolve();
        });
      }
    });
  }

  get isStopped(): boolean {
    return this.#stoppedAt !== null;
  }

  /** Resolves when it happens. */
  get stopped(): Promise<void> {
    return this.#stopped;
  }
}
