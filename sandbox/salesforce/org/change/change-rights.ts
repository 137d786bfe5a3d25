import type { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { ChangeError } from './change-result.ts';

/** What whoever asked for a change may do: each method gives back why a row is refused, or null. */
export interface ChangeRights {
  /** Whether rows of the object may be changed at all; throws a Refusal where that ends the whole request. */
  refuseObject(object: ObjectSchema, operation: 'insert' | 'update' | 'delete' | 'undelete'): ChangeError | null;
  /** A record as stored, before it is changed. */
  refuseRecord(record: StoredRecord, operation: 'update' | 'delete' | 'undelete'): ChangeError | null;
  /** The fields that the request gives. */
  refuseFields(given: ApexSObject, object: ObjectSchema, operation: 'insert' | 'update'): ChangeError | null;
  /** The records that it points to from now on, its owner among them; `before` is null for what is new. */
  refuseReferences(
    object: ObjectSchema,
    fields: ReadonlyMap<string, unknown>,
    before: StoredRecord | null,
  ): ChangeError | null;
}
