import { describe, expect, test } from '@jest/globals';
import { clockOf, isOpen, nextRungAt } from '../../../hubspot/handlers/clock/running-clock.ts';
import { policyTo, sceneOf } from '../effects/scene.ts';
import { at, fiveMinutes } from './clocks.ts';

describe('the clock of a decision', () => {
  test('runs for whoever was given the lead, its rungs in the order of time', () => {
    const policy = policyTo('sales', 'live');
    const { decision } = sceneOf({ policy: { ...policy, escalations: policy.escalations.toReversed() } });
    expect(clockOf(decision, '501', policy)).toEqual(
      fiveMinutes({ decisionId: decision.plan.decisionKey, givenToKey: decision.assignment.ownerKey }),
    );
  });

  test('is none where nothing is promised yet', () => {
    for (const mode of ['observe', 'suggest'] as const) {
      const { decision, policy } = sceneOf({ policy: policyTo('sales', mode) });
      expect(clockOf(decision, '501', policy)).toBeNull();
    }
  });

  test('is quiet where the lead is only recorded', () => {
    const { decision, policy } = sceneOf({ policy: policyTo('recordOnly', 'live') });
    expect(clockOf(decision, '501', policy)).toMatchObject({ isQuiet: true });
  });
});

describe('the next look', () => {
  test('is at the next rung, or when it is due where that is sooner', () => {
    expect(nextRungAt(fiveMinutes())).toBe(at(3));
    expect(nextRungAt(fiveMinutes({ climbed: 1 }))).toBe(at(5));
    expect(nextRungAt(fiveMinutes({ rungs: [] }))).toBe(at(5));
    expect(nextRungAt(fiveMinutes({ climbed: 2, state: 'reminded' }))).toBe(at(5));
  });

  test('after a miss is at the rungs that are left, until there are none', () => {
    expect(nextRungAt(fiveMinutes({ climbed: 2, state: 'missed' }))).toBe(at(10));
    expect(nextRungAt(fiveMinutes({ climbed: 3, state: 'missed' }))).toBeNull();
  });

  test('is never again when it has ended', () => {
    for (const state of ['met', 'closed'] as const) {
      expect(isOpen(fiveMinutes({ state }))).toBe(false);
      expect(nextRungAt(fiveMinutes({ state }))).toBeNull();
    }
  });
});
