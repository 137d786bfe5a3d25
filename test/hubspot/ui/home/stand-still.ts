import { beforeAll, jest } from '@jest/globals';
import { noon } from './starter-portal.ts';

/**
 * The clock of the pages stands still at noon, and nothing renews itself; whatever waits for an answer goes on. It is so until the
 * file ends: what is still drawn after a test would otherwise renew itself for ever.
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
}
