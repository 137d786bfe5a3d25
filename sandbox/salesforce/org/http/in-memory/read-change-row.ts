import { readDate, readDatetime, readTime } from '../../../apex/library/json/iso-text.ts';
import { readDecimal } from '../../../apex/library/number/read-number.ts';
import { ApexSObject, recordTypeOf } from '../../../apex/library/record/apex-sobject.ts';
import { ApexBlob } from '../../../apex/library/text/apex-blob.ts';
import { ApexId, readId } from '../../../apex/library/text/apex-id.ts';
import type { FieldSchema } from '../../schema/field-schema.ts';
import type { ObjectSchema } from '../../schema/object-schema.ts';
import type { OrgSchema } from '../../schema/org-schema.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ChangeError, ChangeRow } from '../org-behind-http.ts';

/** A row of a request as a record of the runtime, or what keeps it from being one. */
export function readChangeRow(row: ChangeRow, schema: OrgSchema): ApexSObject | ChangeError {
  const object = schema.demand(row.objectName);
  const fields = new Map<string, unknown>();
  if (row.id !== null) {
    const id = readId(row.id);
    if (id === null) {
      return malformed(object.name, 'Id', row.id);
    }
    if (schema.objectOfId(id)?.name !== object.name) {
      return malformed(object.name, 'Id', row.id);
    }
    fields.set('id', new ApexId(id));
  }
  for (const [name, value] of Object.entries(row.fields)) {
    const field = object.fields.get(name.toLowerCase());
    const read = field === undefined ? readParent(value, schema) : readValue(object, field, value);
    if (isError(read)) {
      return read;
    }
    fields.set(name.toLowerCase(), read);
  }
  return new ApexSObject(recordTypeOf(object.name), fields);
}

function isError(value: unknown): value is ChangeError {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

function malformed(objectName: string, fieldName: string, value: string): ChangeError {
  const message = `${objectName} ID: id value of incorrect type: ${value}`;
  return { code: 'MALFORMED_ID', message, fields: [fieldName] };
}

/** The value of a field; http/record/read-value.ts has seen to its form. */
function readValue(object: ObjectSchema, field: FieldSchema, value: Json): unknown {
  if (value === null) {
    return null;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (field.type.name) {
    case 'System.Id': {
      // A lookup left empty is null, as an empty text is.
      const id = readId(text);
      return text === '' ? null : id === null ? malformed(object.name, field.name, text) : new ApexId(id);
    }
    case 'System.Date':
      return readDate(text);
    case 'System.Datetime':
      return readDatetime(text);
    case 'System.Time':
      return readTime(text);
    case 'System.Decimal':
      return readDecimal(text);
    case 'System.Blob':
      return new ApexBlob(Buffer.from(text, 'base64'));
    case 'System.String':
      // Texts lose the spaces around them, and an empty one is null.
      return text.trim() === '' ? null : text.trim();
    default:
      return value;
  }
}

/** A parent that is named by an external id: a record with nothing but that. */
function readParent(value: Json, schema: OrgSchema): ApexSObject | null {
  if (!isJsonObject(value)) {
    return null;
  }
  const { attributes, ...named } = value;
  const { type } = attributes as JsonObject;
  const object = schema.demand(type as string);
  const fields = Object.entries(named).map(([name, key]) => {
    const field = object.fields.get(name.toLowerCase());
    return [name.toLowerCase(), field === undefined ? key : readValue(object, field, key)] as const;
  });
  return new ApexSObject(recordTypeOf(object.name), new Map(fields));
}
