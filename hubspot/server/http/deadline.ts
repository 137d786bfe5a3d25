/** Work that did not come to an end in time. It goes on; only nobody waits for it any longer. */
export class TooLateError extends Error {
  readonly code = 'HSW029';

  constructor(millis: number) {
    super(`Not done after ${String(millis)} ms. Next: look at what is slow under /health/ready.`);
    this.name = 'TooLateError';
  }
}

/**
 * Waits for work, but not for ever. Fastify's own time limit for handlers ends when the body has been read, so it never
 * fires for a request that has one.
 *
 * @throws TooLateError, or whatever the work throws
 */
export async function withinMillis<T>(millis: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLateError(millis)), millis);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
