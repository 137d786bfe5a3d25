import { operators, inquiryTypes } from '../../../core/src/decide/model/choices.ts';
import type { FieldType, Operator } from '../../../core/src/decide/model/condition.ts';
import { standardFields } from '../../../core/src/decide/model/fact-sheet.ts';
import { cellText, type DraftRow } from '../../handlers/rules/draft-row.ts';
import { rowChoices, type Choice } from './named-rows.ts';

const standardTypes: ReadonlyMap<string, FieldType> = new Map(
  standardFields().map(({ fieldKey, fieldType }) => [fieldKey, fieldType]),
);

/** What a field holds; null where no field has the key. */
export function typeOfField(rows: readonly DraftRow[], fieldKey: string): FieldType | null {
  const own = rows.find((row) => row.kind === 'field' && cellText(row, 'fieldKey') === fieldKey);
  return own === undefined ? (standardTypes.get(fieldKey) ?? null) : (cellText(own, 'fieldType') as FieldType | null);
}

/** What can be asked of a field: all of it where nobody knows the field. */
export function operatorsFor(fieldType: FieldType | null): readonly Operator[] {
  return fieldType === null ? operators : [...typed[fieldType], 'isKnown', 'isUnknown'];
}

const typed: { readonly [Type in FieldType]: readonly Operator[] } = {
  text: ['isOneOf', 'isNoneOf', 'contains', 'startsWith'],
  number: ['atLeast', 'atMost', 'between'],
  flag: ['isYes', 'isNo'],
};

/** Which operands an operator uses. What it does not use stays empty. */
export function operandsOf(operator: string): readonly ('texts' | 'low' | 'high')[] {
  switch (operator) {
    case 'between':
      return ['low', 'high'];
    case 'atLeast':
      return ['low'];
    case 'atMost':
      return ['high'];
    case 'isYes':
    case 'isNo':
    case 'isKnown':
    case 'isUnknown':
      return [];
    default:
      return ['texts'];
  }
}

/** The only values that a field can have; null where it can have any. */
export function closedValues(rows: readonly DraftRow[], fieldKey: string): Choice[] | null {
  switch (fieldKey) {
    case 'inquiryType':
      return inquiryTypes.map((type) => ({ label: type, value: type }));
    case 'tier':
    case 'territory':
      return rowChoices(rows, fieldKey);
    default:
      return null;
  }
}

const mostValues = 40;

/** Values of a field that other rows use already, to choose the same words. */
export function usedValues(rows: readonly DraftRow[], fieldKey: string): string[] {
  const attributes = new Set(
    rows.flatMap((row) =>
      row.kind === 'attribute' && cellText(row, 'fieldKey') === fieldKey
        ? [`${cellText(row, 'axis')} ${cellText(row, 'attributeKey')}`]
        : [],
    ),
  );
  const values = rows.flatMap((row) => {
    const isAbout =
      (row.kind === 'condition' && cellText(row, 'fieldKey') === fieldKey) ||
      (row.kind === 'bin' && attributes.has(`${cellText(row, 'axis')} ${cellText(row, 'attributeKey')}`));
    return isAbout ? (cellText(row, 'texts') ?? '').split(';').filter((value) => value !== '') : [];
  });
  return [...new Set(values)].sort().slice(0, mostValues);
}
