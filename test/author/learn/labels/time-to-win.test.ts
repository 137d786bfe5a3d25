import { describe, expect, test } from '@jest/globals';
import { chooseHorizon, shareWithin } from '../../../../core/src/author/learn/labels/choose-horizon.ts';
import { dayOfShare, timeToWin } from '../../../../core/src/author/learn/labels/time-to-win.ts';
import { beganAt, dayMillis, tableOf } from '../drawn-history.ts';

const asOf = beganAt + 100 * dayMillis;

describe('time to win', () => {
  test('without censoring is the plain share of leads won by each day', () => {
    const table = tableOf([0, 0, 0, 0], ['won', 'won', 'lost', 'won'], [2, 4, 3, 10]);
    const curve = timeToWin(table, asOf);
    expect(curve.days).toEqual([2, 4, 10]);
    expect(curve.wonShare[0]).toBeCloseTo(0.25);
    expect(curve.wonShare[2]).toBeCloseTo(0.75);
  });

  test('counts a young lead among those who may still win, but only for as long as it was seen', () => {
    // Two of four are seen for one day only; of the two that are left, one wins on the fifth.
    const table = tableOf([99, 99, 0, 0], ['open', 'open', 'won', 'lost'], [null, null, 5, 50]);
    const curve = timeToWin(table, asOf);
    expect(curve.wonShare.at(-1)).toBeCloseTo(0.5);
  });

  test('gives the day by which a share of all wins was there', () => {
    const table = tableOf([0, 0, 0, 0], ['won', 'won', 'won', 'won'], [1, 2, 3, 40]);
    const curve = timeToWin(table, asOf);
    expect(dayOfShare(curve, 0.5)).toBe(2);
    expect(dayOfShare(curve, 1)).toBe(40);
    expect(shareWithin(curve, 7)).toBeCloseTo(0.75);
  });
});

describe('the horizon', () => {
  const arrived = Array.from({ length: 20 }, () => 0);
  const outcomes = arrived.map(() => 'won' as const);

  test('is the shortest that holds most wins', () => {
    const curve = timeToWin(
      tableOf(
        arrived,
        outcomes,
        arrived.map((_, row) => (row < 15 ? 5 : 60)),
      ),
      asOf,
    );
    expect(chooseHorizon(curve, 1_000)).toEqual({ days: 7, reason: '75 % of all wins come within 7 days of arrival' });
  });

  test('leaves enough of a short history that is old enough for an answer', () => {
    const curve = timeToWin(
      tableOf(
        arrived,
        outcomes,
        arrived.map(() => 80),
      ),
      asOf,
    );
    const chosen = chooseHorizon(curve, 150);
    expect(chosen.days).toBe(30);
    expect(chosen.reason).toContain('spans only 150 days');
  });

  test('is a month where nothing was won', () => {
    expect(chooseHorizon({ days: [], wonShare: [] }, 500).days).toBe(30);
  });
});
