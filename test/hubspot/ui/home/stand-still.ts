import { afterEach, beforeEach, jest } from '@jest/globals';
import { noon } from './starter-portal.ts';

/** The clock of the pages stands still at noon, and nothing renews itself; whatever waits for an answer goes on. */
export function standStill(): void {
  beforeEach(() => {
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
  afterEach(() => {
    jest.useRealTimers();
  });
}
