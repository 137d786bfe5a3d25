import { raise } from '../library/raise.ts';
import { ApexId } from '../library/text/apex-id.ts';
import { ApexObject } from './apex-object.ts';
import { kindOf } from './value-kinds.ts';
import { compareNumbers, isNumber } from './values-of-numbers.ts';

/** What a class that implements Comparable has; the name is that of mangle(). */
type WithOrder = { compareto$object?: (other: unknown) => number };

/** By code units, as String.compareTo: compareTexts('B', 'a') → -1. */
export function compareTexts(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

/** The natural order that List.sort uses; null comes first: compareOf(1, 2) → -1. Refuses values without an order. */
export function compareOf(left: unknown, right: unknown): number {
  if (left === null || right === null) {
    return Number(left !== null) - Number(right !== null);
  }
  if (typeof left === 'string' && typeof right === 'string') {
    return compareTexts(left, right);
  }
  if (isNumber(left) && isNumber(right)) {
    return Math.sign(compareSameNumbers(left, right));
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') {
    return Number(left) - Number(right);
  }
  if (left instanceof ApexObject) {
    const own = left as WithOrder;
    return own.compareto$object === undefined ? raiseNotComparable() : own.compareto$object(right);
  }
  if (typeof left === 'object' && typeof right === 'object' && left.constructor === right.constructor) {
    return kindOf(left)?.compare?.(left, right) ?? raiseNotComparable();
  }
  if ((left instanceof ApexId || typeof left === 'string') && (right instanceof ApexId || typeof right === 'string')) {
    return compareTexts(String(left), String(right));
  }
  return raiseNotComparable();
}

/** Two Doubles have an order even where one is no number: the order of Java's Double objects. */
function compareSameNumbers(...[left, right]: Parameters<typeof compareNumbers>): number {
  return typeof left === 'object' && left.constructor === right.constructor
    ? (kindOf(left)?.compare?.(left, right as object) ?? 0)
    : compareNumbers(left, right);
}

function raiseNotComparable(): never {
  return raise('System.ListException', 'One or more of the items in this list is not Comparable.');
}
