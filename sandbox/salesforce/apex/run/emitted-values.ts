import { ApexList } from '../library/collection/apex-list.ts';
import { ApexSet } from '../library/collection/apex-set.ts';
import { ApexIterator } from '../library/collection/apex-iterator.ts';
import {
  decimalToDouble,
  doubleToDecimal,
  integerToDecimal,
  integerToDouble,
  integerToLong,
  longToDecimal,
  longToDouble,
} from '../library/number/arithmetic.ts';
import type { ApexDecimal } from '../library/number/apex-decimal.ts';
import type { ApexDouble } from '../library/number/apex-double.ts';
import { raise } from '../library/raise.ts';
import { idFromText, readId, type ApexId } from '../library/text/apex-id.ts';
import {
  decimalType,
  displayName,
  doubleType,
  idType,
  integerType,
  listOf,
  longType,
  objectType,
  stringType,
  type ApexType,
} from '../types/apex-type.ts';
import type { ApexEnum } from './apex-enum.ts';
import { execution } from './execution.ts';
import { constantsOf } from './values-of-enums.ts';
import { hashOf, textOf, typeOfValue } from './values.ts';

/** `value instanceof T`: null is no instance of anything. */
export function instanceOf(value: unknown, type: ApexType): boolean {
  if (value === null) {
    return false;
  }
  const own = typeOfValue(value);
  return own === type || execution().isAssignable(own, type) || isAlso(value, own, type);
}

/** A text is an Id where it could be one, as documented; and what is a Decimal or an Id may be used as Double or String. */
function isAlso(value: unknown, own: ApexType, type: ApexType): boolean {
  if (own === stringType && type === idType) {
    return readId(value as string) !== null;
  }
  return (own === decimalType && type === doubleType) || (own === idType && type === stringType);
}

/** The text of an object as if its class had no toString() of its own. */
export function plainText(value: object): string {
  return without(value, 'tostring$', () => textOf(value));
}

export function plainHash(value: object): number {
  return without(value, 'hashcode$', () => hashOf(value));
}

function without<T>(value: object, method: string, action: () => T): T {
  Object.defineProperty(value, method, { value: undefined, configurable: true });
  try {
    return action();
  } finally {
    Reflect.deleteProperty(value, method);
  }
}

/** `(T) value`, where the types do not say that it fits. A number becomes a wider one, as an assignment would make it. */
export function castTo(value: unknown, type: ApexType): unknown {
  if (value === null) {
    return null;
  }
  const own = typeOfValue(value);
  if (own === type || execution().isAssignable(own, type)) {
    return value;
  }
  return widen(value, own, type) ?? raiseConversion(own, type);
}

function raiseConversion(own: ApexType, type: ApexType): never {
  // The platform shows what a collection of Objects was made of as ANY.
  const shown = displayName(own).replace(/\bObject\b/g, 'ANY');
  return raise('System.TypeException', `Invalid conversion from runtime type ${shown} to ${displayName(type)}`);
}

function widen(value: unknown, own: ApexType, type: ApexType): unknown {
  if (own === integerType) {
    return type === longType
      ? integerToLong(value as number)
      : type === doubleType
        ? integerToDouble(value as number)
        : type === decimalType
          ? integerToDecimal(value as number)
          : null;
  }
  if (own === longType) {
    return type === doubleType
      ? longToDouble(value as bigint)
      : type === decimalType
        ? longToDecimal(value as bigint)
        : null;
  }
  if (own === doubleType && type === decimalType) {
    return doubleToDecimal(value as ApexDouble);
  }
  if (own === decimalType && type === doubleType) {
    return decimalToDouble(value as ApexDecimal);
  }
  if (own === idType && type === stringType) {
    return (value as ApexId).value;
  }
  return own === stringType && type === idType ? idFromText(value as string) : null;
}

export function textOfId(id: ApexId | null): string | null {
  return id === null ? null : id.value;
}

/** A List or Set of ids where one of texts is asked, or the other way round. */
export function convertElements(value: ApexList | ApexSet | null, type: ApexType): ApexList | ApexSet | null {
  if (value === null) {
    return null;
  }
  const convert =
    type.args[0] === idType
      ? (each: unknown) => (typeof each === 'string' ? idFromText(each) : each)
      : (each: unknown) => (typeof each === 'object' ? textOfId(each as ApexId | null) : each);
  return value instanceof ApexList
    ? new ApexList(type, value.items.map(convert))
    : ApexSet.from(type, value.items().map(convert));
}

export function newSizedList(type: ApexType, size: number): ApexList {
  return new ApexList(type, new Array(Math.max(0, size)).fill(null));
}

type Method = (...args: unknown[]) => unknown;

/** A method of the platform that a class of source may have replaced. */
export function callOpen(receiver: object, key: string, given: Method, ...args: unknown[]): unknown {
  const own = (receiver as Record<string, Method | undefined>)[key];
  return own === undefined ? given(receiver, ...args) : own.apply(receiver, args);
}

/** What iterator() of any Iterable gives: of a List or Set, of a class of source. */
export function iteratorOf(value: object): unknown {
  const own = (value as { iterator$?: () => unknown }).iterator$;
  if (own !== undefined) {
    return own.call(value);
  }
  if (value instanceof ApexList) {
    return new ApexIterator(value.type.args[0] ?? objectType, value.items.values());
  }
  const set = value as ApexSet;
  return new ApexIterator(set.type.args[0] ?? objectType, set.items().values());
}

/** Season.values() */
export function enumValues(type: ApexType, names: readonly string[]): ApexList {
  return new ApexList(listOf(type), [...constantsOf(type, names)]);
}

/** Season.valueOf('SPRING'): the name in any case. */
export function enumValueOf(type: ApexType, names: readonly string[], name: string | null): ApexEnum {
  const lower = name?.toLowerCase();
  return (
    constantsOf(type, names).find((each) => each.name.toLowerCase() === lower) ??
    raise('System.NoSuchElementException', `No enum constant ${displayName(type)}.${name ?? 'null'}`)
  );
}

/** A property of the platform is set by its function; the value of the assignment is what was given. */
export function setThrough<T>(set: (receiver: unknown, value: T) => unknown, receiver: unknown, value: T): T {
  set(receiver, value);
  return value;
}

export function setStaticThrough<T>(set: (value: T) => unknown, value: T): T {
  set(value);
  return value;
}
