import type { Condition, FieldDefinition } from '../../../core/src/decide/model/condition.ts';
import { standardFields } from '../../../core/src/decide/model/fact-sheet.ts';
import type { Dice } from './dice.ts';

export type Asked = { conditions: Condition[]; logic: string };

const standard = standardFields();
const knownTexts = [
  'de',
  'us',
  'logistics',
  'software',
  'chief',
  'now',
  'later',
  'freemail',
  'chat',
  'smb',
  'gold',
  'yes',
];
const knownAmounts = [0, 10, 50, 100, 200, 1_000, 5_000, 999_999_999_999_999];

export function drawFields(dice: Dice): FieldDefinition[] {
  const fields: FieldDefinition[] = [
    { fieldKey: 'depots', label: 'depots', fieldType: 'number', isPersonal: false },
    { fieldKey: 'plan', label: 'plan', fieldType: 'text', isPersonal: false },
    { fieldKey: 'isTrial', label: 'is on trial', fieldType: 'flag', isPersonal: false },
    { fieldKey: 'nickname', label: 'nickname', fieldType: 'text', isPersonal: true },
  ];
  return fields.slice(0, dice.roll(fields.length + 1));
}

/** Conditions that fit their fields, without those that are only known later, and a logic line that reads. */
export function drawAsked(dice: Dice, own: readonly FieldDefinition[], late: readonly string[] = []): Asked {
  const length = dice.chance(5) ? 20 : dice.between(0, 4);
  const conditions = Array.from({ length }, () => drawCondition(dice, own, late));
  return { conditions, logic: conditions.length > 0 && dice.chance(50) ? drawLogic(dice, conditions.length) : '' };
}

export function drawCondition(dice: Dice, own: readonly FieldDefinition[], late: readonly string[] = []): Condition {
  const field = dice.pick([...standard, ...own].filter(({ fieldKey }) => !late.includes(fieldKey)));
  const plain: Condition = { fieldKey: field.fieldKey, operator: 'isKnown', texts: [], low: null, high: null };
  if (dice.chance(15)) {
    return { ...plain, operator: dice.pick(['isKnown', 'isUnknown']) };
  }
  switch (field.fieldType) {
    case 'flag':
      return { ...plain, operator: dice.pick(['isYes', 'isNo']) };
    case 'number':
      return drawRange(dice, plain);
    case 'text':
      return drawWords(dice, plain);
  }
}

function drawRange(dice: Dice, plain: Condition): Condition {
  const [low, high] = [dice.pick(knownAmounts), dice.pick(knownAmounts)].toSorted((one, other) => one - other);
  const operator = dice.pick(['atLeast', 'atMost', 'between'] as const);
  return {
    ...plain,
    operator,
    low: operator === 'atMost' ? null : low!,
    high: operator === 'atLeast' ? null : high!,
  };
}

function drawWords(dice: Dice, plain: Condition): Condition {
  const operator = dice.pick(['isOneOf', 'isNoneOf', 'contains', 'startsWith'] as const);
  const choices = plain.fieldKey === 'country' ? ['de', 'us', 'gb', 'ch'] : knownTexts;
  return { ...plain, operator, texts: [dice.pick(choices), ...dice.several(2, () => dice.pick(choices))] };
}

/** A logic line that asks every condition, in any order and nesting. */
function drawLogic(dice: Dice, conditionCount: number): string {
  const parts = Array.from({ length: conditionCount }, (_, place) => String(place + 1));
  while (parts.length > 1) {
    const place = dice.roll(parts.length - 1);
    const [left, right] = parts.splice(place, 2);
    const joined = `(${left!} ${dice.chance(50) ? 'AND' : 'or'} ${right!})`;
    parts.splice(place, 0, dice.chance(20) ? `NOT ${joined}` : joined);
  }
  return parts[0]!;
}
