import { indexKey } from '../records/index-key.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { changeError, type ChangeError } from './change-result.ts';
import { Refusal } from './refusal.ts';
import { idOfRecord, type Row } from './row.ts';

/** The field of an upsert that tells which record a row is about: null for the id. */
export function keyField(object: ObjectSchema, name: string | null): FieldSchema | null {
  if (name === null || name.toLowerCase() === 'id') {
    return null;
  }
  const field = object.fields.get(name.toLowerCase());
  const isKey = field !== undefined && (field.isExternalId || (field.name === 'Name' && object.kind === 'custom'));
  if (!isKey && !(field !== undefined && field.displayType === 'EMAIL')) {
    throw new Refusal(
      'System.SObjectException',
      `Invalid field for upsert, must be an External Id custom or standard indexed field: ${name}`,
    );
  }
  return field;
}

/** The id of the record that a row is about, null for a new one, or why it cannot be told; `seen` has the keys of earlier rows. */
export function findKnown(
  row: Row,
  field: FieldSchema | null,
  seen: Set<string>,
  store: RecordStore,
): string | ChangeError | null {
  if (field === null) {
    return idOfRecord(row.given);
  }
  const value = row.given.fields.get(field.name.toLowerCase()) ?? null;
  if (value === null) {
    return changeError('MISSING_ARGUMENT', `${field.name} not specified`, [field.name]);
  }
  const key = indexKey(value, field.isCaseSensitive) ?? '';
  if (seen.has(key)) {
    return changeError('DUPLICATE_VALUE', `Duplicate external id specified: ${key}`, [field.name]);
  }
  seen.add(key);
  const found = store.findBy(row.object, field, value);
  return found.length > 1
    ? changeError(
        'DUPLICATE_EXTERNAL_ID',
        `${field.name}: more than one record found for external id field: [${found.map((each) => each.id).join(', ')}]`,
        [field.name],
      )
    : (found[0]?.id ?? null);
}
