import { ApexId } from '../../apex/library/text/apex-id.ts';
import { Unsupported } from '../../apex/run/apex-object.ts';
import { ownName } from '../../apex/run/namespace-in-force.ts';
import type { FieldDescription, ObjectDescription } from '../../apex/run/org.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { compileOperand } from './compile-operand.ts';
import { compileWhere } from './compile-where.ts';
import { childRelationshipOf } from './field-traits.ts';
import { findRecords } from './find-records.ts';
import { compileOrdering, orderRows } from './order-rows.ts';
import { raiseNoRelationship, raiseQuery } from './query-problems.ts';
import { readLimits } from './read-limits.ts';
import type { Query } from './query-tree.ts';
import { readerOf, type Scope } from './resolve-field.ts';
import { planRows, type RowPlan } from './row-plan.ts';

/** `(SELECT Id FROM Contacts ORDER BY Name LIMIT 5)` within SELECT. */
export interface ChildrenPlan {
  readonly relationshipName: string;
  readonly row: RowPlan;
  /** The children of one record, in the order and number that the query asks for. */
  readonly childrenOf: (parent: StoredRecord) => readonly StoredRecord[];
}

/** Plans a query for children; all of them are found at once, when the first parent's are asked for. */
export function planChildren(outer: Scope, query: Query): ChildrenPlan {
  const relationshipName = nameRelationship(outer.object, query.from.at(-1) ?? '');
  const { run } = outer;
  const childName =
    outer.object.children.get(relationshipName.toLowerCase()) ??
    raiseNoRelationship(relationshipName, 'FROM part of query call');
  const object = run.describe(childName);
  const scope: Scope = { run, object, query, isSelected: true };
  const filterScope: Scope = { ...scope, isSelected: false };
  if (query.select.some((entry) => entry.kind === 'operand' && entry.operand.kind === 'function')) {
    raiseQuery('Grouped or aggregated fields cannot be selected in a query for children');
  }
  if (query.isForUpdate) {
    raiseQuery('FOR UPDATE is not supported in a query for children');
  }
  const row = planRows(scope, query);
  const where = compileWhere(filterScope, query, true);
  const orderings = query.orderBy.map((each) => compileOrdering(compileOperand(filterScope, each.operand), each));
  const { limit } = readLimits(run, query);
  const readParent = readerOf(object, findLookup(outer.object, object, relationshipName));
  let byParent: Map<string, StoredRecord[]> | null = null;
  return {
    relationshipName,
    row,
    childrenOf: (parent) => {
      byParent ??= groupByParent(findRecords(run, object, where), readParent);
      const children = orderRows(byParent.get(parent.id) ?? [], orderings).slice(0, limit);
      run.childRows += children.length;
      return children;
    },
  };
}

/** With its namespace, where the query left that out. */
function nameRelationship({ children }: ObjectDescription, written: string): string {
  const own = ownName(written.toLowerCase());
  return own !== null && children.has(own) ? own.slice(0, -written.length) + written : written;
}

function groupByParent(
  records: readonly StoredRecord[],
  readParent: (record: StoredRecord) => unknown,
): Map<string, StoredRecord[]> {
  const groups = new Map<string, StoredRecord[]>();
  for (const record of records) {
    const id = readParent(record);
    if (id instanceof ApexId) {
      const group = groups.get(id.value);
      if (group === undefined) {
        groups.set(id.value, [record]);
      } else {
        group.push(record);
      }
    }
  }
  return groups;
}

/** The field by which records of the child object belong to a parent in a relationship of that name. */
function findLookup(parent: ObjectDescription, child: ObjectDescription, relationshipName: string): FieldDescription {
  const candidates = [...child.fields.values()].filter((field) => field.referenceTo.includes(parent.name));
  const wanted = relationshipName.toLowerCase();
  const declared = candidates.find((field) => {
    const name = childRelationshipOf(field)?.toLowerCase();
    return name === wanted || `${name}__r` === wanted;
  });
  const own = candidates.filter((field) => !auditFields.has(field.name));
  const usual = own.find((field) => field.name === `${parent.name}Id` || field.name === 'ParentId');
  const [only, other] = own;
  const found = declared ?? usual ?? (other === undefined ? only : undefined);
  if (found === undefined) {
    throw new Unsupported(
      `the child relationship ${parent.name}.${relationshipName}`,
      `it is not described which field of ${child.name} it stands for`,
    );
  }
  return found;
}

/** They point to a user from every object, and are not what a list of records at a user is named after. */
const auditFields = new Set(['CreatedById', 'LastModifiedById']);
