import { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { isSameValue } from '../records/same-value.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { changeError, type ChangeError } from './change-result.ts';

export interface Loaded {
  /** What the request sets, by lower-case name. */
  readonly fields: ReadonlyMap<string, unknown>;
  readonly errors: readonly ChangeError[];
}

/**
 * What a request sets on a record. Fields that only the platform sets are passed over where they came from a query, which is
 * how a record that was read is saved again, and refused where they were given.
 */
export function loadRequest(
  given: ApexSObject,
  object: ObjectSchema,
  before: StoredRecord | null,
  store: RecordStore,
): Loaded {
  const fields = new Map<string, unknown>();
  const refused: string[] = [];
  const errors: ChangeError[] = [];
  for (const [name, value] of given.fields) {
    const field = object.fields.get(name);
    if (name === 'id') {
      continue;
    }
    if (field === undefined) {
      const found = loadParent(name, value, given, object, store);
      if (found !== null && 'statusCode' in found) {
        errors.push(found);
      } else if (found !== null) {
        fields.set(found.name, found.id);
      }
    } else if (isSettable(field, value, before)) {
      fields.set(name, value);
    } else if (given.queried === null && !isSameValue(value, before?.fields.get(name))) {
      refused.push(field.name);
    }
  }
  if (refused.length > 0) {
    errors.push(refuseFields(refused));
  }
  return { fields, errors };
}

/** Why fields are not set that only the platform sets, or that the user may not: refuseFields(['CreatedDate']). */
export function refuseFields(names: readonly string[]): ChangeError {
  return changeError(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    names,
  );
}

function isSettable(field: FieldSchema, value: unknown, before: StoredRecord | null): boolean {
  if (!field.isWritable) {
    return false;
  }
  // A detail keeps its master unless its field says otherwise.
  return before === null || field.isReparentable || isSameValue(value, before.fields.get(field.name.toLowerCase()));
}

/** A parent may be given by an external id instead of its own: `new Contact(Account = new Account(Number__c = 'A-1'))`. */
function loadParent(
  relationship: string,
  value: unknown,
  given: ApexSObject,
  object: ObjectSchema,
  store: RecordStore,
): { name: string; id: ApexId } | ChangeError | null {
  const field = [...object.fields.values()].find((each) => each.relationshipName?.toLowerCase() === relationship);
  if (!(value instanceof ApexSObject) || field === undefined || value.queried !== null || value.fields.has('id')) {
    return null;
  }
  if (given.fields.has(field.name.toLowerCase())) {
    return null;
  }
  const parent = store.schema.find(value.type.name.replace('SObject:', ''));
  const keys = [...value.fields].flatMap(([name, key]) => {
    const external = parent?.fields.get(name);
    return external?.isExternalId === true ? [{ external, key }] : [];
  });
  const [key] = keys;
  if (parent === null || key === undefined || keys.length !== 1) {
    return null;
  }
  const [found, second] = store.findBy(parent, key.external, key.key);
  if (found === undefined || second !== undefined) {
    const what = found === undefined ? 'not found' : 'is not unique';
    return changeError(
      'INVALID_FIELD',
      `Foreign key external ID: ${String(key.key)} ${what} for field ${key.external.name} in entity ${parent.name}`,
    );
  }
  return { name: field.name.toLowerCase(), id: new ApexId(found.id) };
}
