import { describe, expect, test } from '@jest/globals';
import { driftOfOutcomes } from '../../../../core/src/author/learn/drift/drift-of-outcomes.ts';
import { rollOutcomes } from '../../../../core/src/author/learn/drift/roll-outcomes.ts';
import { Dice } from '../../../property/generators/dice.ts';
import { drawAnswered } from './draws.ts';

describe('rollOutcomes', () => {
  test.each([
    [49, []],
    [50, [50]],
    [500, [500]],
    [600, [350, 500]],
    [1_000, [500, 500, 500]],
  ])('%p answers make windows of the newest five hundred', (count, sizes) => {
    expect(rollOutcomes(drawAnswered(new Dice(1), count)).map((window) => window.count)).toEqual(sizes);
  });

  test('the order in which answers come does not matter', () => {
    const answered = drawAnswered(new Dice(2), 700).map((lead) => ({ ...lead, arrivedAt: lead.arrivedAt % 7 }));
    expect(rollOutcomes(new Dice(3).shuffle(answered))).toEqual(rollOutcomes(answered));
  });

  test('a window holds what was said, what happened and how sure that is', () => {
    const answered = Array.from({ length: 100 }, (_, place) => ({
      leadKey: `lead-${place}`,
      arrivedAt: place,
      chance: place < 50 ? 0.1 : 0.3,
      isWon: place % 5 === 0,
    }));
    const [window] = rollOutcomes(answered);
    expect(window).toMatchObject({ from: 0, until: 99, count: 100, wonCount: 20, happened: 0.2 });
    expect(window!.said).toBeCloseTo(0.2);
    expect(window!.error).toBeCloseTo(0.1);
    // Wilson's interval of 20 in 100.
    expect(window!.low).toBeCloseTo(0.1334, 3);
    expect(window!.high).toBeCloseTo(0.2888, 3);
  });

  test('what right chances are off by is foreseen, and seldom passed', () => {
    const dice = new Dice(4);
    let error = 0;
    let expected = 0;
    let above = 0;
    for (let look = 0; look < 500; look += 1) {
      const [window] = rollOutcomes(drawAnswered(dice, 500));
      error += window!.error;
      expected += window!.expectedError;
      above += window!.error > window!.errorByChance ? 1 : 0;
    }
    expect(error / expected).toBeGreaterThan(0.95);
    expect(error / expected).toBeLessThan(1.05);
    expect(above).toBeLessThan(15);
  });
});

describe('driftOfOutcomes', () => {
  test('says nothing while what was said comes true, and nothing of too few answers', () => {
    expect(driftOfOutcomes(drawAnswered(new Dice(5), 500))).toEqual([]);
    expect(driftOfOutcomes(drawAnswered(new Dice(6), 49, () => 1))).toEqual([]);
  });

  test('tells that wins became rare, with the error that this makes', () => {
    const alarms = driftOfOutcomes(drawAnswered(new Dice(7), 500, (chance) => chance / 6));
    expect(alarms.map(({ code, level }) => [code, level])).toEqual([
      ['LRD004', 'act'],
      ['LRD005', 'act'],
    ]);
    expect(alarms[0]!.found).toMatch(
      /^Chances of the newest 500 answered leads are off by 1\d % on average; right ones would be off by about [34](\.\d)? %, and seldom by more than \d(\.\d)? %\.$/,
    );
    expect(alarms[1]!.found).toMatch(
      /^Of the newest 500 answered leads \d\d were won: \d(\.\d)? %, with 95 % confidence \d(\.\d)? % to \d+(\.\d)? %; 2\d % was said\.$/,
    );
    expect(alarms[1]!.next).toContain('fewer wins');
  });

  test('chances that no longer tell leads apart are wrong although the base rate stays', () => {
    const alarms = driftOfOutcomes(drawAnswered(new Dice(8), 500, () => 0.21));
    expect(alarms.map(({ code, level }) => [code, level])).toEqual([['LRD004', 'look']]);
  });

  test('looks at the newest answers alone', () => {
    const old = drawAnswered(new Dice(9), 500, () => 0.9).map((lead) => ({ ...lead, leadKey: `old-${lead.leadKey}` }));
    const later = drawAnswered(new Dice(10), 500).map((lead) => ({ ...lead, arrivedAt: lead.arrivedAt + 1e12 }));
    expect(driftOfOutcomes([...later, ...old])).toEqual([]);
  });
});
