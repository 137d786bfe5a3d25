import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { printPlainDecimal } from '../../apex/library/number/print-number.ts';
import { roundToWhole } from '../../apex/library/number/round-decimal.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { changeError, type ChangeError } from './change-result.ts';

/**
 * What the platform checks before triggers run and once more after them: foreign keys, formats, lengths and restricted
 * picklists, of the fields that are given. checkFields(lead, new Map([['email', 'no']]), …)[0]?.statusCode →
 * "INVALID_EMAIL_ADDRESS".
 */
export function checkFields(
  object: ObjectSchema,
  fields: Iterable<readonly [string, unknown]>,
  ownId: string | null,
  store: RecordStore,
): ChangeError[] {
  const errors: ChangeError[] = [];
  for (const [name, value] of fields) {
    const field = object.fields.get(name);
    if (field === undefined || value === null || value === undefined || field.formula !== null || name === 'id') {
      continue;
    }
    const error = checkField(field, value, ownId, store);
    if (error !== null) {
      errors.push(error);
    }
  }
  return errors;
}

function checkField(field: FieldSchema, value: unknown, ownId: string | null, store: RecordStore): ChangeError | null {
  if (typeof value === 'string') {
    return checkText(field, value.trim());
  }
  if (value instanceof ApexDecimal) {
    return checkNumber(field, value);
  }
  return value instanceof ApexId && field.referenceTo.length > 0
    ? checkReference(field, value.value, ownId, store)
    : null;
}

/** No longer than this is what a message repeats of a text. */
const longestQuote = 255;

function checkText(field: FieldSchema, text: string): ChangeError | null {
  if (field.length !== null && text.length > field.length && field.picklist === null) {
    const quoted = text.slice(0, longestQuote);
    return changeError(
      'STRING_TOO_LONG',
      `${field.label}: data value too large: ${quoted} (max length=${String(field.length)})`,
      [field.name],
    );
  }
  if (field.displayType === 'EMAIL' && text !== '' && !/^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>().]+$/.test(text)) {
    return changeError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [field.name]);
  }
  return field.picklist?.isRestricted === true ? checkPicklist(field, text) : null;
}

function checkPicklist(field: FieldSchema, text: string): ChangeError | null {
  const chosen = field.displayType === 'MULTIPICKLIST' ? text.split(';') : [text];
  const allowed = new Set(
    field.picklist?.values.filter((each) => each.isActive).map((each) => each.value.toLowerCase()),
  );
  const bad = chosen.map((each) => each.trim()).find((each) => each !== '' && !allowed.has(each.toLowerCase()));
  return bad === undefined
    ? null
    : changeError(
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        `${field.label}: bad value for restricted picklist field: ${bad}`,
        [field.name],
      );
}

function checkNumber(field: FieldSchema, value: ApexDecimal): ChangeError | null {
  if (field.precision === null) {
    return null;
  }
  const whole = roundToWhole(value, 'DOWN');
  const places = field.precision - (field.scale ?? 0);
  return (whole < 0n ? -whole : whole) < 10n ** BigInt(places)
    ? null
    : changeError(
        'NUMBER_OUTSIDE_VALID_RANGE',
        `${field.label}: value outside of valid range on numeric field: ${printPlainDecimal(value)}`,
        [field.name],
      );
}

function checkReference(field: FieldSchema, id: string, ownId: string | null, store: RecordStore): ChangeError | null {
  const target = store.schema.objectOfId(id);
  const mayBeAny = field.referenceTo.length > 1 && !field.name.endsWith('__c');
  if (target !== null && !field.referenceTo.includes(target.name) && !(mayBeAny && target.kind === 'custom')) {
    return changeError('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
  }
  if (id === ownId) {
    return changeError('CIRCULAR_DEPENDENCY', `attempt to violate hierarchy constraints`, [field.name]);
  }
  const found = store.findRecord(id);
  if (found === null) {
    return changeError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  }
  return found.isDeleted ? changeError('ENTITY_IS_DELETED', 'entity is deleted', []) : null;
}

/** The fields that must have a value and have none, as one error: checkRequired(lead, new Map())?.fields → ["LastName", …]. */
export function checkRequired(object: ObjectSchema, fields: ReadonlyMap<string, unknown>): ChangeError | null {
  const missing = [...object.fields.values()]
    .filter((each) => each.isRequired && isBlank(fields.get(each.name.toLowerCase())))
    .map((each) => each.name);
  return missing.length === 0
    ? null
    : changeError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** The first unique field whose value another record has already. */
export function checkUnique(
  object: ObjectSchema,
  fields: ReadonlyMap<string, unknown>,
  ownId: string,
  store: RecordStore,
): ChangeError | null {
  for (const field of object.fields.values()) {
    const value = field.isUnique ? fields.get(field.name.toLowerCase()) : null;
    const other =
      value === null || value === undefined
        ? undefined
        : store.findBy(object, field, value).find((each) => each.id !== ownId);
    if (other !== undefined) {
      return changeError(
        'DUPLICATE_VALUE',
        `duplicate value found: ${field.name} duplicates value on record with id: ${other.id.slice(0, 15)}`,
      );
    }
  }
  return null;
}
