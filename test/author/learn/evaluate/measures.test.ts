import { describe, expect, test } from '@jest/globals';
import { liftByTier, interval, isTopClearlyAhead } from '../../../../core/src/author/learn/evaluate/lift.ts';
import {
  areaUnderCurve,
  brierScore,
  calibrationError,
  logLoss,
} from '../../../../core/src/author/learn/evaluate/measures.ts';
import { splitByTime } from '../../../../core/src/author/learn/evaluate/split-by-time.ts';
import { riskByCoverage } from '../../../../core/src/author/learn/confidence/risk-by-coverage.ts';
import { tableOf } from '../drawn-history.ts';

describe('measures', () => {
  test('the area is the share of pairs in the right order, ties half', () => {
    expect(areaUnderCurve([1, 2, 3, 4], Uint8Array.of(0, 1, 0, 1))).toBe(0.75);
    expect(areaUnderCurve([1, 1], Uint8Array.of(0, 1))).toBe(0.5);
    expect(areaUnderCurve([1, 2], Uint8Array.of(0, 0))).toBeNaN();
  });

  test('log-loss, Brier score and calibration error are those of the textbooks', () => {
    const chances = [0.8, 0.4];
    const labels = Uint8Array.of(1, 0);
    expect(logLoss(chances, labels)).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2);
    expect(brierScore(chances, labels)).toBeCloseTo((0.04 + 0.16) / 2);
    expect(calibrationError(chances, labels)).toBeCloseTo((0.2 + 0.4) / 2);
  });

  test('a share is as sure as its count allows', () => {
    const { low, high } = interval(10, 100);
    expect(low).toBeCloseTo(0.0552, 3);
    expect(high).toBeCloseTo(0.1744, 3);
    expect(interval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  test('tiers are the best fifth, the two fifths behind it and the rest', () => {
    const scores = Array.from({ length: 1_000 }, (_, place) => place);
    const labels = Uint8Array.from(scores, (place) => (place >= 800 && place % 2 === 0 ? 1 : 0));
    const tiers = liftByTier(scores, labels);
    expect(tiers.map(({ count, wonCount }) => [count, wonCount])).toEqual([
      [200, 100],
      [400, 0],
      [400, 0],
    ]);
    expect(isTopClearlyAhead(tiers)).toBe(true);
  });

  test('tiers of leads that the card can not tell apart are the same, whatever the times did', () => {
    const scores = new Float64Array(1_000);
    const labels = Uint8Array.from(scores, (_, place) => (place < 200 && place % 2 === 0 ? 1 : 0));
    const tiers = liftByTier(scores, labels);
    expect(tiers.map(({ wonShare }) => wonShare)).toEqual([0.1, 0.1, 0.1]);
    expect(isTopClearlyAhead(tiers)).toBe(false);
    expect(calibrationError(new Float64Array(1_000).fill(0.1), labels)).toBeCloseTo(0);
  });

  test('risk counts decisions that what happened contradicts, among the surest', () => {
    const risks = riskByCoverage(
      [5, 4, 3, 2, 1, 1, 1, 1, 1, 1],
      Uint8Array.of(1, 0, 1, 0, 1, 1, 1, 1, 1, 1),
      new Uint8Array(10),
    );
    expect(risks[0]).toEqual({ coverage: 1, risk: 0.8 });
    expect(risks.at(-1)!.coverage).toBe(0.3);
    expect(risks.at(-1)!.risk).toBeCloseTo(2 / 3);
  });
});

test('a split by time purges what was not answered on the day of the cut', () => {
  const days = Array.from({ length: 10 }, (_, row) => row * 10);
  const table = tableOf(
    days,
    days.map(() => 'lost'),
    days.map((day) => day + 1),
  );
  const leads = { rows: Int32Array.from(days.keys()), labels: new Uint8Array(10) };
  const { earlier, later, purgedCount } = splitByTime(table, leads, 25);
  expect([...later.rows]).toEqual([7, 8, 9]);
  expect([...earlier.rows]).toEqual([0, 1, 2, 3, 4]);
  expect(purgedCount).toBe(2);
});
