import { execution } from '../../run/execution.ts';
import type { BuiltinType } from '../define.ts';
import { withoutNull } from '../number/null-arguments.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { userLocale } from '../number/user-locale.ts';
import { ApexDate } from './apex-date.ts';
import { ApexDatetime } from './apex-datetime.ts';
import { addMonths, dayOf, dayOfYear, daysInMonth, daysOf, isLeapYear } from './calendar.ts';
import { weekRuleOf } from './locale.ts';
import { formatDate } from './locale-format.ts';
import { readDate, readDateOfUser } from './read-time.ts';
import { dayLength, readClock, userZone } from './user-clock.ts';
import { startOfWeek } from './week.ts';

/** The date on the user's clock now. */
export function today(): ApexDate {
  return new ApexDate(readClock(new ApexDatetime(execution().now()), userZone()).days);
}

/** For the fields of history records, whose values are Objects. A Datetime gives its date in GMT. */
function dateOf(value: unknown): ApexDate {
  if (value === null) {
    return raiseNullArgument();
  }
  if (value instanceof ApexDate) {
    return value;
  }
  if (value instanceof ApexDatetime) {
    return new ApexDate(Math.floor(value.milliseconds / dayLength));
  }
  return typeof value === 'string' ? readDate(value) : raise('System.TypeException', 'Invalid date');
}

/** Days are not looked at: from 1 March to 30 March is no month, from 31 March to 1 April is one. */
function monthsBetween(from: ApexDate, to: ApexDate): number {
  const first = dayOf(from.days);
  const second = dayOf(to.days);
  return (second.year - first.year) * 12 + second.month - first.month;
}

function startOfMonth(date: ApexDate): ApexDate {
  return new ApexDate(date.days - dayOf(date.days).day + 1);
}

export const dateBuiltin: BuiltinType = {
  name: 'System.Date',
  kind: 'class',
  statics: {
    'Integer daysInMonth(Integer year, Integer month)': withoutNull(daysInMonth),
    'Boolean isLeapYear(Integer year)': withoutNull(isLeapYear),
    'Date newInstance(Integer year, Integer month, Integer day)': withoutNull(
      (year: number, month: number, day: number) => new ApexDate(daysOf(year, month, day)),
    ),
    'Date parse(String stringDate)': withoutNull(readDateOfUser),
    'Date today()': today,
    'Date valueOf(String stringDate)': withoutNull(readDate),
    'Date valueOf(Object fieldValue)': dateOf,
  },
  methods: {
    'Date addDays(Integer additionalDays)': withoutNull(
      (self: ApexDate, days: number) => new ApexDate(self.days + days),
    ),
    'Date addMonths(Integer additionalMonths)': withoutNull(
      (self: ApexDate, months: number) => new ApexDate(addMonths(self.days, months)),
    ),
    'Date addYears(Integer additionalYears)': withoutNull(
      (self: ApexDate, years: number) => new ApexDate(addMonths(self.days, years * 12)),
    ),
    'Integer day()': (self: ApexDate) => dayOf(self.days).day,
    'Integer dayOfYear()': (self: ApexDate) => dayOfYear(self.days),
    'Integer daysBetween(Date secondDate)': withoutNull((self: ApexDate, other: ApexDate) => other.days - self.days),
    'String format()': (self: ApexDate) => formatDate(self),
    'Boolean isSameDay(Date dateToCompare)': withoutNull((self: ApexDate, other: ApexDate) => self.days === other.days),
    'Integer month()': (self: ApexDate) => dayOf(self.days).month,
    'Integer monthsBetween(Date secondDate)': withoutNull(monthsBetween),
    'Date toStartOfMonth()': startOfMonth,
    'Date toStartOfWeek()': (self: ApexDate) => new ApexDate(startOfWeek(self.days, weekRuleOf(userLocale()).firstDay)),
    'Integer year()': (self: ApexDate) => dayOf(self.days).year,
  },
  valueClass: ApexDate,
};
