import type { RowKind } from '../../core/src/decide/policy/policy-row.ts';

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** The custom object of a kind of row: phraseList → SbxPhraseList__c. */
export function objectNameOf(kind: RowKind): string {
  return `Sbx${capital(kind)}__c`;
}

/** The field of a column: fieldKey → FieldKey__c. */
export function fieldNameOf(column: string): string {
  return `${capital(column)}__c`;
}
