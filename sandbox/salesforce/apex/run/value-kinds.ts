import { ApexList } from '../library/collection/apex-list.ts';
import { ApexMap } from '../library/collection/apex-map.ts';
import { ApexSet } from '../library/collection/apex-set.ts';
import { ApexDecimal } from '../library/number/apex-decimal.ts';
import { ApexDouble } from '../library/number/apex-double.ts';
import { compareDecimal } from '../library/number/decimal-arithmetic.ts';
import { printDecimal, printDouble } from '../library/number/print-number.ts';
import { ApexSObject } from '../library/record/apex-sobject.ts';
import { ApexTypeToken } from '../library/system/apex-type-token.ts';
import { ApexBlob } from '../library/text/apex-blob.ts';
import { ApexId } from '../library/text/apex-id.ts';
import { ApexDate } from '../library/time/apex-date.ts';
import { ApexDatetime } from '../library/time/apex-datetime.ts';
import { ApexTimeZone } from '../library/time/apex-time-zone.ts';
import { ApexTime } from '../library/time/apex-time.ts';
import { printDatetimeGmt, printDateWithMidnight, printTime } from '../library/time/print-time.ts';
import {
  blobType,
  dateType,
  datetimeType,
  decimalType,
  displayName,
  doubleType,
  idType,
  timeType,
  typeOf,
} from '../types/apex-type.ts';
import { ApexEnum } from './apex-enum.ts';
import { listKind, mapKind, setKind } from './values-of-collections.ts';
import { recordKind } from './values-of-records.ts';
import type { ValueKind } from './value-kind.ts';
import { hashOfDouble, hashOfLong, hashOfText } from './values-hash.ts';
import { compareTexts } from './values-order.ts';

const decimalKind: ValueKind<ApexDecimal> = {
  type: () => decimalType,
  text: printDecimal,
  equals: (left, right) => left.scale === right.scale && left.unscaled === right.unscaled,
  hash: (value) => (Math.imul(31, hashOfLong(BigInt.asIntN(64, value.unscaled))) + value.scale) | 0,
  compare: compareDecimal,
};

/** Java's order and equality of Double objects: NaN is equal to itself and above all others. */
const doubleKind: ValueKind<ApexDouble> = {
  type: () => doubleType,
  text: printDouble,
  equals: (left, right) => Object.is(left.value, right.value),
  hash: (value) => hashOfDouble(value.value),
  compare: (left, right) => {
    if (Number.isNaN(left.value) || Number.isNaN(right.value)) {
      return Number(Number.isNaN(left.value)) - Number(Number.isNaN(right.value));
    }
    return Math.sign(left.value - right.value);
  },
};

const idKind: ValueKind<ApexId> = {
  type: () => idType,
  text: (value) => value.value,
  equals: (left, right) => left.value === right.value,
  hash: (value) => hashOfText(value.value),
  compare: (left, right) => compareTexts(left.value, right.value),
};

const blobKind: ValueKind<ApexBlob> = {
  type: () => blobType,
  text: (value) => `Blob[${String(value.bytes.length)}]`,
  equals: (left, right) => Buffer.compare(left.bytes, right.bytes) === 0,
  hash: (value) => value.bytes.reduce((hash, byte) => (Math.imul(31, hash) + byte) | 0, 1),
};

const enumKind: ValueKind<ApexEnum> = {
  type: (value) => value.$type,
  text: (value) => value.name,
  equals: (left, right) => left === right,
  hash: (value) => hashOfText(value.name),
  compare: (left, right) => left.ordinal - right.ordinal,
};

const dateKind: ValueKind<ApexDate> = {
  type: () => dateType,
  text: (value) => printDateWithMidnight(value),
  equals: (left, right) => left.days === right.days,
  hash: (value) => value.days,
  compare: (left, right) => left.days - right.days,
};

const datetimeKind: ValueKind<ApexDatetime> = {
  type: () => datetimeType,
  text: (value) => printDatetimeGmt(value),
  equals: (left, right) => left.milliseconds === right.milliseconds,
  hash: (value) => hashOfLong(BigInt(value.milliseconds)),
  compare: (left, right) => Math.sign(left.milliseconds - right.milliseconds),
};

const timeKind: ValueKind<ApexTime> = {
  type: () => timeType,
  text: (value) => printTime(value),
  equals: (left, right) => left.milliseconds === right.milliseconds,
  hash: (value) => value.milliseconds,
  compare: (left, right) => left.milliseconds - right.milliseconds,
};

const typeOfTimeZones = typeOf('System.TimeZone');

const timeZoneKind: ValueKind<ApexTimeZone> = {
  type: () => typeOfTimeZones,
  text: (value) => value.id,
  equals: (left, right) => left.id === right.id,
  hash: (value) => hashOfText(value.id),
};

const typeOfTypes = typeOf('System.Type');

const typeTokenKind: ValueKind<ApexTypeToken> = {
  type: () => typeOfTypes,
  text: (token) => displayName(token.type),
  equals: (left, right) => left.type === right.type,
  hash: (token) => hashOfText(token.type.key),
};

let kinds: ReadonlyMap<unknown, ValueKind<never>> | null = null;

/** Made at first use: the collections themselves need equality, so their modules and this one import each other. */
function allKinds(): ReadonlyMap<unknown, ValueKind<never>> {
  return new Map<unknown, ValueKind<never>>([
    [ApexDecimal, decimalKind],
    [ApexDouble, doubleKind],
    [ApexId, idKind],
    [ApexBlob, blobKind],
    [ApexDate, dateKind],
    [ApexDatetime, datetimeKind],
    [ApexTime, timeKind],
    [ApexTimeZone, timeZoneKind],
    [ApexEnum, enumKind],
    [ApexList, listKind],
    [ApexSet, setKind],
    [ApexMap, mapKind],
    [ApexSObject, recordKind],
    [ApexTypeToken, typeTokenKind],
  ]);
}

/** The kind of a value that is an object; undefined for objects of source and others that are compared by identity. */
export function kindOf(value: object): ValueKind<object> | undefined {
  kinds ??= allKinds();
  return kinds.get(value.constructor);
}
