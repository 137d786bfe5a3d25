import { findParentField } from '../../apex/library/record/apex-sobject.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { Unsupported } from '../../apex/run/apex-object.ts';
import { ownName } from '../../apex/run/namespace-in-force.ts';
import type { FieldDescription, ObjectDescription } from '../../apex/run/org.ts';
import { booleanType } from '../../apex/types/apex-type.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { messageOfNoColumn, raiseNoRelationship, raiseQuery } from './query-problems.ts';
import type { QueryRun } from './query-run.ts';
import type { Path, Query } from './query-tree.ts';

/** Reads a value of a record: null where there is none. */
export type Read = (record: StoredRecord) => unknown;

/** One relationship upwards. */
export interface ParentStep {
  readonly field: FieldDescription;
  readonly relationshipName: string;
  /** Of a relationship to several objects, the one that stands for all of them: Name. */
  readonly target: ObjectDescription;
  readonly read: (record: StoredRecord) => StoredRecord | null;
}

export interface ResolvedField {
  readonly steps: readonly ParentStep[];
  /** The object that has the field. */
  readonly object: ObjectDescription;
  readonly field: FieldDescription;
  readonly read: Read;
}

/** Where names of a query are looked up. */
export interface Scope {
  readonly run: QueryRun;
  readonly object: ObjectDescription;
  readonly query: Pick<Query, 'alias' | 'pathAliases'>;
  /** Whether what is looked up stands in SELECT. */
  readonly isSelected: boolean;
}

/** More relationships than these cannot be followed upwards, as documented. */
const mostSteps = 5;

/** Finds what a path means: of a Contact, ['Account', 'Name'] is the field Name of the parent Account. */
export function resolveField(scope: Scope, written: Path): ResolvedField {
  const path = withoutAlias(scope, written);
  const steps = resolveSteps(scope, path.slice(0, -1));
  const object = steps.at(-1)?.target ?? scope.object;
  const name = path.at(-1) ?? '';
  const field = object.fields.get(name.toLowerCase()) ?? raiseQuery(messageOfNoColumn(name, object.name));
  // The fields of Name are those that anybody may know of an owner or a related record.
  if (object.name !== 'Name') {
    scope.run.uses.push({ objectName: object.name, fieldName: field.name, isSelected: scope.isSelected });
  }
  return { steps, object, field, read: readBehind(steps, readerOf(object, field)) };
}

/** The relationships of a path: those of ['Account', 'Owner'] lead from a Contact to its account's owner. */
export function resolveSteps(scope: Scope, path: Path): ParentStep[] {
  if (path.length > mostSteps) {
    raiseQuery(`Only ${mostSteps} levels of child-to-parent relationships can be followed: ${path.join('.')}.`);
  }
  const steps: ParentStep[] = [];
  let { object } = scope;
  for (const name of path) {
    const step = findStep(scope, object, name);
    steps.push(step);
    object = step.target;
  }
  return steps;
}

function findStep(scope: Scope, object: ObjectDescription, name: string): ParentStep {
  const { run } = scope;
  const field = findParentField(object, name.toLowerCase()) ?? raiseNoRelationship(name, 'field path');
  const [only, other] = field.referenceTo;
  const target = only === undefined || other !== undefined ? run.source.describeObject('Name') : run.describe(only);
  if (target === null) {
    throw new Unsupported(`the relationship ${object.name}.${name}`, 'its objects are not described');
  }
  run.uses.push({ objectName: object.name, fieldName: field.name, isSelected: scope.isSelected });
  const readId = readerOf(object, field);
  return {
    field,
    relationshipName: field.relationshipName ?? name,
    target,
    read: (record) => {
      const id = readId(record);
      return id instanceof ApexId ? run.source.findRecord(id.value) : null;
    },
  };
}

function withoutAlias({ object, query }: Scope, path: Path): Path {
  const first = path[0]?.toLowerCase() ?? '';
  if (path.length < 2) {
    return path;
  }
  if (first === query.alias?.toLowerCase()) {
    return path.slice(1);
  }
  const aliased = query.pathAliases.get(first);
  if (aliased !== undefined) {
    return [...aliased, ...path.slice(1)];
  }
  const isObject = [first, ownName(first)].includes(object.name.toLowerCase());
  return isObject && findParentField(object, first) === null ? path.slice(1) : path;
}

function readBehind(steps: readonly ParentStep[], read: Read): Read {
  return steps.reduceRight<Read>(
    (inner, step) => (record) => {
      const parent = step.read(record);
      return parent === null ? null : inner(parent);
    },
    read,
  );
}

/** Reads a field from records of its object; of Name, from records of any object. */
export function readerOf(object: ObjectDescription, field: FieldDescription): Read {
  const name = field.name.toLowerCase();
  if (object.name === 'Name' && (name === 'type' || name === 'name')) {
    return name === 'type' ? readKind : readName;
  }
  if (name === 'id') {
    return (record) => record.fields.get('id') ?? new ApexId(record.id);
  }
  if (name === 'isdeleted') {
    return (record) => record.isDeleted;
  }
  return field.type === booleanType
    ? (record) => record.fields.get(name) ?? false
    : (record) => record.fields.get(name) ?? null;
}

/** What `Owner.Type` says: of the groups that own records it is known that they are queues. */
function readKind(record: StoredRecord): string {
  return record.objectName === 'Group' ? 'Queue' : record.objectName;
}

/** Objects whose records are named by another field. */
const nameFields: Readonly<Record<string, string>> = {
  Case: 'casenumber',
  Contract: 'contractnumber',
  Event: 'subject',
  Order: 'ordernumber',
  Task: 'subject',
};

function readName(record: StoredRecord): unknown {
  return record.fields.get(nameFields[record.objectName] ?? 'name') ?? null;
}
