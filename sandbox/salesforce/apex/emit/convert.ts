import { readDecimalLiteral, readDoubleLiteral } from '../library/number/arithmetic.ts';
import type { Place } from '../syntax/nodes.ts';
import {
  dateType,
  datetimeType,
  decimalType,
  displayName,
  doubleType,
  idType,
  integerType,
  longType,
  nullType,
  objectType,
  stringType,
  voidType,
  type ApexType,
} from '../types/apex-type.ts';
import { isAssignable, isCastable, isNumeric, isOneOfRows, isRecord, unknownType } from '../types/conversions.ts';
import { emitUnsupported, report, type Emission } from './emission.ts';
import { codes } from './problem.ts';
import { typed, type Typed } from './typed.ts';

/** The function of library/number/arithmetic.ts that makes a number of one type into one of the other. */
const numberConversions = new Map<ApexType, ReadonlyMap<ApexType, string>>([
  [
    integerType,
    new Map([
      [longType, 'integerToLong'],
      [doubleType, 'integerToDouble'],
      [decimalType, 'integerToDecimal'],
    ]),
  ],
  [
    longType,
    new Map([
      [integerType, 'longToInteger'],
      [doubleType, 'longToDouble'],
      [decimalType, 'longToDecimal'],
    ]),
  ],
  [
    doubleType,
    new Map([
      [integerType, 'doubleToInteger'],
      [longType, 'doubleToLong'],
      [decimalType, 'doubleToDecimal'],
    ]),
  ],
  [
    decimalType,
    new Map([
      [integerType, 'decimalToInteger'],
      [longType, 'decimalToLong'],
      [doubleType, 'decimalToDouble'],
    ]),
  ],
]);

/** A number in the representation of another number's type. */
export function convertNumber(at: Emission, value: Typed, to: ApexType): string {
  if (value.type === to) {
    return value.code;
  }
  if (value.type === integerType && to === longType) {
    if (value.digits !== undefined) {
      return `${value.digits}n`;
    }
    if (value.isNeverNull) {
      return `BigInt(${value.code})`;
    }
  }
  if (value.digits !== undefined && (to === decimalType || to === doubleType)) {
    return at.file.constant(to === decimalType ? readDecimalLiteral(value.digits) : readDoubleLiteral(value.digits));
  }
  const name = numberConversions.get(value.type)?.get(to);
  return name === undefined ? value.code : `${at.file.helper(name)}(${value.code})`;
}

/** A value as a variable of another type holds it; the types must be assignable. */
export function convertCode(at: Emission, value: Typed, to: ApexType): string {
  const from = value.type;
  if (from === to || from === nullType || from === unknownType || to === unknownType || to === objectType) {
    return value.code;
  }
  if (isNumeric(from) && isNumeric(to)) {
    return convertNumber(at, value, to);
  }
  if (from === idType && to === stringType) {
    return `${at.file.helper('textOfId')}(${value.code})`;
  }
  if (from === stringType && to === idType) {
    return `${at.file.helper('idFromText')}(${value.code})`;
  }
  if (from === dateType && to === datetimeType) {
    return `${at.file.helper('dateToDatetime')}(${value.code})`;
  }
  if (isOneOfRows(at.world, from, to)) {
    return `${at.file.helper('onlyRow')}(${value.code})`;
  }
  const [one] = from.args;
  const [other] = to.args;
  if (from.name === to.name && ((one === idType && other === stringType) || (one === stringType && other === idType))) {
    return `${at.file.helper('convertElements')}(${value.code},${at.file.constant(to)})`;
  }
  return value.code;
}

/** What an assignment, an argument or a return does: a problem where the types do not fit. */
export function assignTo(at: Emission, value: Typed, to: ApexType, place: Place): string {
  if (value.type === voidType || !isAssignable(at.world, value.type, to)) {
    return report(
      at,
      codes.assignment,
      place,
      `Illegal assignment from ${displayName(value.type)} to ${displayName(to)}`,
    ).code;
  }
  return convertCode(at, value, to);
}

/** `(T) value`: checked when it runs unless the types say that it always fits. */
export function emitCast(at: Emission, value: Typed, to: ApexType, place: Place): Typed {
  const from = value.type;
  if (from === unknownType || to === unknownType) {
    return typed(value.code, to);
  }
  if (!isCastable(at.world, from, to)) {
    return report(
      at,
      codes.conversion,
      place,
      `Incompatible types since an instance of ${displayName(from)} is never an instance of ${displayName(to)}`,
    );
  }
  if (isNumeric(from) && isNumeric(to)) {
    return typed(convertNumber(at, value, to), to, value.isNeverNull);
  }
  if (from === nullType || at.world.isSubtype(from, to)) {
    return typed(value.code, to, value.isNeverNull);
  }
  if (isAssignable(at.world, from, to) && !isRecord(from) && from.args.length === 0) {
    return typed(convertCode(at, value, to), to, value.isNeverNull);
  }
  if (to.name === 'System.Iterable' && from !== objectType) {
    return typed(value.code, to);
  }
  if (from === voidType) {
    return emitUnsupported(at, 'a cast of nothing', place, to);
  }
  return typed(`${at.file.helper('castTo')}(${value.code},${at.file.constant(to)})`, to);
}
