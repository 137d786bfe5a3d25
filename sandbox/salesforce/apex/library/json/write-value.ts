import { ApexEnum } from '../../run/apex-enum.ts';
import { ApexException, ApexObject } from '../../run/apex-object.ts';
import { execution } from '../../run/execution.ts';
import { chargeElements } from '../../run/meter.ts';
import { textOf, typeOfValue } from '../../run/values.ts';
import { displayName, type ApexType } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { ApexMap } from '../collection/apex-map.ts';
import { ApexSet } from '../collection/apex-set.ts';
import { ApexDecimal } from '../number/apex-decimal.ts';
import { ApexDouble } from '../number/apex-double.ts';
import { ApexSObject } from '../record/apex-sobject.ts';
import { ApexBlob } from '../text/apex-blob.ts';
import { ApexId } from '../text/apex-id.ts';
import { ApexDate } from '../time/apex-date.ts';
import { ApexDatetime } from '../time/apex-datetime.ts';
import { ApexTime } from '../time/apex-time.ts';
import { writeDate, writeDatetime, writeTime } from './iso-text.ts';
import { accessTo, type FieldAccess } from './field-value.ts';
import type { JsonWriter } from './json-writer.ts';
import { raiseJson } from './raise-json.ts';
import { writeRecord } from './write-record.ts';

/** How values are written: `suppressNulls` leaves out the null fields of objects of source, no other nulls. */
export interface Writing {
  readonly writer: JsonWriter;
  readonly suppressNulls: boolean;
  /** The objects and collections around the value, which it must not contain again. */
  readonly around: Set<object>;
}

/** Writes any value as JSON.serialize does: a Date as "2026-11-21", an object as {"b":1,"a":2}. */
export function writeValue(value: unknown, writing: Writing): void {
  const { writer } = writing;
  switch (typeof value) {
    case 'string':
      writer.string(value);
      return;
    case 'number':
    case 'bigint':
    case 'boolean':
      writer.raw(String(value));
      return;
    default:
      if (value === null) {
        writer.raw('null');
      } else {
        writeObject(value as object, writing);
      }
  }
}

function writeObject(value: object, writing: Writing): void {
  const { writer } = writing;
  if (value instanceof ApexDecimal || value instanceof ApexDouble) {
    writer.raw(textOf(value));
    return;
  }
  const text = textOfPrimitive(value);
  if (text !== null) {
    writer.string(text);
    return;
  }
  if (writing.around.has(value)) {
    raiseJson('Direct self-reference leading to cycle');
  }
  writing.around.add(value);
  writeContainer(value, writing);
  writing.around.delete(value);
}

/** The text in quotes that stands for a value, null where the value is of another kind. */
function textOfPrimitive(value: object): string | null {
  if (value instanceof ApexId) {
    return value.value;
  }
  if (value instanceof ApexEnum) {
    return value.name;
  }
  if (value instanceof ApexDate) {
    return writeDate(value);
  }
  if (value instanceof ApexDatetime) {
    return writeDatetime(value);
  }
  if (value instanceof ApexTime) {
    return writeTime(value);
  }
  return value instanceof ApexBlob ? Buffer.from(value.bytes).toString('base64') : null;
}

function writeContainer(value: object, writing: Writing): void {
  if (value instanceof ApexList) {
    writeItems(value.items, writing);
  } else if (value instanceof ApexSet) {
    writeItems(value.items(), writing);
  } else if (value instanceof ApexMap) {
    writeMap(value, writing);
  } else if (value instanceof ApexSObject) {
    writeRecord(value, writing);
  } else if (value instanceof ApexObject && !(value instanceof ApexException)) {
    writeFields(value, writing);
  } else {
    raiseJson(`Apex Type unsupported in JSON: ${displayName(typeOfValue(value))}`);
  }
}

function writeItems(items: readonly unknown[], writing: Writing): void {
  chargeElements(items.length);
  writing.writer.start('[');
  for (const item of items) {
    writeValue(item, writing);
  }
  writing.writer.end();
}

function writeMap(map: ApexMap, writing: Writing): void {
  chargeElements(map.size);
  writing.writer.start('{');
  // The platform writes what was put last first.
  for (const entry of [...map.table.entries.values()].reverse()) {
    writing.writer.name(textOfKey(entry.key));
    writeValue(entry.value, writing);
  }
  writing.writer.end();
}

function textOfKey(key: unknown): string {
  if (typeof key !== 'object' || key === null || key instanceof ApexDecimal || key instanceof ApexDouble) {
    return textOf(key);
  }
  return textOfPrimitive(key) ?? raiseJson(`Apex Type unsupported in JSON: ${displayName(typeOfValue(key))}`);
}

interface Field {
  readonly name: string;
  readonly access: FieldAccess;
}

const fieldsOfPrograms = new WeakMap<object, Map<ApexType, readonly Field[]>>();

/**
 * What is written of the objects of a class: all that is not transient. The platform writes the fields of superclasses
 * first, and those of each class from the last name of the alphabet to the first.
 */
function fieldsOf(type: ApexType): readonly Field[] {
  const running = execution();
  let known = fieldsOfPrograms.get(running);
  if (known === undefined) {
    known = new Map();
    fieldsOfPrograms.set(running, known);
  }
  let fields = known.get(type);
  if (fields === undefined) {
    const info = running.describe(type) ?? raiseJson(`Apex Type unsupported in JSON: ${displayName(type)}`);
    const above = info.superclass === null ? null : running.describe(info.superclass);
    const inherited = above === null ? [] : fieldsOf(above.type);
    const own = info.fields
      .filter((field) => !field.isTransient)
      .map(({ name, key }) => ({ name, access: accessTo(key) }))
      .sort(compareBackwards);
    fields = [...inherited, ...own];
    known.set(type, fields);
  }
  return fields;
}

function compareBackwards(left: Field, right: Field): number {
  return left.name.toLowerCase() > right.name.toLowerCase() ? -1 : 1;
}

function writeFields(object: ApexObject, writing: Writing): void {
  writing.writer.start('{');
  for (const field of fieldsOf(object.$type)) {
    const value = field.access.get(object);
    if (value !== null || !writing.suppressNulls) {
      writing.writer.name(field.name);
      writeValue(value, writing);
    }
  }
  writing.writer.end();
}
