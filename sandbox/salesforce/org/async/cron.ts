import { dayOf, dayOfWeek, daysInMonth, daysOf } from '../../apex/library/time/calendar.ts';
import { instantOf, zoneOf } from '../../apex/library/time/zone.ts';

/** A cron expression of System.schedule, read: which days, and at which times of them. */
export interface CronExpression {
  readonly isDay: (days: number) => boolean;
  /** Milliseconds since midnight, in order. */
  readonly times: readonly number[];
}

/** An expression that the platform refuses: new CronProblem('Seconds and minutes must be specified as integers: * 0 0 * * ?'). */
export class CronProblem extends Error {}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const dayLength = 86_400_000;
/** Beyond this nothing fires: 29 February comes every eighth year at the least. */
const furthestDays = 9 * 366;

/** Reads `Seconds Minutes Hours Day_of_month Month Day_of_week [Year]`: readCron('0 0 13 * * ?').times → [46800000]. */
export function readCron(text: string): CronExpression {
  const parts = text.trim().toUpperCase().split(/\s+/);
  const [seconds = '', minutes = '', hours = '', dayOfMonth = '', month = '', weekday = '', year = '*'] = parts;
  if (parts.length < 6 || parts.length > 7) {
    throw new CronProblem(`A cron expression has six or seven parts: ${text}`);
  }
  if (!/^\d+$/.test(seconds) || !/^\d+$/.test(minutes)) {
    throw new CronProblem(`Seconds and minutes must be specified as integers: ${text}`);
  }
  if ((dayOfMonth === '?') === (weekday === '?')) {
    throw new CronProblem(
      `Support for specifying both a day-of-week AND a day-of-month parameter is not implemented: ${text}`,
    );
  }
  const [second] = readNumbers(seconds, 0, 59, []);
  const [minute] = readNumbers(minutes, 0, 59, []);
  const clock = ((minute ?? 0) * 60 + (second ?? 0)) * 1000;
  const allowedMonths = new Set(readNumbers(month, 1, 12, months));
  const allowedYears = new Set(readNumbers(year, 1970, 2099, []));
  const isInMonth = dayOfMonth === '?' ? readWeekday(weekday) : readDayOfMonth(dayOfMonth);
  return {
    isDay: (days) => {
      const date = dayOf(days);
      return allowedYears.has(date.year) && allowedMonths.has(date.month) && isInMonth(days);
    },
    times: readNumbers(hours, 0, 23, []).map((hour) => hour * 3_600_000 + clock),
  };
}

/** When it fires for the first time after an instant; null for never: nextFireTime(readCron('0 0 13 * * ?'), 0, 'GMT') → 46800000. */
export function nextFireTime({ isDay, times }: CronExpression, after: number, timeZone: string): number | null {
  const zone = zoneOf(timeZone);
  const first = Math.floor((after + zone.offsetAt(after)) / dayLength);
  for (let days = first; days < first + furthestDays; days++) {
    const found = isDay(days)
      ? times.map((time) => instantOf(zone, days * dayLength + time)).find((instant) => instant > after)
      : undefined;
    if (found !== undefined) {
      return found;
    }
  }
  return null;
}

/** `*`, `5`, `1-5`, `0/6`, `MON-FRI`, `1,3,5`: in order. */
function readNumbers(text: string, least: number, most: number, names: readonly string[]): number[] {
  const numbers = new Set<number>();
  for (const part of text.split(',')) {
    const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
    const [from = '', to] = range.split('-');
    const start = range === '*' || range === '?' ? least : readNumber(from, least, most, names);
    const end =
      to !== undefined ? readNumber(to, least, most, names) : range === '*' || step !== undefined ? most : start;
    const width = most - least + 1;
    // FRI-MON goes over the end.
    const length = range === '?' ? width - 1 : end >= start ? end - start : end - start + width;
    for (let offset = 0; offset <= length; offset += Math.max(1, Number(step ?? 1))) {
      numbers.add(least + ((start - least + offset) % width));
    }
  }
  return [...numbers].sort((one, other) => one - other);
}

function readNumber(text: string, least: number, most: number, names: readonly string[]): number {
  const named = names.indexOf(text);
  const number = named >= 0 ? named + least : /^\d+$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(number) || number < least || number > most) {
    throw new CronProblem(`Unexpected character or value in a cron expression: ${text}`);
  }
  return number;
}

type DayTest = (days: number) => boolean;

function readDayOfMonth(text: string): DayTest {
  const lengthOf = (days: number): number => {
    const { year, month } = dayOf(days);
    return daysInMonth(year, month);
  };
  if (text === 'L') {
    return (days) => dayOf(days).day === lengthOf(days);
  }
  const [, nearest] = /^(\d+|L)W$/.exec(text) ?? [];
  if (nearest !== undefined) {
    return (days) => {
      const { year, month } = dayOf(days);
      const wanted = nearest === 'L' ? lengthOf(days) : Number(nearest);
      return wanted <= lengthOf(days) && days === nearestWeekday(daysOf(year, month, wanted));
    };
  }
  const allowed = new Set(readNumbers(text, 1, 31, []));
  return (days) => allowed.has(dayOf(days).day);
}

/** Saturday gives way to Friday and Sunday to Monday, but never into another month. */
function nearestWeekday(days: number): number {
  const shift = dayOfWeek(days) === 6 ? -1 : dayOfWeek(days) === 7 ? 1 : 0;
  const isSame = dayOf(days + shift).month === dayOf(days).month;
  return days + (isSame ? shift : shift * -2);
}

/** Sunday is 1 and Saturday 7. */
function weekdayOf(days: number): number {
  return (dayOfWeek(days) % 7) + 1;
}

function readWeekday(text: string): DayTest {
  if (text === 'L') {
    return (days) => weekdayOf(days) === 7;
  }
  const [, day, which] = /^(\w+?)(L|#[1-5])$/.exec(text) ?? [];
  if (day !== undefined && which !== undefined) {
    const wanted = readNumber(day, 1, 7, weekdays);
    return (days) => {
      const date = dayOf(days);
      const isWhich =
        which === 'L'
          ? date.day > daysInMonth(date.year, date.month) - 7
          : Math.ceil(date.day / 7) === Number(which.slice(1));
      return weekdayOf(days) === wanted && isWhich;
    };
  }
  const allowed = new Set(readNumbers(text, 1, 7, weekdays));
  return (days) => allowed.has(weekdayOf(days));
}
