import { describe, expect, test } from '@jest/globals';
import { findNewest } from '../../../hubspot/functions/turns/find-newest.ts';

describe('The newest turn of a chain', () => {
  test.each([0, 1, 2, 15, 16, 17, 99, 1_000, 65_535, 1_000_000])(
    'of %i is found from anywhere in few reads',
    async (length) => {
      for (const from of new Set([0, 1, Math.floor(length / 2), Math.max(0, length - 20), length])) {
        let reads = 0;
        const newest = await findNewest(new Map([['live/east', Math.min(from, length)]]), (asked) => {
          reads += 1;
          expect(asked.length).toBeLessThanOrEqual(100);
          return Promise.resolve(
            asked.filter(({ sequence }) => sequence <= length).map((one) => ({ ...one, entry: one.sequence })),
          );
        });
        expect(newest.get('live/east')?.sequence).toBe(length === 0 ? undefined : length);
        expect(reads).toBeLessThanOrEqual(length - from < 15 ? 1 : 20);
      }
    },
  );
});
