import { describe, expect, test } from '@jest/globals';
import { compareShares, lookFrom } from '../../../../core/src/author/learn/drift/stability-index.ts';
import { Dice } from '../../../property/generators/dice.ts';
import { drawGroups } from './draws.ts';

function countsOf(groups: readonly number[], groupCount: number): number[] {
  return Array.from({ length: groupCount }, (_, group) => groups.filter((own) => own === group).length);
}

describe('compareShares', () => {
  test('is nothing where nothing moved, whatever the sizes', () => {
    expect(compareShares([500, 300, 200], [50_000, 30_000, 20_000], 0.01).index).toBeCloseTo(0, 4);
  });

  test('is the sum over groups of the move times the logarithm of the ratio', () => {
    const { index, moved } = compareShares([60_000, 40_000], [40_000, 60_000], 0.01);
    expect(index).toBeCloseTo(2 * 0.2 * Math.log(0.6 / 0.4), 4);
    expect(moved).toEqual({ group: 0, before: 0.6, now: 0.4 });
  });

  test('is the same in both directions', () => {
    const before = [4_000, 3_000, 2_000, 1_000];
    const now = [1_000, 2_000, 3_000, 4_000];
    expect(compareShares(before, now, 0.01).index).toBeCloseTo(compareShares(now, before, 0.01).index, 9);
  });

  test('stays finite where a group is empty', () => {
    expect(compareShares([5_000, 5_000], [0, 400], 0.01).index).toBeGreaterThan(1);
    expect(compareShares([5_000, 0], [200, 200], 0.01).index).toBeGreaterThan(1);
    expect(compareShares([10_000, 0], [25, 25], 0.01).index).toBeGreaterThan(1);
  });

  test.each([
    ['no leads before', [0, 0], [5, 5]],
    ['no leads now', [5, 5], [0, 0]],
    ['one group', [500], [50]],
  ])('says nothing of %s', (_, before, now) => {
    expect(compareShares(before, now, 0.01).index).toBe(0);
  });

  const many = Array.from({ length: 20 }, () => 500);
  const few = [4_000, 2_500, 1_500, 900, 500, 300, 150, 80, 40, 30];

  test.each([
    { count: 50, weights: few },
    { count: 50, weights: many },
    { count: 200, weights: few },
    { count: 200, weights: many },
    { count: 2_000, weights: few },
  ])('chance alone passes the noise floor in one of a hundred looks at $count leads in groups of $weights', (drawn) => {
    const { count, weights } = drawn;
    const dice = new Dice(count);
    const looks = count < 1_000 ? 2_000 : 300;
    let above = 0;
    for (let look = 0; look < looks; look += 1) {
      const { index, noise } = compareShares(weights, countsOf(drawGroups(dice, weights, count), weights.length), 0.01);
      above += index > noise ? 1 : 0;
    }
    expect(above / looks).toBeLessThan(0.02);
  });

  test('of fifty leads custom alone would alarm in one of ten looks; that is what the floor is for', () => {
    const dice = new Dice(1);
    let above = 0;
    for (let look = 0; look < 1_000; look += 1) {
      above += compareShares(few, countsOf(drawGroups(dice, few, 50), few.length), 0.01).index >= lookFrom ? 1 : 0;
    }
    expect(above).toBeGreaterThan(100);
  });
});
