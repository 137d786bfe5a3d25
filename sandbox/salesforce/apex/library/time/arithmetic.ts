import { ApexDecimal } from '../number/apex-decimal.ts';
import { multiplyDecimal } from '../number/decimal-arithmetic.ts';
import { roundToWhole } from '../number/round-decimal.ts';
import { ApexDate } from './apex-date.ts';
import { ApexDatetime } from './apex-datetime.ts';
import { dayLength } from './user-clock.ts';

/** The operator `date + days`: addToDate(31 January 2024, 1) → 1 February 2024. */
export function addToDate(date: ApexDate, days: number): ApexDate {
  return new ApexDate(date.days + days);
}

/** The operator `date - days`. */
export function subtractFromDate(date: ApexDate, days: number): ApexDate {
  return new ApexDate(date.days - days);
}

function millisecondsOf(days: ApexDecimal): number {
  return Number(roundToWhole(multiplyDecimal(days, new ApexDecimal(BigInt(dayLength), 0)), 'HALF_EVEN'));
}

/** The operator `datetime + days`, where half a day is twelve hours: addToDatetime(midnight, 0.5) → noon. */
export function addToDatetime(datetime: ApexDatetime, days: ApexDecimal): ApexDatetime {
  return new ApexDatetime(datetime.milliseconds + millisecondsOf(days));
}

/** The operator `datetime - days`. */
export function subtractFromDatetime(datetime: ApexDatetime, days: ApexDecimal): ApexDatetime {
  return new ApexDatetime(datetime.milliseconds - millisecondsOf(days));
}

/** A Date where a Datetime is asked: midnight GMT of that day. Null stays null. */
export function dateToDatetime(date: ApexDate): ApexDatetime;
export function dateToDatetime(date: ApexDate | null): ApexDatetime | null;
export function dateToDatetime(date: ApexDate | null): ApexDatetime | null {
  return date === null ? null : new ApexDatetime(date.days * dayLength);
}
