import { describe, expect, test } from '@jest/globals';
import { calibrate } from '../../../../core/src/author/learn/calibrate/calibrate.ts';
import { calibratedLogOdds, chancesOf, uncalibrated } from '../../../../core/src/author/learn/calibrate/calibration.ts';
import { poolViolators } from '../../../../core/src/author/learn/calibrate/pool-violators.ts';
import { leastOutcomes, recalibrate } from '../../../../core/src/author/learn/calibrate/recalibrate.ts';
import { calibrationError } from '../../../../core/src/author/learn/evaluate/measures.ts';
import { drawing } from '../drawn-history.ts';

/** Points whose true log-odds are a line of them. */
function drawOutcomes(count: number, shift: number, slope: number): { points: Int32Array; labels: Uint8Array } {
  const draw = drawing(11);
  const points = Int32Array.from({ length: count }, () => Math.floor(draw() * 120) - 80);
  const labels = Uint8Array.from(points, (amount) =>
    draw() < 1 / (1 + Math.exp(-shift - (slope * amount) / 28.854)) ? 1 : 0,
  );
  return { points, labels };
}

describe('calibration', () => {
  test('is a shift with few wins, a line with more, a curve with many', () => {
    const methods = [300, 2_000, 20_000].map((count) => {
      const { points, labels } = drawOutcomes(count, -0.5, 1);
      return calibrate(points, labels, 1).method;
    });
    expect(methods).toEqual(['intercept', 'platt', 'isotonic']);
  });

  test('makes chances come true where points were off', () => {
    const { points, labels } = drawOutcomes(20_000, 1, 0.6);
    expect(calibrationError(chancesOf(uncalibrated, points), labels)).toBeGreaterThan(0.1);
    expect(calibrationError(chancesOf(calibrate(points, labels, 1), points), labels)).toBeLessThan(0.01);
  });

  test('never ranks more points below fewer', () => {
    const { points, labels } = drawOutcomes(20_000, 0, 0.2);
    const calibration = calibrate(points, labels, 1);
    for (let amount = -200; amount < 200; amount += 1) {
      expect(calibratedLogOdds(calibration, amount + 1)).toBeGreaterThanOrEqual(calibratedLogOdds(calibration, amount));
    }
  });

  test('says nothing new where only one kind of outcome is known', () => {
    expect(calibrate(Int32Array.of(1, 2), Uint8Array.of(0, 0), 3)).toEqual({ ...uncalibrated, version: 3 });
  });

  test('follows the times in a new version and leaves the points alone', () => {
    const { points, labels } = drawOutcomes(500, 1.2, 1);
    const renewed = recalibrate(uncalibrated, points, labels);
    expect(renewed.version).toBe(2);
    expect(calibratedLogOdds(renewed, 0)).toBeGreaterThan(0.8);
    expect(calibrationError(chancesOf(renewed, points), labels)).toBeLessThan(
      calibrationError(chancesOf(uncalibrated, points), labels),
    );
  });

  test('does not follow a handful', () => {
    const { points, labels } = drawOutcomes(leastOutcomes - 1, 1.2, 1);
    expect(recalibrate(uncalibrated, points, labels)).toBe(uncalibrated);
  });
});

test('neighbours that fall are put together until all rise', () => {
  expect(poolViolators([1, 2, 3], Uint8Array.of(1, 0, 1), 1)).toEqual([
    { count: 2, wins: 1, sum: 3 },
    { count: 1, wins: 1, sum: 3 },
  ]);
});
