import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Dice } from '../../property/generators/dice.ts';

type Owner = Record<string | number, unknown>;

const wholeNumbers: readonly number[] = [-1, 0, 1, 2, 9, 24, 99, 100, 101, 1_440, 5_000, 1_000_000];
const texts: readonly string[] = [
  '',
  ' ',
  'x',
  'live',
  '1',
  '9',
  '1 AND',
  '(1',
  '1 OR 2)',
  'NOT',
  '1 AND NOT (2 OR 1)',
  '2 2',
];

/**
 * A policy with a few of its values exchanged for others of the same type, so that it still has the form of one: numbers out
 * of their bounds, keys that name nothing or stand twice, lists without entries, logic lines that nobody can read.
 */
export function breakPolicy(dice: Dice, policy: Policy): Policy {
  const broken = structuredClone(policy) as unknown as Owner;
  const fields = Object.keys(broken).filter((field) => placesIn(broken, field).length > 0);
  const everywhere = placesIn(broken);
  for (let count = dice.between(1, 12); count > 0; count -= 1) {
    // First which part and which field: most places of a policy are entries of the same few lists.
    const places = placesIn(broken, dice.pick(fields));
    const name = dice.pick([...new Set(places.map(([, each]) => each))]);
    const [owner] = dice.pick(places.filter(([, each]) => each === name));
    owner[name] = otherValue(dice, owner[name], dice.pick(everywhere));
  }
  return broken as unknown as Policy;
}

/** Every text, number, flag and list, with what holds it; of one field, or of all. */
function placesIn(owner: Owner, only?: string): [Owner, string | number][] {
  return Object.keys(owner).flatMap((key): [Owner, string | number][] => {
    const value = owner[key];
    if (value === null || (only !== undefined && key !== only)) return [];
    const isRecord = typeof value === 'object' && !Array.isArray(value);
    const own: [Owner, string | number][] = isRecord ? [] : [[owner, key]];
    return typeof value === 'object' ? [...own, ...placesIn(value as Owner)] : own;
  });
}

function otherValue(dice: Dice, value: unknown, [otherOwner, otherName]: [Owner, string | number]): unknown {
  if (typeof value === 'number') return dice.pick(wholeNumbers);
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value)) {
    const entries: unknown[] = value;
    return dice.pick([[], entries.slice(0, -1), [...entries, ...entries.slice(0, 1)], entries.toReversed()]);
  }
  // A key of something else is what a slip of the hand puts there.
  const other = otherOwner[otherName];
  return typeof other === 'string' && dice.chance(50) ? other : dice.pick(texts);
}
