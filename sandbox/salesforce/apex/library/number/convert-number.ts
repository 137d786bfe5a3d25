import { raise } from '../raise.ts';
import { ApexDecimal } from './apex-decimal.ts';
import { ApexDouble } from './apex-double.ts';
import { digitsOf } from './powers-of-ten.ts';
import { printDouble } from './print-number.ts';
import { readDecimal } from './read-number.ts';
import { roundToWhole } from './round-decimal.ts';

/** integerToLong(7) → 7n; every conversion here makes null of null. */
export function integerToLong(value: number): bigint;
export function integerToLong(value: number | null): bigint | null;
export function integerToLong(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}

/** integerToDouble(7) → 7.0. */
export function integerToDouble(value: number): ApexDouble;
export function integerToDouble(value: number | null): ApexDouble | null;
export function integerToDouble(value: number | null): ApexDouble | null {
  return value === null ? null : new ApexDouble(value);
}

/** integerToDecimal(7) → 7, with no places. */
export function integerToDecimal(value: number): ApexDecimal;
export function integerToDecimal(value: number | null): ApexDecimal | null;
export function integerToDecimal(value: number | null): ApexDecimal | null {
  return value === null ? null : new ApexDecimal(BigInt(value), 0);
}

/** The nearest Double: longToDouble(7n) → 7.0. */
export function longToDouble(value: bigint): ApexDouble;
export function longToDouble(value: bigint | null): ApexDouble | null;
export function longToDouble(value: bigint | null): ApexDouble | null {
  return value === null ? null : new ApexDouble(Number(value));
}

/** longToDecimal(7n) → 7, with no places. */
export function longToDecimal(value: bigint): ApexDecimal;
export function longToDecimal(value: bigint | null): ApexDecimal | null;
export function longToDecimal(value: bigint | null): ApexDecimal | null {
  return value === null ? null : new ApexDecimal(value, 0);
}

/** By way of its text, which gives the scale: doubleToDecimal(3) → 3.0. A Decimal has no NaN and no infinity. */
export function doubleToDecimal(value: ApexDouble): ApexDecimal;
export function doubleToDecimal(value: ApexDouble | null): ApexDecimal | null;
export function doubleToDecimal(value: ApexDouble | null): ApexDecimal | null {
  if (value === null) {
    return null;
  }
  return readDecimal(printDouble(value)) ?? raise('System.MathException', 'Infinite or NaN');
}

/** The nearest Double: decimalToDouble(1.50) → 1.5. */
export function decimalToDouble(value: ApexDecimal): ApexDouble;
export function decimalToDouble(value: ApexDecimal | null): ApexDouble | null;
export function decimalToDouble(value: ApexDecimal | null): ApexDouble | null {
  if (value === null) {
    return null;
  }
  const size = Number(`${digitsOf(value.unscaled)}e${-value.scale}`);
  return new ApexDouble(value.unscaled < 0n ? -size : size);
}

/** Drops the fraction and keeps the low 32 bits: decimalToInteger(-1.9) → -1. */
export function decimalToInteger(value: ApexDecimal): number;
export function decimalToInteger(value: ApexDecimal | null): number | null;
export function decimalToInteger(value: ApexDecimal | null): number | null {
  return value === null ? null : Number(BigInt.asIntN(32, roundToWhole(value, 'DOWN')));
}

/** Drops the fraction and keeps the low 64 bits: decimalToLong(-1.9) → -1n. */
export function decimalToLong(value: ApexDecimal): bigint;
export function decimalToLong(value: ApexDecimal | null): bigint | null;
export function decimalToLong(value: ApexDecimal | null): bigint | null {
  return value === null ? null : BigInt.asIntN(64, roundToWhole(value, 'DOWN'));
}

/** Keeps the low 32 bits: longToInteger(4294967297n) → 1. */
export function longToInteger(value: bigint): number;
export function longToInteger(value: bigint | null): number | null;
export function longToInteger(value: bigint | null): number | null {
  return value === null ? null : Number(BigInt.asIntN(32, value));
}

const leastInteger = -2147483648;
const mostInteger = 2147483647;

/** Drops the fraction; what is too large becomes the largest, as in Java: doubleToInteger(1e10) → 2147483647. */
export function doubleToInteger(value: ApexDouble): number;
export function doubleToInteger(value: ApexDouble | null): number | null;
export function doubleToInteger(value: ApexDouble | null): number | null {
  if (value === null) {
    return null;
  }
  return Number.isNaN(value.value) ? 0 : Math.max(leastInteger, Math.min(mostInteger, value.value)) | 0;
}

const leastLong = -(2n ** 63n);
const mostLong = 2n ** 63n - 1n;

/** Drops the fraction; what is too large becomes the largest, as in Java: doubleToLong(-1.9) → -1n. */
export function doubleToLong(value: ApexDouble): bigint;
export function doubleToLong(value: ApexDouble | null): bigint | null;
export function doubleToLong(value: ApexDouble | null): bigint | null {
  if (value === null) {
    return null;
  }
  if (!Number.isFinite(value.value)) {
    return Number.isNaN(value.value) ? 0n : value.value > 0 ? mostLong : leastLong;
  }
  const whole = BigInt(Math.trunc(value.value));
  return whole > mostLong ? mostLong : whole < leastLong ? leastLong : whole;
}
