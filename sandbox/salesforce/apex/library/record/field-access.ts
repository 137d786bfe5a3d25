import { namespaceInForce } from '../../run/namespace-in-force.ts';
import { booleanType, listOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { raise } from '../raise.ts';
import { describeRecord, findParentField, keyOf, recordTypeOf, type ApexSObject } from './apex-sobject.ts';
import { convertForField } from './convert-for-field.ts';

/**
 * A field's value, a parent record or a list of children, as `record.Name` reads it: readField(contact, 'account') is the
 * Account it was queried with or was given, or null. A checkbox that is null reads as false, as documented.
 */
export function readField(record: ApexSObject, name: string): unknown {
  const value = getField(record, name);
  return value === null && describeRecord(record).fields.get(name.toLowerCase())?.type === booleanType ? false : value;
}

/** As `record.get('Name')` reads it: getField(account, 'IsDeleted') is null where it was not set. */
export function getField(record: ApexSObject, name: string): unknown {
  const lowerName = namespaceInForce() === null ? name.toLowerCase() : keyOf(describeRecord(record), name);
  const value = record.fields.get(lowerName);
  if (value !== undefined) {
    return value;
  }
  const object = describeRecord(record);
  const field = object.fields.get(lowerName);
  if (field !== undefined) {
    if (record.queried !== null && !record.queried.has(lowerName) && lowerName !== 'id') {
      raise(
        'System.SObjectException',
        `SObject row was retrieved via SOQL without querying the requested field: ${object.name}.${field.name}`,
      );
    }
    return null;
  }
  const child = object.children.get(lowerName);
  if (child !== undefined) {
    return new ApexList(listOf(recordTypeOf(child)));
  }
  if (findParentField(object, lowerName) === null) {
    raiseInvalidField(name, object.name);
  }
  return null;
}

/**
 * Sets a field or a parent record, as `record.Name = …` and `record.put('Name', …)` do. A value of another type is
 * converted where an assignment would, and refused in the platform's words where it would not.
 */
export function writeField(record: ApexSObject, name: string, value: unknown): void {
  if (record.isReadOnly) {
    raise('System.FinalException', 'Record is read-only');
  }
  const object = describeRecord(record);
  const lowerName = keyOf(object, name);
  const field = object.fields.get(lowerName);
  if (field !== undefined) {
    record.fields.set(lowerName, convertForField(value, field));
    return;
  }
  if (findParentField(object, lowerName) === null && !object.children.has(lowerName)) {
    raiseInvalidField(name, object.name);
  }
  record.fields.set(lowerName, value);
}

/** What every method says that takes the name of a field the object does not have. */
export function raiseInvalidField(name: string, objectName: string): never {
  return raise('System.SObjectException', `Invalid field ${name} for ${objectName}`);
}
