import { ApexId } from '../../apex/library/text/apex-id.ts';
import { bindValue, membersOf } from './bind-values.ts';
import type { Key } from './comparison-keys.ts';
import type { CompiledOperand } from './compile-operand.ts';
import { compileRange } from './compile-range.ts';
import { compileIncludes, compileLike, type GivenValue } from './compile-text-match.ts';
import { isLong, isMultiPicklist } from './field-traits.ts';
import { readAsked, type AskedValue } from './filter-values.ts';
import { raiseQuery, raiseUnexpected } from './query-problems.ts';
import type { QueryRun } from './query-run.ts';
import type { Condition, Operator, Query, Value } from './query-tree.ts';

/** A condition ready to be asked of each row. */
export interface CompiledCondition<Row> {
  readonly test: (row: Row) => boolean;
  /** Where it holds for rows of known ids only, those: the others need not be looked at. */
  readonly ids: ReadonlySet<string> | null;
}

export interface ComparisonContext<Row> {
  readonly run: QueryRun;
  /** The ids that the query behind IN gives. */
  readonly subSelect: (query: Query, left: CompiledOperand<Row>) => ReadonlySet<string>;
}

type Comparison = Extract<Condition, { kind: 'compare' }>;

/** `Name = 'Ada'`, with the values of this run. */
export function compileComparison<Row>(
  operand: CompiledOperand<Row>,
  { operator, value }: Comparison,
  context: ComparisonContext<Row>,
): CompiledCondition<Row> {
  checkOperator(operand, operator);
  if (value.kind === 'range') {
    return { test: compileRange(operand, operator, value, context.run), ids: null };
  }
  switch (operator) {
    case 'LIKE':
      return { test: compileLike(operand, valuesOf(value, context.run)), ids: null };
    case 'INCLUDES':
    case 'EXCLUDES':
      return { test: compileIncludes(operand, operator, valuesOf(value, context.run)), ids: null };
    case 'IN':
    case 'NOT IN':
      return compileMembership(operand, operator, value, context);
    case '=':
    case '!=':
      return compileEquality(operand, operator, value, context);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { test: compileOrder(operand, operator, askedValue(operand, value, context.run).key), ids: null };
  }
}

/** Which operators a type of field has. */
function checkOperator(operand: CompiledOperand<never>, operator: Operator): void {
  const { field, kind } = operand;
  if (kind === 'blob' || (field !== null && isLong(field))) {
    raiseQuery(`field '${operand.name}' can not be filtered in a query call`);
  }
  const isMulti = field !== null && isMultiPicklist(field);
  const isOrder = operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
  const isWrong =
    (operator === 'LIKE' && (kind !== 'text' || isMulti)) ||
    ((operator === 'INCLUDES' || operator === 'EXCLUDES') && !isMulti) ||
    (isOrder && (kind === 'boolean' || isMulti));
  if (isWrong) {
    raiseQuery(`invalid operator on ${operand.typeName} field`);
  }
}

function valueOf(value: Value, run: QueryRun): unknown {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'bind':
      return bindValue(run.values, value.name);
    case 'range':
      return raiseUnexpected(value.name);
    case 'list':
    case 'query':
      return raiseUnexpected('(');
  }
}

/** Several values where several may stand: those of a list, of a bound list or set, or the one. */
function valuesOf(value: Value, run: QueryRun): GivenValue[] {
  if (value.kind === 'list') {
    return value.values.flatMap((each) => valuesOf(each, run));
  }
  const isBound = value.kind === 'bind';
  const single = valueOf(value, run);
  return (membersOf(single) ?? [single]).map((each) => ({ value: each, isBound }));
}

function askedValue<Row>(operand: CompiledOperand<Row>, value: Value, run: QueryRun): AskedValue {
  return readAsked(operand, valueOf(value, run), value.kind === 'bind');
}

/** A bound list behind `=` means the same as behind IN. */
function compileEquality<Row>(
  operand: CompiledOperand<Row>,
  operator: '=' | '!=',
  value: Value,
  context: ComparisonContext<Row>,
): CompiledCondition<Row> {
  if (value.kind === 'bind' && membersOf(bindValue(context.run.values, value.name)) !== null) {
    return compileMembership(operand, operator === '=' ? 'IN' : 'NOT IN', value, context);
  }
  const asked = askedValue(operand, value, context.run);
  const { read, keyOf } = operand;
  return operator === '='
    ? { test: (row) => keyOf(read(row)) === asked.key, ids: idsOf(operand, [asked]) }
    : { test: (row) => keyOf(read(row)) !== asked.key, ids: null };
}

function compileMembership<Row>(
  operand: CompiledOperand<Row>,
  operator: 'IN' | 'NOT IN',
  value: Value,
  context: ComparisonContext<Row>,
): CompiledCondition<Row> {
  const asked = membersAsked(operand, value, context);
  const keys = new Set(asked.map((each) => each.key));
  const { read, keyOf } = operand;
  return operator === 'IN'
    ? { test: (row) => keys.has(keyOf(read(row))), ids: idsOf(operand, asked) }
    : { test: (row) => !keys.has(keyOf(read(row))), ids: null };
}

function membersAsked<Row>(
  operand: CompiledOperand<Row>,
  value: Value,
  { run, subSelect }: ComparisonContext<Row>,
): readonly AskedValue[] {
  if (value.kind === 'query') {
    return [...subSelect(value.query, operand)].map((id) => ({ value: new ApexId(id), key: id }));
  }
  if (value.kind === 'literal') {
    return raiseUnexpected(String(value.value));
  }
  if (value.kind === 'bind') {
    const bound = bindValue(run.values, value.name);
    if (bound === null) {
      return [];
    }
    if (membersOf(bound) === null) {
      raiseQuery(`Invalid bind expression for ${operand.name}: IN and NOT IN need a list or a set`);
    }
  }
  return valuesOf(value, run).map((each) => readAsked(operand, each.value, each.isBound));
}

/** The ids of all rows that have one of the values, where an index tells them. No index knows what is null. */
function idsOf<Row>(operand: CompiledOperand<Row>, asked: readonly AskedValue[]): ReadonlySet<string> | null {
  const ids = new Set<string>();
  for (const { value, key } of asked) {
    if (key === null) {
      if (operand.isOwnId) {
        continue;
      }
      return null;
    }
    const found = operand.idsWith(value);
    if (found === null) {
      return null;
    }
    for (const id of found) {
      ids.add(id);
    }
  }
  return ids;
}

/** Nothing is less or greater than null, nor is null than anything. */
function compileOrder<Row>(
  { read, keyOf }: CompiledOperand<Row>,
  operator: '<' | '<=' | '>' | '>=',
  asked: Key,
): (row: Row) => boolean {
  if (asked === null) {
    return () => false;
  }
  const compare = (holds: (key: NonNullable<Key>) => boolean) => (row: Row) => {
    const key = keyOf(read(row));
    return key !== null && holds(key);
  };
  switch (operator) {
    case '<':
      return compare((key) => key < asked);
    case '<=':
      return compare((key) => key <= asked);
    case '>':
      return compare((key) => key > asked);
    case '>=':
      return compare((key) => key >= asked);
  }
}
