import { execution } from '../../run/execution.ts';
import type { ObjectDescription } from '../../run/org.ts';
import { listOf, sObjectType, type ApexType } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { ApexSObject, findParentField, keyOf, objectNameOf, recordTypeOf } from '../record/apex-sobject.ts';
import { raiseJson } from './raise-json.ts';
import { findReading, type Reading } from './read-typed.ts';

/**
 * Reads a record: {"Name":"Acme"} as an Account. Where only SObject is asked, "attributes" says of which object it is, and
 * comes first.
 */
export function readRecord(reading: Reading, asked: ApexType): ApexSObject {
  const { reader } = reading;
  if (reader.token !== '{') {
    return raiseJson("Malformed JSON: Expected '{' at the beginning of object");
  }
  let object = asked === sObjectType ? null : describe(objectNameOf(asked) ?? asked.name);
  let record = object === null ? null : new ApexSObject(recordTypeOf(object.name));
  while (reader.next() === 'name') {
    const name = reader.text;
    reader.next();
    if (name === 'attributes') {
      const type = readAttributes(reading);
      if (record === null && type !== null) {
        object = describe(type);
        record = new ApexSObject(recordTypeOf(object.name));
      }
    } else if (record === null || object === null) {
      return raiseJson(
        'Nested object for polymorphic foreign key must have an attributes field before any other fields.',
      );
    } else {
      readField(reading, record, object, name);
    }
  }
  return (
    record ??
    raiseJson('Nested object for polymorphic foreign key must have an attributes field before any other fields.')
  );
}

function describe(name: string): ObjectDescription {
  return execution().org.describeObject(name) ?? raiseJson(`Invalid type: ${name}`);
}

function readAttributes({ reader }: Reading): string | null {
  let type: string | null = null;
  if (reader.token !== '{') {
    reader.skipValue();
    return null;
  }
  while (reader.next() === 'name') {
    const isType = reader.text === 'type';
    if (reader.next() === 'string' && isType) {
      type = reader.text;
    }
    reader.skipValue();
  }
  return type;
}

function readField(reading: Reading, record: ApexSObject, object: ObjectDescription, name: string): void {
  const { reader } = reading;
  const key = keyOf(object, name);
  const field = object.fields.get(key);
  const parent = field === undefined ? findParentField(object, key) : null;
  const child = field === undefined && parent === null ? object.children.get(key) : undefined;
  if (field !== undefined) {
    record.fields.set(key, findReading(field.type)(reading));
  } else if (parent !== null) {
    const [only, ...others] = parent.referenceTo;
    const type = only === undefined || others.length > 0 ? sObjectType : recordTypeOf(only);
    record.fields.set(key, findReading(type)(reading));
  } else if (child !== undefined) {
    record.fields.set(key, readChildren(reading, child));
  } else if (reading.isStrict) {
    raiseJson(`No such column '${name}' on sobject of type ${object.name}`);
  } else {
    reader.skipValue();
  }
}

/** Children stand in an object as a query gives them: { totalSize, done, records }. */
function readChildren(reading: Reading, objectName: string): ApexList | null {
  const { reader } = reading;
  if (reader.token === 'word' && reader.text === 'null') {
    return null;
  }
  if (reader.token !== '{') {
    return raiseJson("QueryResult must start with '{'");
  }
  const type = listOf(recordTypeOf(objectName));
  let records = new ApexList(type);
  while (reader.next() === 'name') {
    const isRecords = reader.text === 'records';
    reader.next();
    if (isRecords) {
      records = findReading(type)(reading) as ApexList;
    } else {
      reader.skipValue();
    }
  }
  return records;
}
