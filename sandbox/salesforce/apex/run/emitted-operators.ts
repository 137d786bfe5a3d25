import { compareDecimal, compareDouble } from '../library/number/arithmetic.ts';
import type { ApexDecimal } from '../library/number/apex-decimal.ts';
import type { ApexDouble } from '../library/number/apex-double.ts';
import { ApexId, readId } from '../library/text/apex-id.ts';
import { compareOf } from './values.ts';

type Whole = number | bigint | null;

// It needs no receiver; a wrapper would cost every operation on Longs a call.
// eslint-disable-next-line @typescript-eslint/unbound-method
export const asIntN = BigInt.asIntN;

// As documented, an order is false where one side is null.

export function isBelow(left: Whole, right: Whole): boolean {
  return left !== null && right !== null && left < right;
}

export function isAtMost(left: Whole, right: Whole): boolean {
  return left !== null && right !== null && left <= right;
}

export function isAbove(left: Whole, right: Whole): boolean {
  return left !== null && right !== null && left > right;
}

export function isAtLeast(left: Whole, right: Whole): boolean {
  return left !== null && right !== null && left >= right;
}

/** Below, at or above 0; NaN, which is none of them, where one side is null. */
export function orderDecimals(left: ApexDecimal | null, right: ApexDecimal | null): number {
  return left === null || right === null ? NaN : compareDecimal(left, right);
}

export function orderDoubles(left: ApexDouble | null, right: ApexDouble | null): number {
  return left === null || right === null ? NaN : compareDouble(left, right);
}

export function sameDecimal(left: ApexDecimal | null, right: ApexDecimal | null): boolean {
  return left === right || (left !== null && right !== null && compareDecimal(left, right) === 0);
}

/** NaN is not even equal to itself. */
export function sameDouble(left: ApexDouble | null, right: ApexDouble | null): boolean {
  return left === null || right === null ? left === right : left.value === right.value;
}

/** Dates, Datetimes, Times and enum constants: NaN where one side is null. */
export function compareMoments(left: unknown, right: unknown): number {
  return left === null || right === null ? NaN : compareOf(left, right);
}

/** `<` on texts ignores case; one that is there is above one that is null. */
export function compareTextsWithoutCase(left: string | null, right: string | null): number {
  if (left === null || right === null) {
    return Number(left !== null) - Number(right !== null);
  }
  const one = left.toLowerCase();
  const other = right.toLowerCase();
  return one === other ? 0 : one < other ? -1 : 1;
}

/** `==` on texts ignores case. */
export function sameText(left: string | null, right: string | null): boolean {
  return (
    left === right ||
    (left !== null && right !== null && left.length === right.length && left.toLowerCase() === right.toLowerCase())
  );
}

/** An Id and a text: the text may have 15 characters. */
export function sameId(left: ApexId | string | null, right: ApexId | string | null): boolean {
  if (left === null || right === null) {
    return left === right;
  }
  const texts = [left, right].map((each) => (each instanceof ApexId ? each.value : (readId(each) ?? each)));
  return texts[0] === texts[1];
}

export function shiftLongLeft(value: bigint, count: number): bigint {
  return BigInt.asIntN(64, value << BigInt(count & 63));
}

export function shiftLongRight(value: bigint, count: number): bigint {
  return value >> BigInt(count & 63);
}

export function shiftLongUnsigned(value: bigint, count: number): bigint {
  return BigInt.asIntN(64, BigInt.asUintN(64, value) >> BigInt(count & 63));
}
