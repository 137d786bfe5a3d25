import { listOf, objectType, stringType, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { ApexMap } from '../collection/apex-map.ts';
import { readDecimal } from '../number/read-number.ts';
import type { JsonReader } from './json-reader.ts';
import { raiseJson } from './raise-json.ts';

const mapOfObjects = typeOf('System.Map', [stringType, objectType]);
const listOfObjects = listOf(objectType);

/**
 * What JSON.deserializeUntyped makes of the value whose first token a reader stands on: Map<String, Object>, List<Object>,
 * and numbers by how they are written: 5 is an Integer, 5000000000 a Long, 5.0 a Decimal.
 */
export function readUntyped(reader: JsonReader): unknown {
  switch (reader.token) {
    case '{': {
      const map = new ApexMap(mapOfObjects);
      while (reader.next() === 'name') {
        const key = reader.text;
        reader.next();
        map.put(key, readUntyped(reader));
      }
      return map;
    }
    case '[': {
      const items: unknown[] = [];
      while (reader.next() !== ']') {
        items.push(readUntyped(reader));
      }
      return new ApexList(listOfObjects, items);
    }
    case 'string':
      return reader.text;
    case 'integer':
      return readWholeByShape(reader);
    case 'float':
      return readDecimal(reader.text) ?? refuse(reader);
    default:
      return reader.text === 'null' ? null : reader.text === 'true';
  }
}

function readWholeByShape(reader: JsonReader): unknown {
  const { text } = reader;
  // Up to 15 digits a JavaScript number is exact.
  if (text.length <= 15) {
    const value = Number(text);
    return value === (value | 0) ? value | 0 : BigInt(text);
  }
  const value = BigInt(text);
  return BigInt.asIntN(64, value) === value ? value : refuse(reader);
}

/** Whole numbers beyond 64 bits and exponents beyond those of a Decimal. */
function refuse(reader: JsonReader): never {
  return raiseJson(`For input string: "${reader.text}"${reader.placeOf(reader.at)}`);
}
