import type { Int } from '../../../../core/src/decide/model/number.ts';
import type { AnsweredLead } from '../../../../core/src/author/learn/drift/roll-outcomes.ts';
import type { Dice } from '../../../property/generators/dice.ts';

/** Leads that fall into groups as often as the weights say. */
export function drawGroups(dice: Dice, weights: readonly number[], count: number): Int[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: count }, () => {
    let lot = dice.roll(all);
    return weights.findIndex((weight) => {
      lot -= weight;
      return lot < 0;
    });
  });
}

/** Answered leads, one an hour. Each is won as often as `happens` makes of the chance that was said. */
export function drawAnswered(
  dice: Dice,
  count: number,
  happens: (chance: number) => number = (chance) => chance,
): AnsweredLead[] {
  return Array.from({ length: count }, (_, place) => {
    const chance = dice.between(2, 40) / 100;
    return {
      leadKey: `lead-${place}`,
      arrivedAt: place * 3_600_000,
      chance,
      isWon: dice.roll(10_000) < happens(chance) * 10_000,
    };
  });
}
