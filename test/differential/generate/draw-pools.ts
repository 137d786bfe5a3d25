import type { EscalationStep, Pool, PoolMember, RampStep, Sla } from '../../../core/src/decide/model/policy.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { firstDay } from '../../property/generators/teams.ts';
import { drawLabel } from './wordings.ts';

/** Keys as people choose them; some differ by case alone, and their order by code unit is not that of a dictionary. */
export const peopleKeys: readonly string[] = ['ana', 'Ana', 'ben', 'Zoe', 'cy-9', 'cy-10', 'dora', 'eve', 'queue-EU'];

const dayMillis = 86_400_000;

export function drawPools(dice: Dice, ownFieldKeys: readonly string[], isCrowded: boolean): Pool[] {
  const count = isCrowded ? 3 : dice.pick([0, 1, 1, 2, 2, 3, 5]);
  const keys = ['east', 'East', 'west', 'overflow', 'night-shift'].slice(0, count);
  return keys.map((poolKey) => {
    const others = keys.filter((key) => key !== poolKey);
    return {
      poolKey,
      label: drawLabel(dice, `Pool ${poolKey}`),
      calendarKey: dice.pick(['business', 'Business', 'late', 'nowhere']),
      hoursRule: dice.pick(['mustBeOpen', 'mustBeOpen', 'ignore'] as const),
      overflowPoolKey: others.length === 0 ? null : dice.orNull(40, () => dice.pick(others)),
      requiredSkills: dice.chance(70) ? [] : dice.several(2, () => dice.pick(['gold', 'enterprise', 'Gold'])),
      skillFieldKey: dice.chance(15) ? dice.pick(['industry', 'employees', 'isUrgent', ...ownFieldKeys]) : null,
      isLanguageMatched: dice.chance(50),
      isOwnerMatchCounted: dice.chance(50),
      rampSteps: drawRamp(dice),
    };
  });
}

function drawRamp(dice: Dice): RampStep[] {
  const steps = dice.pick([[], [], [0, 14, 30], [7], [0]]);
  return steps.map((afterDays, place) => ({ afterDays, weightPercent: place === 0 ? dice.roll(30) : 34 * place }));
}

/** Members of each pool: one, a few with equal weights so that ties decide, or sixty. */
export function drawMembers(dice: Dice, pools: readonly Pool[], isCrowded: boolean): PoolMember[] {
  return pools.flatMap(({ poolKey }) => {
    const keys = isCrowded
      ? Array.from({ length: 60 }, (_, place) => `member-${place}`)
      : dice.shuffle(peopleKeys).slice(0, dice.pick([1, 2, 3, 5]));
    const cap = (most: number): number | null => dice.orNull(55, () => dice.roll(most));
    return keys.map((memberKey) => ({
      poolKey,
      memberKey,
      weight: dice.chance(60) ? 1 : dice.pick([2, 3, 7, 100, 1_000]),
      dailyCap: cap(6),
      weeklyCap: cap(12),
      openWorkCap: cap(8),
      joinedAt: dice.orNull(50, () => firstDay + dice.between(-40, 40) * dayMillis),
    }));
  });
}

export function drawSlas(dice: Dice): Sla[] {
  const keys = ['fast', 'Fast', 'day', 'slow'].slice(0, dice.between(1, 4));
  return keys.map((slaKey) => ({
    slaKey,
    label: drawLabel(dice, dice.pick([`first touch ${slaKey}`, 'Within 5 minutes', 'By the end of the business day'])),
    measure: dice.pick(['minutes', 'minutes', 'endOfDay'] as const),
    targetMinutes: dice.pick([1, 5, 5, 59, 60, 120, 480, 540, 541, 1_440, 2_880, 43_200, 525_600]),
    calendarKey: dice.orNull(35, () => dice.pick(['business', 'late', 'round', 'nowhere'])),
    ownerKey: dice.pick(peopleKeys),
  }));
}

export function drawEscalations(dice: Dice, slas: readonly Sla[]): EscalationStep[] {
  return dice.several(4, () => ({
    slaKey: dice.pick(slas).slaKey,
    afterDueMinutes: dice.pick([-525_600, -30, -1, 0, 1, 60, 525_600]),
    action: dice.pick(['remind', 'alert', 'reassign'] as const),
    recipientKey: dice.pick([...peopleKeys, 'leadOwner', 'leadOwner']),
  }));
}
