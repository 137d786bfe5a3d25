/** Something that goes on until it is stopped. */
export type Work = {
  /** No more of it begins; resolves when what is under way has come to its end. */
  stop(): Promise<void>;
};

/**
 * Does something again and again, never twice at a time. What takes longer than the time between is left out and not made up for:
 * a portal that does not answer for an hour leaves nothing behind that would be done at once when it answers again.
 *
 * @param work sees to its own failures
 */
export function repeatWork(everyMillis: number, work: () => Promise<void>): Work {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= work().finally(() => (running = null));
  }, everyMillis);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
