import { compileComparison, type ComparisonContext, type CompiledCondition } from './compile-comparison.ts';
import type { CompiledOperand } from './compile-operand.ts';
import type { Condition, Operand } from './query-tree.ts';

export interface ConditionContext<Row> extends ComparisonContext<Row> {
  readonly operand: (operand: Operand) => CompiledOperand<Row>;
}

/** WHERE or HAVING, ready to be asked of each row. A condition on null is false, and NOT of it true. */
export function compileCondition<Row>(condition: Condition, context: ConditionContext<Row>): CompiledCondition<Row> {
  switch (condition.kind) {
    case 'compare':
      return compileComparison(context.operand(condition.operand), condition, context);
    case 'not': {
      const { test } = compileCondition(condition.condition, context);
      return { test: (row) => !test(row), ids: null };
    }
    case 'and':
      return allOf(condition.conditions.map((each) => compileCondition(each, context)));
    case 'or':
      return anyOf(condition.conditions.map((each) => compileCondition(each, context)));
  }
}

function allOf<Row>(parts: readonly CompiledCondition<Row>[]): CompiledCondition<Row> {
  const tests = parts.map((part) => part.test);
  const [fewest = null] = parts
    .flatMap(({ ids }) => (ids === null ? [] : [ids]))
    .toSorted((one, other) => one.size - other.size);
  return { test: (row) => tests.every((test) => test(row)), ids: fewest };
}

function anyOf<Row>(parts: readonly CompiledCondition<Row>[]): CompiledCondition<Row> {
  const tests = parts.map((part) => part.test);
  const ids = parts.every((part) => part.ids !== null) ? new Set(parts.flatMap((part) => [...(part.ids ?? [])])) : null;
  return { test: (row) => tests.some((test) => test(row)), ids };
}
