import { raise, raiseNullArgument } from '../raise.ts';
import type { ApexDecimal } from './apex-decimal.ts';
import type { ApexDouble } from './apex-double.ts';
import { readDecimal, readDouble, readWhole } from './read-number.ts';

function raiseInvalid(type: string, text: string): never {
  return raise('System.TypeException', `Invalid ${type}: ${text}`);
}

/** Integer.valueOf(String): readIntegerArgument('-12') → -12. */
export function readIntegerArgument(text: string | null): number {
  const given = text ?? raiseNullArgument();
  const value = readWhole(given, -(2n ** 31n), 2n ** 31n - 1n);
  return value === null ? raiseInvalid('integer', given) : Number(value);
}

/** Long.valueOf(String): readLongArgument('-12') → -12n. */
export function readLongArgument(text: string | null): bigint {
  const given = text ?? raiseNullArgument();
  return readWhole(given, -(2n ** 63n), 2n ** 63n - 1n) ?? raiseInvalid('long', given);
}

/** Double.valueOf(String): readDoubleArgument('1e3') → 1000.0. */
export function readDoubleArgument(text: string | null): ApexDouble {
  const given = text ?? raiseNullArgument();
  return readDouble(given) ?? raiseInvalid('double', given);
}

/** Decimal.valueOf(String): readDecimalArgument('1.50') → 1.50. */
export function readDecimalArgument(text: string | null): ApexDecimal {
  const given = text ?? raiseNullArgument();
  return readDecimal(given) ?? raiseInvalid('decimal', given);
}
