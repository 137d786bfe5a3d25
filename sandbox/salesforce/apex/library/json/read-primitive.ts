import {
  blobType,
  booleanType,
  dateType,
  datetimeType,
  decimalType,
  doubleType,
  idType,
  integerType,
  longType,
  stringType,
  timeType,
  type ApexType,
} from '../../types/apex-type.ts';
import { readDecimal, readDouble, readWhole } from '../number/read-number.ts';
import { ApexBlob } from '../text/apex-blob.ts';
import { idFromText } from '../text/apex-id.ts';
import { readDate, readDatetime, readTime } from './iso-text.ts';
import type { JsonReader } from './json-reader.ts';
import { raiseJson } from './raise-json.ts';

/** Makes a value of the text of a string, number or Boolean; the reader says where that stands. */
export type ReadPrimitive = (text: string, reader: JsonReader) => unknown;

/** The platform takes "12" in quotes for a number and 12 for a String, so only the text matters. */
const readers = new Map<ApexType, ReadPrimitive>([
  [stringType, (text) => text],
  [idType, (text) => idFromText(text)],
  [integerType, readInteger],
  [longType, (text, reader) => readWhole(text, -(2n ** 63n), 2n ** 63n - 1n) ?? refuseNumber(text, reader)],
  [doubleType, (text, reader) => readDouble(text) ?? refuseNumber(text, reader)],
  [decimalType, (text, reader) => readDecimal(text) ?? refuseNumber(text, reader)],
  [booleanType, readBoolean],
  [dateType, (text, reader) => readDate(text) ?? refuseFormat(text, reader)],
  [datetimeType, (text, reader) => readDatetime(text) ?? refuseFormat(text, reader)],
  [timeType, (text, reader) => readTime(text) ?? refuseFormat(text, reader)],
  [blobType, (text) => new ApexBlob(Buffer.from(text, 'base64'))],
]);

/** How values of a primitive type are read; null for any other type. */
export function findPrimitive(type: ApexType): ReadPrimitive | null {
  return readers.get(type) ?? null;
}

function readInteger(text: string, reader: JsonReader): number {
  if (reader.token === 'integer' && text.length < 10) {
    return Number(text) | 0;
  }
  const value = readWhole(text, -(2n ** 31n), 2n ** 31n - 1n);
  return value === null ? refuseNumber(text, reader) : Number(value);
}

function readBoolean(text: string, reader: JsonReader): boolean {
  switch (text.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    default:
      return raiseJson(`Illegal value for boolean: ${text}${reader.placeOf(reader.at)}`);
  }
}

function refuseNumber(text: string, reader: JsonReader): never {
  return raiseJson(`For input string: "${text}"${reader.placeOf(reader.at)}`);
}

function refuseFormat(text: string, reader: JsonReader): never {
  return raiseJson(`Invalid format: "${text}"${reader.placeOf(reader.at)}`);
}
