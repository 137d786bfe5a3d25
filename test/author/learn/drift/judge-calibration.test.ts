import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { judgeCalibration, type CalibrationCheck } from '../../../../core/src/author/learn/drift/judge-calibration.ts';
import type { DriftAlarm } from '../../../../core/src/author/learn/drift/drift-alarm.ts';
import type { OutcomeWindow } from '../../../../core/src/author/learn/drift/roll-outcomes.ts';

/** A look at 500 answered leads whose chances are off by so many percentage points more than chance explains. */
function look(at: number, excess: number): CalibrationCheck {
  const outcomes: OutcomeWindow = {
    from: 0,
    until: at,
    count: 500,
    wonCount: 100,
    said: 0.2,
    happened: 0.2,
    low: 0.17,
    high: 0.24,
    error: 0.03 + excess / 100,
    expectedError: 0.03,
    errorByChance: 0.05,
  };
  return { at, outcomes, scores: null };
}

function moved(at: number, level: DriftAlarm['level']): CalibrationCheck {
  const scores: DriftAlarm = { code: 'LRD003', level, attributeKey: null, found: 'Scores moved.', next: '' };
  return { at, outcomes: null, scores };
}

const thin: CalibrationCheck = { at: 0, outcomes: null, scores: null };

const cases = [
  { name: 'no look at all', was: true, looks: [], is: true },
  { name: 'nothing but looks at too few answers', was: false, looks: [thin, thin], is: false },
  { name: 'good looks', was: true, looks: [look(1, 0), look(2, 1)], is: true },
  { name: 'one bad look', was: true, looks: [look(1, 0), look(2, 6)], is: true },
  { name: 'two bad looks running', was: true, looks: [look(1, 6), look(2, 6)], is: false, code: 'LRD006' },
  { name: 'two bad looks with a good one between', was: true, looks: [look(1, 6), look(2, 0), look(3, 6)], is: true },
  { name: 'one very bad look', was: true, looks: [look(1, 0), look(2, 11)], is: false, code: 'LRD006' },
  { name: 'a very bad look that was set right', was: true, looks: [look(1, 11), look(2, 0)], is: true },
  { name: 'looks in any order', was: true, looks: [look(3, 6), look(1, 0), look(2, 6)], is: false, code: 'LRD006' },
  { name: 'two good looks after trust was lost', was: false, looks: [look(1, 6), look(2, 0), look(3, 0)], is: false },
  { name: 'three good looks', was: false, looks: [look(1, 0), look(2, 1), look(3, 2)], is: true, code: 'LRD007' },
  { name: 'looks that are neither', was: false, looks: [look(1, 3), look(2, 4), look(3, 3)], is: false },
  {
    name: 'bad looks with thin ones between',
    was: true,
    looks: [look(1, 6), { ...thin, at: 2 }, look(3, 6)],
    is: false,
    code: 'LRD006',
  },
  {
    name: 'scores that moved far, twice, while nobody is answered',
    was: true,
    looks: [moved(1, 'act'), moved(2, 'act')],
    is: false,
    code: 'LRD006',
  },
  { name: 'scores that moved a little', was: true, looks: [moved(1, 'look'), moved(2, 'look')], is: true },
];

describe('judgeCalibration', () => {
  test.each(cases)('after $name a card that was believed: $was is believed: $is', ({ was, looks, is, code }) => {
    const { isCalibrated, alarm, reason } = judgeCalibration(was, looks);
    expect([isCalibrated, alarm?.code]).toEqual([is, code]);
    expect(reason).not.toBe('');
  });

  test('says why with the figures', () => {
    expect(judgeCalibration(true, [look(1, 6), look(2, 7)]).reason).toBe(
      '2 looks running were bad. Chances of 500 answered leads are off by 10 % on average, of which chance explains 3 %.',
    );
    expect(judgeCalibration(false, [look(1, 0)]).reason).toMatch(
      /^The card stays doubted until 3 looks running are good; 1 so far\. /,
    );
  });

  test('an error that moves between the two limits never changes anything', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.integer({ min: 26, max: 49 }), { maxLength: 30 }), (was, tenths) => {
        const looks = tenths.map((excess, at) => look(at, excess / 10));
        expect(judgeCalibration(was, looks)).toMatchObject({ isCalibrated: was, alarm: null });
      }),
    );
  });

  test('never changes its mind twice within three looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 130 }), { minLength: 4, maxLength: 60 }), (tenths) => {
        const looks: CalibrationCheck[] = [];
        const turns: number[] = [];
        let isCalibrated = true;
        tenths.forEach((excess, at) => {
          looks.push(look(at, excess / 10));
          const judged = judgeCalibration(isCalibrated, looks);
          if (judged.isCalibrated !== isCalibrated) {
            turns.push(at);
            isCalibrated = judged.isCalibrated;
          }
        });
        // Trust can be lost at once, by a very bad look; it comes back after three looks at the earliest.
        turns.forEach((at, turn) => expect(turn % 2 === 0 || at - turns[turn - 1]! >= 3).toBe(true));
      }),
    );
  });
});
