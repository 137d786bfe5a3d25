import { Unsupported } from '../../apex/run/apex-object.ts';
import type { ObjectDescription } from '../../apex/run/org.ts';
import { planChildren, type ChildrenPlan } from './child-rows.ts';
import { numberKey } from './comparison-keys.ts';
import { picklistOf } from './field-traits.ts';
import { raiseQuery } from './query-problems.ts';
import type { Operand, Path, Query, SelectEntry } from './query-tree.ts';
import { readerOf, resolveField, resolveSteps, type ParentStep, type Read, type Scope } from './resolve-field.ts';

/** What a row of an object is made of, in the order of SELECT. */
export interface RowPlan {
  readonly object: ObjectDescription;
  readonly parts: RowPart[];
  /** Lower-case names of the fields that may be read from the row. */
  readonly queried: Set<string>;
}

export type RowPart =
  | { readonly kind: 'field'; readonly name: string; readonly read: Read }
  | ParentPart
  | { readonly kind: 'children'; readonly name: string; readonly plan: ChildrenPlan };

export interface ParentPart {
  readonly kind: 'parent';
  readonly name: string;
  readonly step: ParentStep;
  /** Where TYPEOF does not say otherwise. */
  readonly plan: RowPlan;
  /** TYPEOF: what rows of an object have, by its name; an object without an entry has `plan`. */
  readonly byObject: Map<string, RowPlan>;
}

/** Plans the rows of a query without aggregates. */
export function planRows(scope: Scope, query: Query): RowPlan {
  const plan = emptyPlan(scope.object);
  for (const entry of query.select) {
    addEntry(scope, plan, entry, query);
  }
  return plan;
}

function emptyPlan(object: ObjectDescription): RowPlan {
  return { object, parts: [], queried: new Set(['id']) };
}

function addEntry(scope: Scope, plan: RowPlan, entry: SelectEntry, query: Query): void {
  switch (entry.kind) {
    case 'operand':
      if (entry.alias !== null) {
        raiseQuery('only aggregate expressions use field aliasing');
      }
      addOperand(scope, plan, entry.operand);
      break;
    case 'fields':
      addFields(scope, plan, entry.which, query);
      break;
    case 'children': {
      const children = planChildren(scope, entry.query);
      plan.parts.push({ kind: 'children', name: children.relationshipName, plan: children });
      break;
    }
    case 'typeof':
      addTypeOf(scope, plan, entry);
      break;
  }
}

function addOperand(scope: Scope, plan: RowPlan, operand: Operand): void {
  if (operand.kind === 'field') {
    addPath(scope, plan, operand.path, null);
    return;
  }
  if (operand.name !== 'TOLABEL' || operand.argument?.kind !== 'field') {
    throw new Unsupported(`${operand.name} in SELECT of a query without groups`, 'a query');
  }
  addPath(scope, plan, operand.argument.path, 'label');
}

/** A path becomes rows within rows: Account.Owner.Name is the Name of an Owner in an Account. */
function addPath(scope: Scope, plan: RowPlan, path: Path, form: 'label' | null): void {
  const { steps, field, object } = resolveField(scope, path);
  let row = plan;
  for (const step of steps) {
    row = parentOf(row, step).plan;
  }
  const plain = readerOf(object, field);
  if (row.parts.some((part) => part.kind === 'field' && part.name === field.name)) {
    raiseQuery(`duplicate field selected: ${path.join('.')}`);
  }
  row.parts.push({ kind: 'field', name: field.name, read: form === null ? plain : labelled(plain, picklistOf(field)) });
  row.queried.add(field.name.toLowerCase());
}

/** The part of a row that holds a parent, made where it is not yet. Its id can be read without being asked for. */
function parentOf(row: RowPlan, step: ParentStep): ParentPart {
  const existing = row.parts.find((part) => part.kind === 'parent' && part.name === step.relationshipName);
  if (existing?.kind === 'parent') {
    return existing;
  }
  const part: ParentPart = {
    kind: 'parent',
    name: step.relationshipName,
    step,
    plan: emptyPlan(step.target),
    byObject: new Map(),
  };
  row.parts.push(part);
  row.queried.add(step.field.name.toLowerCase());
  return part;
}

function labelled(read: Read, values: ReturnType<typeof picklistOf>): Read {
  if (values === null) {
    throw new Unsupported('toLabel of a field whose labels are not described', 'a query');
  }
  const labels = new Map(values.map(({ value, label }) => [value, label]));
  return (record) => {
    const value = read(record);
    return typeof value === 'string' ? (labels.get(value) ?? value) : value;
  };
}

const mostRowsOfAllFields = 200;

/** Those the user may read; with a bound on the rows where the fields are not known beforehand, as documented. */
function addFields(scope: Scope, plan: RowPlan, which: 'ALL' | 'STANDARD' | 'CUSTOM', { limit }: Query): void {
  const isWithin =
    limit?.kind === 'bind' || (limit?.kind === 'literal' && (numberKey(limit.value) ?? 0) <= mostRowsOfAllFields);
  if (which !== 'STANDARD' && !isWithin) {
    raiseQuery('The SOQL FIELDS function must have a LIMIT of at most 200');
  }
  for (const { name } of scope.object.fields.values()) {
    const isCustom = name.toLowerCase().endsWith('__c');
    if ((which === 'ALL' || isCustom === (which === 'CUSTOM')) && scope.run.mayRead(scope.object.name, name)) {
      addPath(scope, plan, [name], null);
    }
  }
}

function addTypeOf(scope: Scope, plan: RowPlan, entry: Extract<SelectEntry, { kind: 'typeof' }>): void {
  const steps = resolveSteps(scope, entry.path);
  const last = steps.pop();
  if (last === undefined || last.field.referenceTo.length < 2) {
    return raiseQuery(`TYPEOF needs a relationship to several objects: ${entry.path.join('.')}`);
  }
  let holder = plan;
  for (const step of steps) {
    holder = parentOf(holder, step).plan;
  }
  if (holder.parts.some((part) => part.kind === 'parent' && part.name === last.relationshipName)) {
    raiseQuery(`TYPEOF cannot be used with a relationship that is also in the SELECT list: ${entry.path.join('.')}`);
  }
  const part = parentOf(holder, last);
  for (const path of entry.otherwise) {
    addPath({ ...scope, object: part.plan.object }, part.plan, path, null);
  }
  for (const { objectName, paths } of entry.branches) {
    const object = scope.run.describe(objectName);
    const row = emptyPlan(object);
    for (const path of paths) {
      addPath({ ...scope, object }, row, path, null);
    }
    part.byObject.set(object.name, row);
  }
}
