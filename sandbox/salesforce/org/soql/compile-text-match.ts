import type { CompiledOperand } from './compile-operand.ts';
import { readAsked } from './filter-values.ts';
import { likeMatcher } from './match-like.ts';

/** A value that a query gives, in its text or bound. */
export interface GivenValue {
  readonly value: unknown;
  readonly isBound: boolean;
}

/** `Name LIKE 'A%'`: also of several patterns, any of which may match. Null matches none. */
export function compileLike<Row>(operand: CompiledOperand<Row>, asked: readonly GivenValue[]): (row: Row) => boolean {
  const matchers = textsOf(operand, asked).map(likeMatcher);
  const { read } = operand;
  return (row) => {
    const value = read(row);
    return typeof value === 'string' && matchers.some((matches) => matches(value));
  };
}

/** `Regions__c INCLUDES ('DE;SE', 'NO')`: each value may be several joined by semicolons, all of which a record must have. */
export function compileIncludes<Row>(
  operand: CompiledOperand<Row>,
  operator: 'INCLUDES' | 'EXCLUDES',
  asked: readonly GivenValue[],
): (row: Row) => boolean {
  const { read } = operand;
  const combinations = textsOf(operand, asked).map(splitValues);
  return (row) => {
    const value = read(row);
    const selected = new Set(typeof value === 'string' ? splitValues(value) : []);
    const includes = combinations.some((combination) => combination.every((each) => selected.has(each)));
    return includes === (operator === 'INCLUDES');
  };
}

function splitValues(text: string): string[] {
  return text
    .toLowerCase()
    .split(';')
    .map((each) => each.trim());
}

function textsOf(operand: CompiledOperand<never>, asked: readonly GivenValue[]): string[] {
  return asked.flatMap((each) => {
    const { value } = readAsked(operand, each.value, each.isBound);
    return typeof value === 'string' ? [value] : [];
  });
}
