import { dayOf, dayOfWeek, daysOf } from '../../apex/library/time/calendar.ts';
import { Unsupported } from '../../apex/run/apex-object.ts';

/** Days since 1 January 1970; the last one is not within. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

export interface Calendar {
  readonly today: number;
  readonly fiscalYearStartMonth: number;
}

/**
 * The days that a date literal stands for: on 15 May 2026, rangeOfDays('LAST_MONTH', 1, calendar) is the whole of April.
 * Weeks begin on Sunday, as they do in the locale en_US.
 */
export function rangeOfDays(name: string, count: number, calendar: Calendar): DayRange {
  const { unit, first, end } = readName(name, count);
  return { from: startOf(unit, first, calendar), to: startOf(unit, end, calendar) };
}

/** Periods are counted from the present one, which is 0: LAST_N_WEEKS:2 is from -2 to 0. */
function readName(name: string, count: number): { unit: string; first: number; end: number } {
  const single = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 }[name];
  if (single !== undefined) {
    return { unit: 'DAY', first: single, end: single + 1 };
  }
  const ago = /^N_(\w+)S_AGO$/.exec(name)?.[1];
  if (ago !== undefined) {
    return { unit: ago, first: -count, end: 1 - count };
  }
  const [, which, days, unit = ''] = /^(LAST|THIS|NEXT)_(90_)?(?:N_)?(\w+?)S?$/.exec(name) ?? [];
  const periods = days === undefined ? count : 90;
  switch (which) {
    case 'LAST':
      // Unlike the other units, the last days include the present one.
      return { unit, first: -periods, end: unit === 'DAY' ? 1 : 0 };
    case 'THIS':
      return { unit, first: 0, end: 1 };
    case 'NEXT':
      return { unit, first: 1, end: periods + 1 };
    default:
      throw new Unsupported(`the date literal ${name}`, 'a query');
  }
}

/** The first day of the period that is so many after the present one. */
function startOf(unit: string, offset: number, { today, fiscalYearStartMonth }: Calendar): number {
  const { year, month } = dayOf(today);
  const monthOfFiscalYear = (month - fiscalYearStartMonth + 12) % 12;
  switch (unit) {
    case 'DAY':
      return today + offset;
    case 'WEEK':
      return today - (dayOfWeek(today) % 7) + 7 * offset;
    case 'MONTH':
      return daysOf(year, month + offset, 1);
    case 'QUARTER':
      return daysOf(year, month - ((month - 1) % 3) + 3 * offset, 1);
    case 'YEAR':
      return daysOf(year + offset, 1, 1);
    case 'FISCAL_QUARTER':
      return daysOf(year, month - (monthOfFiscalYear % 3) + 3 * offset, 1);
    case 'FISCAL_YEAR':
      return daysOf(year + offset, month - monthOfFiscalYear, 1);
    default:
      throw new Unsupported(`a date literal of the unit ${unit}`, 'a query');
  }
}
