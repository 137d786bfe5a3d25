import { describe, expect, test } from '@jest/globals';
import { driftOfScores, layScoreBands } from '../../../../core/src/author/learn/drift/drift-of-scores.ts';
import { Dice } from '../../../property/generators/dice.ts';

function drawScores(dice: Dice, count: number, shift: number): number[] {
  return Array.from({ length: count }, () => Math.min(100, dice.roll(30) + dice.roll(30) + shift));
}

const bands = layScoreBands(drawScores(new Dice(1), 5_000, 0));

describe('driftOfScores', () => {
  test('bands hold about as many leads each', () => {
    expect(bands.lows).toHaveLength(10);
    expect(Math.min(...bands.counts)).toBeGreaterThan(350);
    expect(bands.counts.reduce((sum, count) => sum + count, 0)).toBe(5_000);
  });

  test('leads that all have one score are one band', () => {
    expect(layScoreBands([40, 40, 40])).toEqual({ lows: [0, 40], counts: [0, 3] });
    expect(layScoreBands([])).toEqual({ lows: [0], counts: [0] });
  });

  test('says nothing while scores stay', () => {
    expect(driftOfScores(bands, drawScores(new Dice(2), 400, 0))).toBeNull();
    expect(driftOfScores(bands, drawScores(new Dice(3), 50, 0))).toBeNull();
    expect(driftOfScores(bands, [])).toBeNull();
  });

  test('tells that scores moved, and which', () => {
    const alarm = driftOfScores(bands, drawScores(new Dice(4), 400, 12))!;
    expect(alarm).toMatchObject({ code: 'LRD003', level: 'act', attributeKey: null });
    expect(alarm.found).toMatch(
      /^400 recent leads are not scored as those of the training were: index \d\.\d\d, where chance alone stays below 0\.\d\d\. Most moved: scores of \d+ to 100, 1\d % of leads in training and \d\d % now\.$/,
    );
  });

  test('a smaller move is worth a look', () => {
    expect(driftOfScores(bands, drawScores(new Dice(5), 1_000, 5))?.level).toBe('look');
  });
});
