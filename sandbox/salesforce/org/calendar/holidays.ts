import { ApexDate } from '../../apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import { dayOf, dayOfWeek, daysInMonth } from '../../apex/library/time/calendar.ts';
import { Unsupported } from '../../apex/run/apex-object.ts';
import type { Span } from './opening-hours.ts';

/** A record of Holiday, read. Days count from 1 January 1970. */
export interface Holiday {
  readonly isOn: (days: number) => boolean;
  /** When it closes, in milliseconds since midnight. */
  readonly closed: Span;
}

const minute = 60_000;
const allDay: Span = { start: 0, end: 24 * 60 * minute };
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Fields = ReadonlyMap<string, unknown>;

export function readHoliday(fields: Fields): Holiday {
  const start = fields.get('starttimeinminutes');
  const end = fields.get('endtimeinminutes');
  const isPart = fields.get('isallday') === false && typeof start === 'number' && typeof end === 'number';
  const date = fields.get('activitydate');
  return {
    closed: isPart ? { start: start * minute, end: end * minute } : allDay,
    isOn:
      fields.get('isrecurrence') === true
        ? recurring(fields)
        : (days) => date instanceof ApexDate && date.days === days,
  };
}

/** The days of a holiday that comes again, between its first and its last one. */
function recurring(fields: Fields): (days: number) => boolean {
  const start = fields.get('recurrencestartdate');
  const end = fields.get('recurrenceenddateonly');
  const first = start instanceof ApexDatetime ? Math.floor(start.milliseconds / 86_400_000) : null;
  const last = end instanceof ApexDate ? end.days : Infinity;
  const pattern = patternOf(fields, first ?? 0);
  return (days) => days >= (first ?? -Infinity) && days <= last && pattern(days);
}

function patternOf(fields: Fields, first: number): (days: number) => boolean {
  const number = (name: string, initial: number) => {
    const value = fields.get(name);
    return typeof value === 'number' ? value : initial;
  };
  const interval = Math.max(1, number('recurrenceinterval', 1));
  const dayOfMonth = number('recurrencedayofmonth', 0);
  const mask = number('recurrencedayofweekmask', 0);
  const month = months.indexOf(String(fields.get('recurrencemonthofyear'))) + 1;
  const instance = String(fields.get('recurrenceinstance'));
  const isInMask = (days: number) => (mask & (1 << (dayOfWeek(days) % 7))) !== 0;
  const isNth = (days: number) => isInMask(days) && isInstance(dayOf(days), instance);
  const isInMonthOf = (days: number) => (monthNumber(days) - monthNumber(first)) % interval === 0;
  switch (fields.get('recurrencetype')) {
    case 'RecursDaily':
      return (days) => (days - first) % interval === 0;
    case 'RecursEveryWeekday':
      return (days) => dayOfWeek(days) <= 5;
    case 'RecursWeekly':
      return (days) => isInMask(days) && (weekNumber(days) - weekNumber(first)) % interval === 0;
    case 'RecursMonthly':
      return (days) => dayOf(days).day === dayOfMonth && isInMonthOf(days);
    case 'RecursMonthlyNth':
      return (days) => isNth(days) && isInMonthOf(days);
    case 'RecursYearly':
      return (days) => dayOf(days).month === month && dayOf(days).day === dayOfMonth;
    case 'RecursYearlyNth':
      return (days) => dayOf(days).month === month && isNth(days);
    default:
      throw new Unsupported(`Holiday.RecurrenceType ${String(fields.get('recurrencetype'))}`, 'business hours');
  }
}

const instances = ['First', 'Second', 'Third', 'Fourth'];

/** Whether a day is the first, …, or the last of its weekday in its month. */
function isInstance({ year, month, day }: ReturnType<typeof dayOf>, instance: string): boolean {
  return instance === 'Last'
    ? day > daysInMonth(year, month) - 7
    : Math.ceil(day / 7) === instances.indexOf(instance) + 1;
}

function monthNumber(days: number): number {
  const { year, month } = dayOf(days);
  return year * 12 + month;
}

/** Weeks begin on Sunday: 4 January 1970 was one. */
function weekNumber(days: number): number {
  return Math.floor((days - 3) / 7);
}
