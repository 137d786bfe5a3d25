import { ApexEnum } from '../../run/apex-enum.ts';
import { execution } from '../../run/execution.ts';
import type { Right } from '../../run/org.ts';
import { integerType, listOf, sObjectType, stringType, typeOf, type ApexType } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { ApexMap } from '../collection/apex-map.ts';
import { ApexSet } from '../collection/apex-set.ts';
import type { BuiltinType } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { ApexSObject, describeRecord, findParentField } from '../record/apex-sobject.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';

/** System.SObjectAccessDecision: what Security.stripInaccessible left of records, and what it took away. */
class AccessDecision extends PlatformObject {
  readonly records: ApexList;
  readonly modifiedIndexes: ReadonlySet<number>;
  /** Field names by the name of their object. */
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;

  static {
    setTypeOf(this, 'System.SObjectAccessDecision');
  }

  constructor(
    records: ApexList,
    modifiedIndexes: ReadonlySet<number>,
    removed: ReadonlyMap<string, ReadonlySet<string>>,
  ) {
    super();
    this.records = records;
    this.modifiedIndexes = modifiedIndexes;
    this.removed = removed;
  }
}

type FieldRight = Exclude<Right, 'delete'>;

/** What a user needs of a field for each way of using it. */
const rightsFor: Readonly<Record<string, readonly FieldRight[]>> = {
  CREATABLE: ['create'],
  READABLE: ['read'],
  UPDATABLE: ['edit'],
  UPSERTABLE: ['create', 'edit'],
};

/**
 * Security.stripInaccessible: copies of records without the fields that the user may not use. Ids stay. Where the object itself
 * is closed, that is an exception, unless the third argument says otherwise.
 */
function stripInaccessible(accessType: unknown, records: ApexList | null, enforcesRoot: boolean | null = true) {
  const given = records ?? raiseNullArgument();
  const rights = accessType instanceof ApexEnum ? (rightsFor[accessType.name] ?? []) : raiseNullArgument();
  const removed = new Map<string, Set<string>>();
  const modified = new Set<number>();
  const stripped = given.items.map((item, index) => {
    const record = item instanceof ApexSObject ? item : raiseNullArgument();
    const { name } = describeRecord(record);
    if (enforcesRoot !== false && rights.some((each) => !mayUseObject(name, each))) {
      return raise('System.NoAccessException', `No access to entity: ${name}`);
    }
    const copy = strip(record, rights, removed);
    if (copy.isModified) {
      modified.add(index);
    }
    return copy.record;
  });
  return new AccessDecision(new ApexList(given.type, stripped), modified, removed);
}

function mayUseObject(objectName: string, right: Right): boolean {
  return execution().org.rights?.mayAccessObject(objectName, right) ?? true;
}

function strip(
  record: ApexSObject,
  rights: readonly FieldRight[],
  removed: Map<string, Set<string>>,
): { record: ApexSObject; isModified: boolean } {
  const object = describeRecord(record);
  const copy = new ApexSObject(record.type);
  const queried = record.queried === null ? null : new Set(record.queried);
  copy.queried = queried;
  let isModified = false;
  const remove = (key: string, name: string) => {
    removed.set(object.name, (removed.get(object.name) ?? new Set()).add(name));
    queried?.delete(key);
    isModified = true;
  };
  for (const [key, value] of record.fields) {
    const name = object.fields.get(key)?.name ?? findParentField(object, key)?.name ?? null;
    if (key !== 'id' && name !== null && !mayUseField(object.name, name, rights)) {
      remove(key, object.fields.has(key) ? name : (findParentField(object, key)?.relationshipName ?? name));
    } else {
      const inner = stripWithin(value, rights, removed);
      if (inner === closed) {
        remove(key, findParentField(object, key)?.relationshipName ?? key);
      } else {
        copy.fields.set(key, inner.value);
        isModified ||= inner.isModified;
      }
    }
  }
  return { record: copy, isModified };
}

function mayUseField(objectName: string, fieldName: string, rights: readonly FieldRight[]): boolean {
  const own = execution().org.rights;
  return own === undefined || rights.every((each) => own.mayAccessField(objectName, fieldName, each));
}

const closed = Symbol('the object of a related record is closed');

/** Parents and children that a query brought along are stripped as well, and go where their object is closed. */
function stripWithin(
  value: unknown,
  rights: readonly FieldRight[],
  removed: Map<string, Set<string>>,
): { value: unknown; isModified: boolean } | typeof closed {
  if (value instanceof ApexSObject) {
    const { name } = describeRecord(value);
    if (!mayUseObject(name, 'read')) {
      return closed;
    }
    const inner = strip(value, rights, removed);
    return { value: inner.record, isModified: inner.isModified };
  }
  if (!(value instanceof ApexList)) {
    return { value, isModified: false };
  }
  const inner = value.items.map((each) => stripWithin(each, rights, removed));
  const kept = inner.filter((each) => each !== closed);
  return kept.length < inner.length
    ? closed
    : {
        value: new ApexList(
          value.type,
          kept.map((each) => each.value),
        ),
        isModified: kept.some((each) => each.isModified),
      };
}

function removedFields({ removed }: AccessDecision): ApexMap {
  const names: ApexType = typeOf('System.Set', [stringType]);
  return ApexMap.from(
    typeOf('System.Map', [stringType, names]),
    [...removed].map(([objectName, fields]) => [objectName, ApexSet.from(names, fields)] as const),
  );
}

/** Security.stripInaccessible and what it gives. */
export const securityTypes: readonly BuiltinType[] = [
  {
    name: 'System.Security',
    kind: 'class',
    statics: {
      'System.SObjectAccessDecision stripInaccessible(System.AccessType accessCheckType, List<SObject> sourceRecords)':
        stripInaccessible,
      'System.SObjectAccessDecision stripInaccessible(System.AccessType accessCheckType, List<SObject> sourceRecords, Boolean enforceRootObjectCRUD)':
        stripInaccessible,
    },
  },
  {
    name: 'System.SObjectAccessDecision',
    kind: 'class',
    valueClass: AccessDecision,
    methods: {
      'List<SObject> getRecords()': ({ records }: AccessDecision) => new ApexList(listOf(sObjectType), records.items),
      'Set<Integer> getModifiedIndexes()': ({ modifiedIndexes }: AccessDecision) =>
        ApexSet.from(typeOf('System.Set', [integerType]), modifiedIndexes),
      'Map<String,Set<String>> getRemovedFields()': removedFields,
    },
  },
];
