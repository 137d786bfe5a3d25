import { afterEach, beforeAll, jest } from '@jest/globals';
import { noon } from './starter-portal.ts';

/**
 * The clock of the pages stands still at noon, and nothing renews itself; whatever waits for an answer goes on. What is being drawn
 * when a test ends comes to its end: drawn after the file, it would renew itself for ever and keep the run alive.
 */
export function standStill(): void {
  beforeAll(() => {
    jest.useFakeTimers({
      now: noon,
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setTimeout',
        'clearTimeout',
      ],
    });
  });
  afterEach(() => new Promise((resolve) => setTimeout(resolve, 50)));
}
