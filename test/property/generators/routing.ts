import type { Experiment, Guard, Policy, Pool } from '../../../core/src/decide/model/policy.ts';
import type { Dice } from './dice.ts';

export function drawGuards(dice: Dice, guards: readonly Guard[], destinationKeys: readonly string[]): Guard[] {
  const ordered = dice.chance(50) ? dice.shuffle(guards) : guards;
  return ordered.map((guard) => ({
    ...guard,
    isActive: dice.chance(70),
    destinationKey: dice.chance(80) ? guard.destinationKey : dice.pick(destinationKeys),
  }));
}

export function drawPool(dice: Dice, pool: Pool, policy: Policy): Pool {
  const others = policy.pools.map((other) => other.poolKey).filter((key) => key !== pool.poolKey);
  return {
    ...pool,
    hoursRule: dice.pick(['mustBeOpen', 'ignore']),
    overflowPoolKey: dice.orNull(30, () => dice.pick(others)),
    requiredSkills: dice.chance(60) ? pool.requiredSkills : dice.several(2, () => dice.pick(['gold', 'enterprise'])),
    skillFieldKey: dice.chance(10) ? dice.pick(['industry', 'employees', 'isUrgent']) : null,
    isLanguageMatched: dice.chance(40),
    isOwnerMatchCounted: dice.chance(50),
    rampSteps: dice.chance(70) ? pool.rampSteps : [{ afterDays: dice.roll(30), weightPercent: dice.roll(101) }],
  };
}

export function drawExperiment(dice: Dice, experiment: Experiment): Experiment {
  return { ...experiment, isActive: dice.chance(50), controlPercent: dice.roll(101) };
}
