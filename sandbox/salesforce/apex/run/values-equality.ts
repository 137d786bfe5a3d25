import { ApexId } from '../library/text/apex-id.ts';
import { readId } from '../library/text/apex-id.ts';
import { ApexEnum } from './apex-enum.ts';
import { ApexObject } from './apex-object.ts';
import { kindOf } from './value-kinds.ts';
import { hashOfBoolean, hashOfLong, hashOfText } from './values-hash.ts';
import { compareNumbers, isNumber } from './values-of-numbers.ts';

/** What a class of source may declare; the names are those of mangle(). */
type WithEquality = { equals$object?: (other: unknown) => boolean | null; hashcode$?: () => number };

/** What collections use: equalsOf('a', 'A') → false, equalsOf([1, 2], [1, 2]) → true for Lists. */
export function equalsOf(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  if (left === null || right === null) {
    return false;
  }
  if (typeof left !== 'object') {
    return right instanceof ApexId && left === right.value;
  }
  if (left instanceof ApexObject) {
    return (left as WithEquality).equals$object?.(right) === true;
  }
  if (typeof right !== 'object') {
    return left instanceof ApexId && left.value === right;
  }
  return left.constructor === right.constructor && (kindOf(left)?.equals(left, right) ?? false);
}

/** The operator `==`: looseEquals('a', 'A') → true, looseEquals(1.0, 1.00) → true, an Id equals its 15 characters. */
export function looseEquals(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') {
    return left === right || (left.length === right.length && left.toLowerCase() === right.toLowerCase());
  }
  return sameValue(left, right);
}

/** As assertions compare: like `==`, but texts by case. sameValue(1, 1.0) → true, sameValue('a', 'A') → false. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  if (left === null || right === null) {
    return false;
  }
  if (isNumber(left) && isNumber(right)) {
    return compareNumbers(left, right) === 0;
  }
  if (left instanceof ApexId && typeof right === 'string') {
    return left.value === readId(right);
  }
  if (right instanceof ApexId && typeof left === 'string') {
    return right.value === readId(left);
  }
  return equalsOf(left, right);
}

/** What System.hashCode and the keys of sets and maps use, as Java counts: hashOf('ab') → 3105, hashOf(null) → 0. */
export function hashOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return hashOfText(value);
    case 'number':
      return value;
    case 'bigint':
      return hashOfLong(value);
    case 'boolean':
      return hashOfBoolean(value);
    default:
      return value === null ? 0 : hashOfObject(value as object);
  }
}

const identityHashes = new WeakMap<object, number>();
let lastIdentityHash = 0;

function hashOfObject(value: object): number {
  const own = (value as WithEquality).hashcode$;
  if (value instanceof ApexObject && own !== undefined) {
    return own.call(value);
  }
  const kind = kindOf(value);
  if (kind !== undefined) {
    return kind.hash(value);
  }
  let hash = identityHashes.get(value);
  if (hash === undefined) {
    // Spread over 32 bits, so that an order by hash is not the order of creation.
    lastIdentityHash = (lastIdentityHash + 0x9e3779b1) | 0;
    hash = lastIdentityHash & 0x7fffffff;
    identityHashes.set(value, hash);
  }
  return hash;
}

/** Whether an object is equal only to itself, so that a collection need not ask for its hash. */
export function isComparedByIdentity(value: object): boolean {
  if (value instanceof ApexObject) {
    return (value as WithEquality).hashcode$ === undefined;
  }
  return value instanceof ApexEnum || kindOf(value) === undefined;
}
