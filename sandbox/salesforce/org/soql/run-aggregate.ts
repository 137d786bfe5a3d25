import { ApexSObject, recordTypeOf } from '../../apex/library/record/apex-sobject.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { aggregateFunctions, checkAggregate } from './accumulators.ts';
import { keysOf } from './comparison-keys.ts';
import { compileCondition } from './compile-condition.ts';
import { compileOperand, identityOf, notIndexed, type CompiledOperand } from './compile-operand.ts';
import { isGroupable } from './field-traits.ts';
import { groupRecords, type Aggregate, type Group } from './group-rows.ts';
import { compileOrdering, orderRows } from './order-rows.ts';
import { raiseQuery, raiseUnexpected } from './query-problems.ts';
import type { Operand, Query } from './query-tree.ts';
import type { Scope } from './resolve-field.ts';

export interface AggregateRows {
  readonly rows: ApexSObject[];
  /** The names of the values of a row, in the order of SELECT. */
  readonly names: readonly string[];
  /** Whether only the rows themselves count as rows that were read, as documented for COUNT alone. */
  readonly isCountOnly: boolean;
}

/** Whether a query groups or aggregates, so that its rows are of AggregateResult. */
export function isAggregate({ select, groupBy }: Query): boolean {
  return groupBy.length > 0 || select.some((entry) => entry.kind === 'operand' && isAggregateCall(entry.operand));
}

function isAggregateCall(operand: Operand): operand is Extract<Operand, { kind: 'function' }> {
  return operand.kind === 'function' && aggregateFunctions.has(operand.name);
}

/** Makes the rows of a query with GROUP BY or aggregate functions from the records that fulfil its condition. */
export function makeAggregateRows(scope: Scope, query: Query, records: () => Iterable<StoredRecord>): AggregateRows {
  const plan = new GroupPlan(scope, query);
  const columns = readColumns(plan, query);
  const { having } = query;
  const test =
    having === null
      ? null
      : compileCondition<Group>(having, {
          run: scope.run,
          operand: (operand) => plan.operandOf(operand, 'Having field'),
          subSelect: () => raiseUnexpected('SELECT'),
        }).test;
  const orderings = query.orderBy.map((each) => compileOrdering(plan.operandOf(each.operand, 'Ordered field'), each));
  const groups = groupRecords(records(), plan.groupedBy, plan.aggregates);
  const kept = orderRows(test === null ? groups : groups.filter(test), orderings);
  const type = recordTypeOf('AggregateResult');
  return {
    rows: kept.map(
      (group) => new ApexSObject(type, new Map(columns.map(({ name, read }) => [name.toLowerCase(), read(group)]))),
    ),
    names: columns.map(({ name }) => name),
    isCountOnly: plan.aggregates.every(({ name }) => name === 'COUNT'),
  };
}

/** What is grouped by and what is aggregated, wherever the query says so. */
class GroupPlan {
  readonly groupedBy: readonly CompiledOperand<StoredRecord>[];
  readonly aggregates: Aggregate[] = [];
  private readonly scope: Scope;
  private readonly groupIdentities: readonly string[];
  private readonly aggregateIdentities: string[] = [];

  constructor(scope: Scope, { groupBy }: Query) {
    this.scope = scope;
    this.groupIdentities = groupBy.map(identityOf);
    this.groupedBy = groupBy.map((operand) => compileGrouped(scope, operand));
  }

  /** Something that a group has: a field it is grouped by, or a function over its records. */
  operandOf(operand: Operand, place: 'Field' | 'Having field' | 'Ordered field'): CompiledOperand<Group> {
    if (isAggregateCall(operand)) {
      return this.aggregateOf(operand.name, operand.argument, identityOf(operand));
    }
    const index = this.groupIdentities.indexOf(identityOf(operand));
    const grouped = this.groupedBy[index];
    if (grouped === undefined) {
      // A name that does not exist is the more helpful complaint.
      const { name } = compileOperand(this.scope, operand);
      return raiseQuery(`${place} must be grouped or aggregated: ${name}`);
    }
    return { ...grouped, isOwnId: false, idsWith: notIndexed, read: (group) => group.keys[index] ?? null };
  }

  private aggregateOf(name: string, argument: Operand | null, identity: string): CompiledOperand<Group> {
    let index = this.aggregateIdentities.indexOf(identity);
    if (index < 0) {
      if (argument === null) {
        return raiseQuery('COUNT() must be the only element in the SELECT list');
      }
      const operand = compileOperand(this.scope, argument);
      checkAggregate(name, operand);
      index = this.aggregates.push({ name, operand }) - 1;
      this.aggregateIdentities.push(identity);
    }
    const isExtreme = name === 'MIN' || name === 'MAX';
    const source = this.aggregates[index]?.operand;
    const kind = isExtreme && source !== undefined ? source.kind : 'number';
    return {
      name: identity,
      typeName: isExtreme && source !== undefined ? source.typeName : 'double',
      kind,
      field: null,
      targets: [],
      isOwnId: false,
      idsWith: notIndexed,
      keyOf: isExtreme && source !== undefined ? source.keyOf : keysOf('number', false),
      read: (group) => group.accumulators[index]?.result() ?? null,
    };
  }
}

function compileGrouped(scope: Scope, operand: Operand): CompiledOperand<StoredRecord> {
  const compiled = compileOperand(scope, operand);
  const { field, name } = compiled;
  if (field !== null && !isGroupable(field)) {
    raiseQuery(`field '${name}' can not be grouped in a query call`);
  }
  return compiled;
}

/** Functions without an alias are named expr0, expr1, … in their order, fields by their own names. */
function readColumns(plan: GroupPlan, { select }: Query): { name: string; read: (group: Group) => unknown }[] {
  let unnamed = 0;
  const columns = select.map((entry) => {
    if (entry.kind !== 'operand') {
      return raiseQuery('Grouped query cannot use child relationships in the SELECT list');
    }
    const { operand, alias } = entry;
    const { read } = plan.operandOf(operand, 'Field');
    const name = alias ?? (operand.kind === 'field' ? (operand.path.at(-1) ?? '') : `expr${unnamed++}`);
    return { name, read };
  });
  const names = columns.map(({ name }) => name.toLowerCase());
  const twice = columns.find(({ name }, index) => names.indexOf(name.toLowerCase()) !== index);
  return twice === undefined ? columns : raiseQuery(`duplicate alias: ${twice.name}`);
}
