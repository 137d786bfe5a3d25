import { describe, expect, test } from '@jest/globals';
import { isRepeatOf } from '../../../hubspot/handlers/effects/is-repeat-of.ts';
import type { EarlierDecision } from '../../../hubspot/handlers/subjects/subject.ts';
import { dayMillis, now, policyTo, sceneOf, teamOf, type SceneChanges } from './scene.ts';

/** Asks of a scene whether it repeats a decision that gave the lead to somebody, otherwise the same. */
function repeats(changes: SceneChanges, given: Partial<EarlierDecision>): boolean {
  const { decision, policy, team } = sceneOf(changes);
  const earlier: EarlierDecision = {
    decisionId: '501-1/before',
    decidedAt: now - dayMillis,
    submissionKey: '501-1',
    mode: policy.mode,
    destinationKey: policy.destinations[decision.assessment.choice.destinationPosition]!.destinationKey,
    band: decision.assessment.choice.bucket,
    slaKey: decision.clock.slaKey,
    givenToKey: decision.assignment.ownerKey,
    ...given,
  };
  return isRepeatOf(decision, earlier, policy, team.roster.reps, now);
}

const next = sceneOf().decision.assignment.ownerKey;
const other = next === 'ben' ? 'ana' : 'ben';

describe('a decision', () => {
  test('without an earlier one repeats nothing', () => {
    const { decision, policy, team } = sceneOf();
    expect(isRepeatOf(decision, null, policy, team.roster.reps, now)).toBe(false);
  });

  test('that comes to the same is a repeat', () => {
    expect(repeats({}, {})).toBe(true);
  });

  test('leaves the lead with whoever has it, though it would be the turn of the next', () => {
    expect(repeats({}, { givenToKey: other })).toBe(true);
  });

  test.each([
    ['destination', { destinationKey: 'enterprise' }],
    ['band', { band: 'none of ours' }],
    ['promise', { slaKey: 'sameDay' }],
    ['mode', { mode: 'suggest' }],
  ])('with another %s is none', (_, given) => {
    expect(repeats({}, given)).toBe(false);
  });

  test('takes the lead from whoever left, is away or handed it back', () => {
    const leave = [{ opensAt: now - dayMillis, closesAt: now + dayMillis }];
    const changed = (change: object) => teamOf((rep) => (rep.repKey === other ? { ...rep, ...change } : rep));
    expect(repeats({ team: changed({ isActive: false }) }, { givenToKey: other })).toBe(false);
    expect(repeats({ team: changed({ timeOff: leave }) }, { givenToKey: other })).toBe(false);
    expect(repeats({ crm: { handedBackKeys: [other] } }, { givenToKey: other })).toBe(false);
    expect(repeats({}, { givenToKey: 'somebody who left' })).toBe(false);
  });

  test('that finds an owner without a turn goes to them', () => {
    const toHolder: SceneChanges = { policy: policyTo('sensitiveReview', 'live') };
    expect(repeats(toHolder, {})).toBe(true);
    expect(repeats(toHolder, { givenToKey: 'ana' })).toBe(false);
  });
});
