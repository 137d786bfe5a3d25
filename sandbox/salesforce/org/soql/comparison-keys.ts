import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { ApexDouble } from '../../apex/library/number/apex-double.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexDate } from '../../apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import { ApexTime } from '../../apex/library/time/apex-time.ts';
import type { ValueKind } from './field-traits.ts';

/** What stands for a value in comparisons: two values are equal where their keys are, and in order as their keys are. */
export type Key = string | number | boolean | null;

export type KeyReader = (value: unknown) => Key;

/** How the values of a field become keys: keysOf('text', false)('Ada') → 'ada'. Empty text is null, as it is stored. */
export function keysOf(kind: ValueKind, isCaseSensitive: boolean): KeyReader {
  switch (kind) {
    case 'text':
      return isCaseSensitive ? textKey : (value) => textKey(value)?.toLowerCase() ?? null;
    case 'number':
      return numberKey;
    case 'id':
      return (value) => (value instanceof ApexId ? value.value : null);
    case 'boolean':
      return (value) => value === true;
    case 'date':
      return (value) => (value instanceof ApexDate ? value.days : null);
    case 'datetime':
      return (value) => (value instanceof ApexDatetime ? secondsOf(value) : null);
    case 'time':
      return (value) => (value instanceof ApexTime ? value.milliseconds : null);
    case 'blob':
      return () => null;
  }
}

function textKey(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : value instanceof ApexId ? value.value : null;
}

/** Of any of the types that numbers have: numberKey(1.50) → 1.5, null for anything else. */
export function numberKey(value: unknown): number | null {
  if (value instanceof ApexDecimal) {
    // Wholes up to 2^53 and powers of ten up to 22 are exact, so their quotient is the number nearest to the decimal.
    return value.scale >= 0 && value.scale <= 22
      ? Number(value.unscaled) / 10 ** value.scale
      : Number(`${value.unscaled}e${-value.scale}`);
  }
  if (value instanceof ApexDouble) {
    return value.value;
  }
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
}

/** A query knows no fractions of a second. */
export function secondsOf(datetime: ApexDatetime): number {
  return Math.floor(datetime.milliseconds / 1000);
}

/** The order of two keys of the same kind, neither of them null: compareKeys('a', 'b') → -1. */
export function compareKeys(left: Key, right: Key): number {
  if (left === right || left === null || right === null) {
    return 0;
  }
  return left < right ? -1 : 1;
}
