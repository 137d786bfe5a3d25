import { ApexDecimal } from '../../../apex/library/number/apex-decimal.ts';
import { ApexDouble } from '../../../apex/library/number/apex-double.ts';
import { doubleToDecimal } from '../../../apex/library/number/arithmetic.ts';
import { stripZeros } from '../../../apex/library/number/decimal-arithmetic.ts';
import { printPlainDecimal } from '../../../apex/library/number/print-number.ts';
import { roundToWhole } from '../../../apex/library/number/round-decimal.ts';
import { ApexId } from '../../../apex/library/text/apex-id.ts';
import { ApexDate } from '../../../apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../../apex/library/time/apex-datetime.ts';
import { ApexTime } from '../../../apex/library/time/apex-time.ts';
import { dayOf } from '../../../apex/library/time/calendar.ts';

/** What formulas calculate with. */
export type FormulaValue = null | string | boolean | ApexDecimal | ApexDate | ApexDatetime | ApexTime;

/** A field's value as formulas see it: all numbers are of one kind, ids are texts, and an empty text is blank. */
export function asFormulaValue(value: unknown): FormulaValue {
  if (value === null || value === undefined || value === '') {
    return null;
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    return new ApexDecimal(BigInt(value), 0);
  }
  if (value instanceof ApexDouble) {
    return doubleToDecimal(value);
  }
  if (value instanceof ApexId) {
    return value.value;
  }
  if (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    value instanceof ApexDecimal ||
    value instanceof ApexDate ||
    value instanceof ApexDatetime ||
    value instanceof ApexTime
  ) {
    return value;
  }
  throw new Error('A formula cannot calculate with this value.');
}

/** decimalOf(3) → 3 as a number of formulas. */
export function decimalOf(value: number | bigint): ApexDecimal {
  return new ApexDecimal(BigInt(value), 0);
}

/** What TEXT() makes of a value: numbers without zeros at the end, dates as 2026-11-21. */
export function printValue(value: FormulaValue): string {
  if (value === null) {
    return '';
  }
  if (typeof value === 'string') {
    return value;
  }
  if (typeof value === 'boolean') {
    return value ? 'true' : 'false';
  }
  if (value instanceof ApexDecimal) {
    return printPlainDecimal(stripZeros(value, 0));
  }
  if (value instanceof ApexDate) {
    return printDay(value.days);
  }
  return value instanceof ApexDatetime ? printInstant(value.milliseconds) : printClock(value.milliseconds);
}

function printDay(days: number): string {
  const { year, month, day } = dayOf(days);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

function printInstant(milliseconds: number): string {
  return new Date(milliseconds)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
}

function printClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}.${String(milliseconds % 1000).padStart(3, '0')}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** A number of formulas as one of JavaScript, cut to a whole: for positions, months, places. */
export function wholeOf(value: ApexDecimal): number {
  return Number(roundToWhole(value, 'DOWN'));
}
