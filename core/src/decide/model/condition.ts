import type { Int, Long } from './number.ts';

export type Operator =
  | 'isOneOf'
  | 'isNoneOf'
  | 'contains'
  | 'startsWith'
  | 'between'
  | 'atLeast'
  | 'atMost'
  | 'isYes'
  | 'isNo'
  | 'isKnown'
  | 'isUnknown';

/**
 * One test of one field. The operands are apart by type: `texts` for words, `low` and `high` for numbers, both ends
 * included. What an operator does not use stays empty.
 */
export type Condition = {
  fieldKey: string;
  operator: Operator;
  texts: string[];
  low: Long | null;
  high: Long | null;
};

/** The three answers of a condition. Missing is not a match, and it is not a mismatch either. */
export type Truth = 'met' | 'unmet' | 'unknown';

/** One step of a logic line in postfix order: a condition by its place, or an operator over what stands before it. */
export type LogicStep = { kind: 'condition' | 'and' | 'or' | 'not'; conditionPosition: Int };

export type FieldType = 'text' | 'number' | 'flag';

/** A field that conditions may name. */
export type FieldDefinition = {
  fieldKey: string;
  label: string;
  fieldType: FieldType;
  /** Personal values stay out of the decision part of the record. */
  isPersonal: boolean;
};
