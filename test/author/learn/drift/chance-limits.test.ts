import { describe, expect, test } from '@jest/globals';
import { chiSquareBelow, normalBelow } from '../../../../core/src/author/learn/drift/chance-limits.ts';

describe('limits of chance', () => {
  test.each([
    [0.5, 0],
    [0.975, 1.96],
    [0.99, 2.326],
    [0.9999, 3.719],
    [0.025, -1.96],
  ])('a normal value stays in %p of cases below %p', (share, limit) => {
    expect(normalBelow(share)).toBeCloseTo(limit, 2);
  });

  // From the tables of the chi-square distribution.
  test.each([
    [0.95, 1, 3.841],
    [0.99, 4, 13.277],
    [0.95, 9, 16.919],
    [0.999, 19, 43.82],
    [0.99, 0, 0],
  ])('in %p of cases a chi-square of %p degrees stays below %p', (share, degrees, limit) => {
    expect(Math.abs(chiSquareBelow(share, degrees) - limit)).toBeLessThan(0.15);
  });
});
