import type { Condition, FieldDefinition } from './condition.ts';
import { printLong, type Long } from './number.ts';

/**
 * A condition in plain words. conditionSentence({employees, atLeast, low 200}, fields) → "employees is at least 200".
 */
export function conditionSentence(condition: Condition, fields: FieldDefinition[]): string {
  const label = fieldLabel(condition.fieldKey, fields);
  switch (condition.operator) {
    case 'isOneOf':
      return `${label} is ${oneOf(condition.texts)}`;
    case 'isNoneOf':
      return `${label} is not ${oneOf(condition.texts)}`;
    case 'contains':
      return `${label} contains ${condition.texts.join(' or ')}`;
    case 'startsWith':
      return `${label} starts with ${condition.texts.join(' or ')}`;
    case 'between':
      return `${label} is between ${bound(condition.low)} and ${bound(condition.high)}`;
    case 'atLeast':
      return `${label} is at least ${bound(condition.low)}`;
    case 'atMost':
      return `${label} is at most ${bound(condition.high)}`;
    case 'isYes':
      return `the lead ${label}`;
    case 'isNo':
      return `it is not so that the lead ${label}`;
    case 'isKnown':
      return `${label} is known`;
    default:
      return `${label} is not known`;
  }
}

function oneOf(texts: string[]): string {
  return texts.length === 1 ? texts[0]! : `one of ${texts.join(', ')}`;
}

function bound(amount: Long | null): string {
  return amount === null ? 'any number' : printLong(amount);
}

/** The label of a field; its key when no field has it. */
export function fieldLabel(fieldKey: string, fields: FieldDefinition[]): string {
  for (const field of fields) {
    if (field.fieldKey === fieldKey) {
      return field.label;
    }
  }
  return fieldKey;
}
