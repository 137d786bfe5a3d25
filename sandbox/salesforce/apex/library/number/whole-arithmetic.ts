import { raise } from '../raise.ts';

/** Keeps the low 64 bits: wrapLong(2n ** 63n) → -(2n ** 63n). */
export function wrapLong(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** Truncates towards zero: divideInteger(-7, 2) → -3. */
export function divideInteger(left: number, right: number): number {
  if (right === 0) {
    return raise('System.MathException', 'Divide by 0');
  }
  return (left / right) | 0;
}

/** Truncates towards zero: divideLong(-7n, 2n) → -3n. */
export function divideLong(left: bigint, right: bigint): bigint {
  if (right === 0n) {
    return raise('System.MathException', 'Divide by 0');
  }
  return wrapLong(left / right);
}
