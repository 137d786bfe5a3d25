import { ApexDecimal } from '../library/number/apex-decimal.ts';
import { ApexDouble } from '../library/number/apex-double.ts';
import {
  decimalToDouble,
  doubleToDecimal,
  integerToDecimal,
  integerToDouble,
  longToDecimal,
  longToDouble,
} from '../library/number/convert-number.ts';
import { compareDecimal } from '../library/number/decimal-arithmetic.ts';

/** Any number of Apex: Integer, Long, Double, Decimal. */
export type ApexNumber = number | bigint | ApexDouble | ApexDecimal;

export function isNumber(value: unknown): value is ApexNumber {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof ApexDouble ||
    value instanceof ApexDecimal
  );
}

/** By value, whatever their types: compareNumbers(1, 1.0) → 0. NaN where one of them is the Double that is no number. */
export function compareNumbers(left: ApexNumber, right: ApexNumber): number {
  if (typeof left === 'number' && typeof right === 'number') {
    return left - right;
  }
  if (left instanceof ApexDecimal || right instanceof ApexDecimal) {
    const isFinite = [left, right].every((each) => !(each instanceof ApexDouble) || Number.isFinite(each.value));
    return isFinite
      ? compareDecimal(toDecimal(left), toDecimal(right))
      : Math.sign(toDouble(left).value - toDouble(right).value);
  }
  if (left instanceof ApexDouble || right instanceof ApexDouble) {
    return Math.sign(toDouble(left).value - toDouble(right).value);
  }
  const difference = BigInt(left) - BigInt(right);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

function toDecimal(value: ApexNumber): ApexDecimal {
  if (value instanceof ApexDecimal) {
    return value;
  }
  if (value instanceof ApexDouble) {
    return doubleToDecimal(value);
  }
  return typeof value === 'number' ? integerToDecimal(value) : longToDecimal(value);
}

function toDouble(value: ApexNumber): ApexDouble {
  if (value instanceof ApexDouble) {
    return value;
  }
  if (value instanceof ApexDecimal) {
    return decimalToDouble(value);
  }
  return typeof value === 'number' ? integerToDouble(value) : longToDouble(value);
}
