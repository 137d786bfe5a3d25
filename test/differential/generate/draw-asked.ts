import type { Condition, FieldDefinition, Operator } from '../../../core/src/decide/model/condition.ts';
import { standardFields } from '../../../core/src/decide/model/fact-sheet.ts';
import type { Asked } from '../../property/generators/conditions.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { drawCountry, drawFactAmount, drawFactValue, type PolicyNames } from './field-values.ts';

/** What conditions may name: the policy's own fields and keys, without what is only known later. */
export type Askable = { fields: readonly FieldDefinition[]; names: PolicyNames };

const standard = standardFields();

/** The fields that a test may ask, given those that are only known after it. */
export function askableFields(own: readonly FieldDefinition[], late: readonly string[]): FieldDefinition[] {
  return [...standard, ...own].filter(({ fieldKey }) => !late.includes(fieldKey));
}

/** A test of none, some or twenty conditions, and a logic line that asks each of them. */
export function drawTest(dice: Dice, askable: Askable): Asked {
  const length = dice.chance(3) ? 20 : dice.pick([0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4]);
  const conditions = Array.from({ length }, () => drawCondition(dice, askable));
  return { conditions, logic: length > 0 && dice.chance(60) ? drawLogic(dice, length) : '' };
}

const operatorsByType: Readonly<Record<FieldDefinition['fieldType'], readonly Operator[]>> = {
  text: ['isOneOf', 'isOneOf', 'isNoneOf', 'contains', 'startsWith', 'isKnown', 'isUnknown'],
  number: ['atLeast', 'atMost', 'between', 'isKnown', 'isUnknown'],
  flag: ['isYes', 'isYes', 'isNo', 'isKnown', 'isUnknown'],
};

function drawCondition(dice: Dice, askable: Askable): Condition {
  const fieldType = dice.pick(['text', 'text', 'number', 'flag'] as const);
  const fitting = askable.fields.filter((field) => field.fieldType === fieldType);
  const { fieldKey } = dice.pick(fitting);
  const operator = dice.pick(operatorsByType[fieldType]);
  const condition: Condition = { fieldKey, operator, texts: [], low: null, high: null };
  switch (operator) {
    case 'isOneOf':
    case 'isNoneOf':
    case 'contains':
    case 'startsWith':
      return { ...condition, texts: drawTexts(dice, fieldKey, operator, askable.names) };
    case 'atLeast':
      return { ...condition, low: drawFactAmount(dice, fieldKey) };
    case 'atMost':
      return { ...condition, high: drawFactAmount(dice, fieldKey) };
    case 'between': {
      const ends = [drawFactAmount(dice, fieldKey), drawFactAmount(dice, fieldKey)].sort((one, other) => one - other);
      return { ...condition, low: ends[0]!, high: ends[1]! };
    }
    default:
      return condition;
  }
}

function drawTexts(dice: Dice, fieldKey: string, operator: Operator, names: PolicyNames): string[] {
  const isCode = fieldKey === 'country' && operator !== 'startsWith';
  const count = dice.chance(5) ? 40 : dice.between(1, 4);
  return Array.from({ length: count }, () => {
    const whole = isCode ? drawCountry(dice) : drawFactValue(dice, fieldKey, names);
    if (isCode || operator === 'isOneOf' || operator === 'isNoneOf' || whole.trim().length < 3) {
      return whole;
    }
    const text = whole.trim();
    return operator === 'startsWith' ? text.slice(0, 2) : text.slice(1, 3).trim() || text;
  });
}

const mostTokens = 120;
const mostCharacters = 300;

/** A line that asks each condition at least once: any nesting, brackets with and without need, any case, any blanks. */
function drawLogic(dice: Dice, conditionCount: number): string {
  const positions = Array.from({ length: conditionCount }, (_, place) => place + 1);
  const repeated = dice.chance(15) ? [dice.between(1, conditionCount)] : [];
  const line = joinConditions(dice, dice.shuffle([...positions, ...repeated]));
  const spaced = dice.chance(20) ? line.replaceAll(' ', '  ').replaceAll('(', '( ') : line;
  const tokens = spaced
    .replace(/[()]/g, ' $& ')
    .split(' ')
    .filter((token) => token !== '');
  return tokens.length > mostTokens || spaced.length > mostCharacters ? '' : spaced;
}

function joinConditions(dice: Dice, positions: readonly number[]): string {
  const [first, ...rest] = positions;
  const refused = dice.chance(20) ? dice.pick(['NOT ', 'not ', 'NOT NOT ']) : '';
  if (rest.length === 0) {
    return `${refused}${dice.chance(10) ? `(${first!})` : String(first!)}`;
  }
  const cut = dice.between(1, positions.length - 1);
  const left = joinConditions(dice, positions.slice(0, cut));
  const right = joinConditions(dice, positions.slice(cut));
  const joined = `${left} ${dice.pick(['AND', 'OR', 'and', 'or', 'And'])} ${right}`;
  return refused !== '' || dice.chance(60) ? `${refused}(${joined})` : joined;
}
