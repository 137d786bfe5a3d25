import { ApexDate } from '../../apex/library/time/apex-date.ts';
import { dayOf, dayOfWeek, dayOfYear } from '../../apex/library/time/calendar.ts';

/** A moment as a clock shows it: days since 1 January 1970, and milliseconds since midnight. */
interface Shown {
  readonly days: number;
  readonly clock: number;
}

type DateFunction = (shown: Shown, fiscalYearStartMonth: number) => number | ApexDate;

function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}

function fiscalMonth({ days }: Shown, startMonth: number): number {
  return ((dayOf(days).month - startMonth + 12) % 12) + 1;
}

/** By the function's name in upper case, as documented: CALENDAR_YEAR of 15 May 2026 is 2026. */
export const dateFunctions: ReadonlyMap<string, DateFunction> = new Map<string, DateFunction>([
  ['CALENDAR_MONTH', ({ days }) => dayOf(days).month],
  ['CALENDAR_QUARTER', ({ days }) => quarterOf(dayOf(days).month)],
  ['CALENDAR_YEAR', ({ days }) => dayOf(days).year],
  ['DAY_IN_MONTH', ({ days }) => dayOf(days).day],
  // Sunday is 1.
  ['DAY_IN_WEEK', ({ days }) => (dayOfWeek(days) % 7) + 1],
  ['DAY_IN_YEAR', ({ days }) => dayOfYear(days)],
  ['DAY_ONLY', ({ days }) => new ApexDate(days)],
  ['FISCAL_MONTH', fiscalMonth],
  ['FISCAL_QUARTER', (shown, startMonth) => quarterOf(fiscalMonth(shown, startMonth))],
  // A fiscal year has the number of the calendar year in which it ends.
  [
    'FISCAL_YEAR',
    ({ days }, startMonth) => dayOf(days).year + (startMonth > 1 && dayOf(days).month >= startMonth ? 1 : 0),
  ],
  ['HOUR_IN_DAY', ({ clock }) => Math.floor(clock / 3_600_000)],
  ['WEEK_IN_MONTH', ({ days }) => Math.ceil(dayOf(days).day / 7)],
  ['WEEK_IN_YEAR', ({ days }) => Math.ceil(dayOfYear(days) / 7)],
]);
