import type { StoredRecord } from '../records/stored-record.ts';
import { checkSemiJoins } from './check-semi-joins.ts';
import type { CompiledCondition } from './compile-comparison.ts';
import { compileCondition } from './compile-condition.ts';
import { compileOperand, type CompiledOperand } from './compile-operand.ts';
import { findRecords } from './find-records.ts';
import { raiseQuery } from './query-problems.ts';
import type { Query } from './query-tree.ts';
import type { Scope } from './resolve-field.ts';

/** The condition of a query on records of the scope's object. */
export function compileWhere(scope: Scope, query: Query, isNested = false): CompiledCondition<StoredRecord> {
  if (query.where === null) {
    return { test: () => true, ids: null };
  }
  checkSemiJoins(query.where, isNested);
  return compileCondition<StoredRecord>(query.where, {
    run: scope.run,
    operand: (operand) => compileOperand(scope, operand),
    subSelect: (inner, left) => selectIds(scope, inner, left),
  });
}

/** `Id IN (SELECT AccountId FROM Contact WHERE …)`: the ids that the inner query gives; null is none of them. */
function selectIds({ run }: Scope, query: Query, left: CompiledOperand<StoredRecord>): ReadonlySet<string> {
  if (left.kind !== 'id') {
    raiseQuery(
      `The left operand field in the where expression for outer query should be an id field, cannot use: '${left.name}'`,
    );
  }
  if (query.orderBy.length > 0 || query.limit !== null || query.isForUpdate) {
    raiseQuery('ORDER BY, LIMIT and FOR UPDATE are not supported in semi join sub-selects');
  }
  const object = run.describe(query.from.join('.'));
  const scope: Scope = { run, object, query, isSelected: false };
  const [entry, second] = query.select;
  if (entry?.kind !== 'operand' || second !== undefined) {
    return raiseQuery('Semi join sub-selects must select exactly one field');
  }
  const selected = compileOperand(scope, entry.operand);
  if (selected.kind !== 'id') {
    raiseQuery(`The inner select field '${selected.name}' must be an id or a reference`);
  }
  if (left.isOwnId && selected.isOwnId && left.targets.includes(object.name)) {
    raiseQuery('The inner and outer selects should not be on the same object type');
  }
  if (!left.targets.some((target) => selected.targets.includes(target))) {
    raiseQuery(
      `The selected field '${selected.name}' in the subquery and the left operand field in the where expression in the outer query '${left.name}' should point to the same object type`,
    );
  }
  const ids = new Set<string>();
  for (const record of findRecords(run, object, compileWhere(scope, query, true))) {
    const key = selected.keyOf(selected.read(record));
    if (typeof key === 'string') {
      ids.add(key);
    }
  }
  return ids;
}
