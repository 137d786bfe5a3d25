import { Unsupported } from '../../run/apex-object.ts';
import { execution, type SourceTypeInfo } from '../../run/execution.ts';
import { madeObject } from '../../run/meter.ts';
import { displayName, objectType, sObjectType, type ApexType } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { ApexMap } from '../collection/apex-map.ts';
import { ApexSet } from '../collection/apex-set.ts';
import { objectNameOf } from '../record/apex-sobject.ts';
import type { JsonReader } from './json-reader.ts';
import { accessTo, type FieldAccess } from './field-value.ts';
import { raiseJson } from './raise-json.ts';
import { findEnumConstant } from './enum-constant.ts';
import { findPrimitive, type ReadPrimitive } from './read-primitive.ts';
import { readRecord } from './read-record.ts';

/** How a reading treats what the type does not have: `isStrict` refuses it. */
export interface Reading {
  readonly reader: JsonReader;
  readonly isStrict: boolean;
}

/** Reads the value whose first token the reader stands on, and leaves it on the last one. */
export type ReadValue = (reading: Reading) => unknown;

const plans = new WeakMap<object, Map<ApexType, ReadValue>>();

/**
 * How values of a type are read: findReading(listOf(integerType)) makes a List<Integer> of [1, 2]. It is made once for each type of a program: reading a list of a thousand objects asks for
 * the fields of their class once.
 */
export function findReading(type: ApexType): ReadValue {
  const running = execution();
  let known = plans.get(running);
  if (known === undefined) {
    known = new Map();
    plans.set(running, known);
  }
  let plan = known.get(type);
  if (plan === undefined) {
    plan = orNull(makeReading(type));
    known.set(type, plan);
  }
  return plan;
}

function orNull(read: ReadValue): ReadValue {
  return (reading) => (reading.reader.token === 'word' && reading.reader.text === 'null' ? null : read(reading));
}

function makeReading(type: ApexType): ReadValue {
  const primitive = findPrimitive(type);
  if (primitive !== null) {
    return ({ reader }) => readPrimitive(reader, primitive);
  }
  const [first = objectType, second = objectType] = type.args;
  switch (type.name) {
    case 'System.List':
    case 'System.Iterable':
      return readingOfList(type, first);
    case 'System.Set':
      return readingOfSet(type, first);
    case 'System.Map':
      return readingOfMap(type, first, second);
    case 'System.Object':
      return () => raiseJson('Apex Type unsupported in JSON: Object');
  }
  if (type === sObjectType || objectNameOf(type) !== null) {
    return (reading) => readRecord(reading, type);
  }
  const info = execution().describe(type);
  if (info === null) {
    throw new Unsupported(`JSON.deserialize into ${displayName(type)}`, 'library/json');
  }
  if (info.kind === 'interface') {
    return () => raiseJson(`Apex Type unsupported in JSON: ${displayName(type)}`);
  }
  return info.kind === 'enum' ? readingOfEnum(info) : readingOfObject(info);
}

function readPrimitive(reader: JsonReader, read: ReadPrimitive): unknown {
  if (reader.token === '{' || reader.token === '[') {
    return raiseJson('Illegal value for primitive');
  }
  return read(reader.text, reader);
}

/** How parts are read is looked up when the first one comes: a class may contain itself. */
function laterReading(type: ApexType): ReadValue {
  let read: ReadValue | null = null;
  return (reading) => {
    read ??= findReading(type);
    return read(reading);
  };
}

function readItems(reading: Reading, read: ReadValue): unknown[] {
  const { reader } = reading;
  if (reader.token !== '[') {
    return raiseJson("Malformed JSON: Expected '[' at the beginning of List/Set");
  }
  const items: unknown[] = [];
  while (reader.next() !== ']') {
    items.push(read(reading));
  }
  return items;
}

function readingOfList(type: ApexType, element: ApexType): ReadValue {
  const read = laterReading(element);
  return (reading) => new ApexList(type, readItems(reading, read));
}

function readingOfSet(type: ApexType, element: ApexType): ReadValue {
  const read = laterReading(element);
  return (reading) => ApexSet.from(type, readItems(reading, read));
}

function readingOfMap(type: ApexType, keyType: ApexType, valueType: ApexType): ReadValue {
  const read = laterReading(valueType);
  const readKey = findKeyReading(keyType);
  return (reading) => {
    const { reader } = reading;
    checkObject(reader);
    const map = new ApexMap(type);
    while (reader.next() === 'name') {
      const key = readKey(reader.text, reader);
      reader.next();
      map.put(key, read(reading));
    }
    return map;
  };
}

function findKeyReading(type: ApexType): ReadPrimitive {
  const primitive = findPrimitive(type);
  if (primitive !== null) {
    return primitive;
  }
  const info = execution().describe(type);
  return info?.kind === 'enum'
    ? (text, reader) => findEnumConstant(info, text, reader)
    : () => raiseJson(`Apex Type unsupported in JSON: ${displayName(type)}`);
}

function checkObject(reader: JsonReader): void {
  if (reader.token !== '{') {
    raiseJson("Malformed JSON: Expected '{' at the beginning of object");
  }
}

function readingOfEnum(info: SourceTypeInfo): ReadValue {
  return ({ reader }) => readPrimitive(reader, (text) => findEnumConstant(info, text, reader));
}

interface FieldReading {
  readonly access: FieldAccess;
  readonly read: ReadValue;
}

function readingOfObject(info: SourceTypeInfo): ReadValue {
  const fields = new Map<string, FieldReading>();
  for (let level: SourceTypeInfo | null = info; level !== null;) {
    for (const field of level.fields) {
      const name = field.name.toLowerCase();
      if (!field.isTransient && !fields.has(name)) {
        fields.set(name, { access: accessTo(field.key), read: laterReading(field.type) });
      }
    }
    level = level.superclass === null ? null : execution().describe(level.superclass);
  }
  // Names come in the same case again and again, so that each case is looked up once.
  const byWrittenName = new Map<string, FieldReading | null>();
  const find = (written: string): FieldReading | null => {
    let found = byWrittenName.get(written);
    if (found === undefined) {
      found = fields.get(written.toLowerCase()) ?? null;
      byWrittenName.set(written, found);
    }
    return found;
  };
  const type = info.type;
  return (reading) => {
    const { reader } = reading;
    checkObject(reader);
    const object = execution().allocate(type);
    madeObject(fields.size);
    while (reader.next() === 'name') {
      const written = reader.text;
      const field = find(written);
      reader.next();
      if (field !== null) {
        field.access.set(object, field.read(reading));
      } else if (reading.isStrict) {
        raiseJson(`Unknown field: ${displayName(type)}.${written}`);
      } else {
        reader.skipValue();
      }
    }
    return object;
  };
}
