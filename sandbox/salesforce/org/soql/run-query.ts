import type { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { Unsupported } from '../../apex/run/apex-object.ts';
import { madeObject } from '../../apex/run/meter.ts';
import type { RecordSource, StoredRecord } from '../records/stored-record.ts';
import { checkAccess } from './check-access.ts';
import { compileOperand } from './compile-operand.ts';
import { compileWhere } from './compile-where.ts';
import type { CompiledCondition } from './compile-comparison.ts';
import { columnsOf, type Column } from './columns.ts';
import { findRecords } from './find-records.ts';
import { freeOfCharge } from './free-of-charge.ts';
import { makeRow } from './make-rows.ts';
import { compileOrdering, orderRows } from './order-rows.ts';
import { parseQuery } from './parse-query.ts';
import { raiseQuery } from './query-problems.ts';
import { QueryRun, type BindValues, type QueryOptions } from './query-run.ts';
import type { Query } from './query-tree.ts';
import { readLimits } from './read-limits.ts';
import type { Scope } from './resolve-field.ts';
import { planRows } from './row-plan.ts';
import { isAggregate, makeAggregateRows } from './run-aggregate.ts';

export type { BindValues, QueryOptions } from './query-run.ts';
export type { Column } from './columns.ts';

export interface QueryResult {
  /** Records of the object, or of AggregateResult; none for `SELECT COUNT()`. */
  readonly rows: readonly ApexSObject[];
  readonly totalSize: number;
  /** What `SELECT COUNT()` gives; null for any other query. */
  readonly count: number | null;
  /** What each row has, in the order of SELECT and with the names' own case. */
  readonly columns: readonly Column[];
  /** What counts for the limit on rows: children too, and all records behind a sum. */
  readonly rowCount: number;
  /** FOR UPDATE: the records to be locked. */
  readonly lockIds: readonly string[];
  readonly mode: 'user' | 'system' | 'enforced';
}

/**
 * Runs a query: runQuery(source, 'SELECT Id FROM Lead WHERE Email = :v0', ['ada@example.com'], options).rows. Throws
 * System.QueryException in the platform's words, and Unsupported for what is not built here.
 */
export function runQuery(source: RecordSource, text: string, values: BindValues, options: QueryOptions): QueryResult {
  const query = freeOfCharge(() => parseQuery(text));
  checkClauses(query);
  const run = freeOfCharge(() => new QueryRun(source, values, options, query));
  const object = run.describe(query.from.join('.'));
  const scope: Scope = { run, object, query, isSelected: true };
  if (isCountOfRows(query)) {
    return countRows(scope, query);
  }
  return isAggregate(query) ? runAggregateQuery(scope, query) : runPlainQuery(scope, query);
}

/** Clauses that do not go together, as documented. */
function checkClauses(query: Query): void {
  if (query.isForUpdate && query.orderBy.length > 0) {
    raiseQuery('ORDER BY is not allowed with FOR UPDATE');
  }
  if (query.isForUpdate && query.isAllRows) {
    raiseQuery('ALL ROWS is not allowed with FOR UPDATE');
  }
  if (query.isForUpdate && isAggregate(query)) {
    raiseQuery('FOR UPDATE is not allowed with aggregate functions and GROUP BY');
  }
  if (query.groupBy.length === 0 && isAggregate(query) && !isCountOfRows(query)) {
    if (query.limit !== null) {
      raiseQuery('Non-grouped query that uses overall aggregate functions cannot also use LIMIT');
    }
    if (query.having !== null) {
      raiseQuery('HAVING needs GROUP BY');
    }
  }
}

function isCountOfRows({ select: [first, second], groupBy }: Query): boolean {
  return (
    first?.kind === 'operand' &&
    first.operand.kind === 'function' &&
    first.operand.name === 'COUNT' &&
    first.operand.argument === null &&
    second === undefined &&
    groupBy.length === 0
  );
}

function countRows(scope: Scope, query: Query): QueryResult {
  const { run, object } = scope;
  if (query.orderBy.length > 0) {
    raiseQuery('ORDER BY is not allowed with COUNT()');
  }
  const { limit, offset } = readLimits(run, query);
  const found = freeOfCharge(() => {
    const where = compileFilter(scope, query);
    checkAccess(run);
    return findRecords(run, object, where, offset + limit);
  });
  const count = Math.max(0, found.length - offset);
  return { rows: [], totalSize: count, count, columns: [], rowCount: 1, lockIds: [], mode: run.mode };
}

function runAggregateQuery(scope: Scope, query: Query): QueryResult {
  const { run, object } = scope;
  const { limit, offset } = readLimits(run, query);
  let matched = 0;
  const made = freeOfCharge(() =>
    makeAggregateRows(scope, query, () => {
      const where = compileFilter(scope, query);
      checkAccess(run);
      const records = findRecords(run, object, where);
      matched = records.length;
      return records;
    }),
  );
  const rows = made.rows.slice(offset, offset + limit);
  for (const row of rows) {
    madeObject(row.fields.size);
  }
  return {
    rows,
    totalSize: rows.length,
    count: null,
    columns: made.names.map((name) => ({ name, kind: 'value' as const, columns: [] })),
    rowCount: made.isCountOnly ? rows.length : matched,
    lockIds: [],
    mode: run.mode,
  };
}

function runPlainQuery(scope: Scope, query: Query): QueryResult {
  const { run, object } = scope;
  const plan = planRows(scope, query);
  const found = freeOfCharge(() => {
    const where = compileFilter(scope, query);
    const filterScope: Scope = { ...scope, isSelected: false };
    const orderings = query.orderBy.map((each) => compileOrdering(compileOperand(filterScope, each.operand), each));
    const { limit, offset } = readLimits(run, query);
    checkAccess(run);
    const most = orderings.length === 0 ? offset + limit : Infinity;
    return orderRows(findRecords(run, object, where, most), orderings).slice(offset, offset + limit);
  });
  const rows = found.map((record) => makeRow(plan, record));
  return {
    rows,
    totalSize: rows.length,
    count: null,
    columns: columnsOf(plan),
    rowCount: rows.length + run.childRows,
    lockIds: query.isForUpdate ? found.map((record) => record.id) : [],
    mode: run.mode,
  };
}

/** WHERE and USING SCOPE: what records must fulfil to be among the rows. */
function compileFilter(scope: Scope, query: Query): CompiledCondition<StoredRecord> {
  const filterScope: Scope = { ...scope, isSelected: false };
  const where = compileWhere(filterScope, query);
  const owned = compileScope(filterScope, query.scope);
  return owned === null ? where : { test: (record) => owned.test(record) && where.test(record), ids: where.ids };
}

/** USING SCOPE: the user's own records. */
function compileScope(scope: Scope, name: string | null): CompiledCondition<StoredRecord> | null {
  switch (name?.toLowerCase()) {
    case undefined:
    case 'everything':
      return null;
    case 'mine': {
      const { read, keyOf } = compileOperand(scope, { kind: 'field', path: ['OwnerId'] });
      return { test: (record) => keyOf(read(record)) === scope.run.options.userId, ids: null };
    }
    default:
      throw new Unsupported(`USING SCOPE ${name ?? ''}`, 'a query');
  }
}
