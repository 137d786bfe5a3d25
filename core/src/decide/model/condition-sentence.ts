import type { Condition, FieldDefinition } from './condition.ts';
import { printLong, type Long } from './number.ts';
import { valueWords } from './value-words.ts';

/**
 * A condition in plain words. conditionSentence({employees, atLeast, low 200}, fields) → "employees is at least 200".
 */
export function conditionSentence(condition: Condition, fields: FieldDefinition[]): string {
  const fieldName = fieldLabel(condition.fieldKey, fields);
  switch (condition.operator) {
    case 'isOneOf':
      return `${fieldName} is ${oneOf(shownTexts(condition.texts))}`;
    case 'isNoneOf':
      return `${fieldName} is not ${oneOf(shownTexts(condition.texts))}`;
    case 'contains':
      return `${fieldName} contains ${shownTexts(condition.texts).join(' or ')}`;
    case 'startsWith':
      return `${fieldName} starts with ${shownTexts(condition.texts).join(' or ')}`;
    case 'between':
      return `${fieldName} is between ${bound(condition.low)} and ${bound(condition.high)}`;
    case 'atLeast':
      return `${fieldName} is at least ${bound(condition.low)}`;
    case 'atMost':
      return `${fieldName} is at most ${bound(condition.high)}`;
    case 'isYes':
      return `the lead ${fieldName}`;
    case 'isNo':
      return `it is not so that the lead ${fieldName}`;
    case 'isKnown':
      return `${fieldName} is known`;
    default:
      return `${fieldName} is not known`;
  }
}

function shownTexts(texts: string[]): string[] {
  const shown: string[] = [];
  for (const text of texts) {
    shown.push(valueWords(text));
  }
  return shown;
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
