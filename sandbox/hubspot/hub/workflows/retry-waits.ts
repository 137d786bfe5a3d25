const threeDays = 3 * 24 * 60 * 60_000;
const longestWait = 8 * 60 * 60_000;

/** Whether a failure with this HTTP status is tried again. */
export function isRetried(status: number): boolean {
  return status === 429 || status >= 500;
}

/**
 * How long to wait after so many attempts, and whether the three days are over by then: one minute at first, twice as long each time,
 * eight hours at most.
 *
 * @param waited so far
 * @param asked how long the other side wants; null where it does not say
 */
export function waitAfterFailure(
  attempts: number,
  waited: number,
  asked: number | null = null,
): { readonly wait: number; readonly isLast: boolean } {
  const wait = asked ?? Math.min(longestWait, 60_000 * 2 ** (attempts - 1));
  return { wait, isLast: waited + wait > threeDays };
}
