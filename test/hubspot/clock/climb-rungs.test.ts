import { describe, expect, test } from '@jest/globals';
import { climbRungs, type Climb } from '../../../hubspot/handlers/clock/climb-rungs.ts';
import { at, fiveMinutes } from './clocks.ts';

const toldBy = ({ told }: Climb): string[] => told.map(({ kind, recipientKey }) => `${kind} ${recipientKey}`);

describe('climbing in time', () => {
  test('tells each when it is theirs, once', () => {
    const early = climbRungs(fiveMinutes(), at(1));
    expect(early).toMatchObject({ told: [], isStateChanged: false, nextAt: at(3), clock: { climbed: 0 } });
    const reminded = climbRungs(early.clock, at(3));
    expect(toldBy(reminded)).toEqual(['remind ana']);
    expect(reminded).toMatchObject({ isStateChanged: true, nextAt: at(5), clock: { state: 'reminded', climbed: 1 } });
    const missed = climbRungs(reminded.clock, at(5));
    expect(toldBy(missed)).toEqual(['missed mara']);
    expect(missed).toMatchObject({ isNewlyMissed: true, nextAt: at(10), clock: { state: 'missed', climbed: 2 } });
    const moved = climbRungs(missed.clock, at(10));
    expect(toldBy(moved)).toEqual(['reassign overflow', 'reassign ana']);
    expect(moved).toMatchObject({ isNewlyMissed: false, isReassigned: true, nextAt: null, clock: { state: 'missed' } });
    expect(climbRungs(moved.clock, at(60))).toMatchObject({ told: [], isReassigned: false, isStateChanged: false });
  });

  test('is the same, whenever in between somebody looks', () => {
    const looks = [0.5, 2.9, 3, 3, 4, 5, 5.1, 9, 10, 11];
    const told: string[] = [];
    let clock = fiveMinutes();
    for (const minutes of looks) {
      const climb = climbRungs(clock, at(minutes));
      told.push(...toldBy(climb));
      clock = climb.clock;
    }
    expect(told).toEqual(['remind ana', 'missed mara', 'reassign overflow', 'reassign ana']);
  });
});

describe('climbing late', () => {
  test('tells everybody the most serious thing only', () => {
    const climb = climbRungs(fiveMinutes(), at(30));
    expect(toldBy(climb)).toEqual(['reassign ana', 'missed mara', 'reassign overflow']);
    expect(climb).toMatchObject({ isReassigned: true, nextAt: null, clock: { climbed: 3, state: 'missed' } });
  });

  test('tells whoever answers for the promise of the miss, also where they have the lead', () => {
    expect(toldBy(climbRungs(fiveMinutes({ givenToKey: 'mara' }), at(30)))).toEqual([
      'missed mara',
      'reassign overflow',
    ]);
  });

  test('is a miss without any rung', () => {
    const climb = climbRungs(fiveMinutes({ rungs: [] }), at(6));
    expect(toldBy(climb)).toEqual(['missed mara']);
    expect(climb.nextAt).toBeNull();
  });
});

test('a promise that was never reminded of goes from running to missed', () => {
  const climb = climbRungs(fiveMinutes({ rungs: [] }), at(5));
  expect(climb).toMatchObject({ isStateChanged: true, clock: { state: 'missed' } });
});

test('a reminder after the miss does not undo it', () => {
  const rungs = [{ dueAt: at(7), action: 'remind' as const, recipientKey: 'leadOwner' }];
  expect(climbRungs(fiveMinutes({ rungs, state: 'missed' }), at(7))).toMatchObject({
    isStateChanged: false,
    told: [{ kind: 'remind', recipientKey: 'ana' }],
    clock: { state: 'missed' },
  });
});

test('of what was only recorded nobody is told, and it moves to nobody', () => {
  expect(climbRungs(fiveMinutes({ isQuiet: true }), at(30))).toMatchObject({
    told: [],
    isReassigned: false,
    clock: { state: 'missed', climbed: 3 },
  });
});

test('a clock that has ended is left alone', () => {
  for (const state of ['met', 'closed'] as const) {
    const clock = fiveMinutes({ state });
    expect(climbRungs(clock, at(30))).toEqual({
      clock,
      told: [],
      isStateChanged: false,
      isNewlyMissed: false,
      isReassigned: false,
      nextAt: null,
    });
  }
});
