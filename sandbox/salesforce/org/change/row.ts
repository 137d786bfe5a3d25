import { ApexSObject, recordTypeOf } from '../../apex/library/record/apex-sobject.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { ChangeError } from './change-result.ts';

/** One record of a request on its way. */
export interface Row {
  /** Its place in the request. */
  readonly index: number;
  readonly object: ObjectSchema;
  /** What the request holds; only its id is ever written. */
  readonly given: ApexSObject;
  /** The record's own id, or the one that its external id led to; null for what is new. */
  id: string | null;
  /** As stored before the change; null for what is new. */
  before: StoredRecord | null;
  /** What before-triggers see as Trigger.new. */
  working: ApexSObject;
  /** As stored after the change; null while it is not. */
  after: StoredRecord | null;
  errors: ChangeError[];
  /** What the platform itself sets in this change, on fields that no request may write. */
  readonly platformFields: ReadonlyMap<string, unknown>;
}

const namesOf = new WeakMap<ObjectSchema, ReadonlySet<string>>();

/** A record as triggers get it: every field of the object may be read, as if a query had asked for all. */
export function recordForTrigger(
  object: ObjectSchema,
  fields: Iterable<readonly [string, unknown]>,
  isReadOnly: boolean,
): ApexSObject {
  const record = new ApexSObject(recordTypeOf(object.name), new Map(fields));
  let names = namesOf.get(object);
  if (names === undefined) {
    names = new Set(object.fields.keys());
    namesOf.set(object, names);
  }
  record.queried = names;
  record.isReadOnly = isReadOnly;
  return record;
}

/** The id that a record of a request brings: null where it has none. */
export function idOfRecord(record: ApexSObject): string | null {
  const id = record.fields.get('id');
  return id instanceof ApexId ? id.value : null;
}

/** Works the formulas out anew, after fields they may depend on were set. */
export function refreshComputed(object: ObjectSchema, record: ApexSObject, id: string, store: RecordStore): void {
  for (const field of object.computedFields) {
    const stored = { objectName: object.name, id, fields: record.fields, isDeleted: false };
    record.fields.set(field.name.toLowerCase(), store.computeField(field, object, stored));
  }
}
