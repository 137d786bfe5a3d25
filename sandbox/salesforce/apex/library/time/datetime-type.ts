import { execution } from '../../run/execution.ts';
import type { BuiltinType, Implementation } from '../define.ts';
import { withoutNull } from '../number/null-arguments.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { userLocale } from '../number/user-locale.ts';
import { ApexDate } from './apex-date.ts';
import { ApexDatetime } from './apex-datetime.ts';
import { dateToDatetime } from './arithmetic.ts';
import { addMonths } from './calendar.ts';
import { makingMembers } from './datetime-making.ts';
import { partMembers } from './datetime-parts.ts';
import { formatDatetime, formatDatetimeLong } from './locale-format.ts';
import { writeByPattern } from './pattern.ts';
import { readDatetime, readDatetimeOfUser } from './read-time.ts';
import { dayLength, gmtZone, readClock, userZone } from './user-clock.ts';
import { zoneOf } from './zone.ts';

/** For the fields of history records, whose values are Objects. */
function datetimeOf(value: unknown): ApexDatetime {
  if (value === null) {
    return raiseNullArgument();
  }
  if (value instanceof ApexDatetime) {
    return value;
  }
  if (value instanceof ApexDate) {
    return dateToDatetime(value);
  }
  return typeof value === 'string'
    ? readDatetime(value, userZone())
    : raise('System.TypeException', 'Invalid date/time');
}

/** Sums are made on the clock of GMT: a day has 24 hours also where the user's clock is changed. */
function adding(unit: number): Implementation {
  return withoutNull((self: ApexDatetime, count: number) => new ApexDatetime(self.milliseconds + count * unit));
}

function addMonthsGmt(self: ApexDatetime, months: number): ApexDatetime {
  const { days, clock } = readClock(self, gmtZone());
  return new ApexDatetime(addMonths(days, months) * dayLength + clock);
}

export const datetimeBuiltin: BuiltinType = {
  name: 'System.Datetime',
  kind: 'class',
  statics: {
    'Datetime newInstance(Long milliseconds)': withoutNull(
      (milliseconds: bigint) => new ApexDatetime(Number(milliseconds)),
    ),
    ...makingMembers('newInstance', userZone),
    ...makingMembers('newInstanceGmt', gmtZone),
    'Datetime now()': () => new ApexDatetime(execution().now()),
    'Datetime parse(String datetimeString)': withoutNull(readDatetimeOfUser),
    'Datetime valueOf(String dateTimeString)': withoutNull((text: string) => readDatetime(text, userZone())),
    'Datetime valueOf(Object fieldValue)': datetimeOf,
    'Datetime valueOfGmt(String dateTimeString)': withoutNull((text: string) => readDatetime(text, gmtZone())),
  },
  methods: {
    ...partMembers('', userZone),
    ...partMembers('Gmt', gmtZone),
    'Datetime addDays(Integer additionalDays)': adding(dayLength),
    'Datetime addHours(Integer additionalHours)': adding(3_600_000),
    'Datetime addMinutes(Integer additionalMinutes)': adding(60_000),
    'Datetime addMonths(Integer additionalMonths)': withoutNull(addMonthsGmt),
    'Datetime addSeconds(Integer additionalSeconds)': adding(1000),
    'Datetime addYears(Integer additionalYears)': withoutNull((self: ApexDatetime, years: number) =>
      addMonthsGmt(self, years * 12),
    ),
    'String format()': (self: ApexDatetime) => formatDatetime(self),
    'String format(String dateFormatString)': withoutNull((self: ApexDatetime, pattern: string) =>
      writeByPattern(self.milliseconds, userZone(), pattern, userLocale()),
    ),
    'String format(String dateFormatString, String timezone)': withoutNull(
      (self: ApexDatetime, pattern: string, zone: string) =>
        writeByPattern(self.milliseconds, zoneOf(zone), pattern, userLocale()),
    ),
    'String formatGmt(String dateFormatString)': withoutNull((self: ApexDatetime, pattern: string) =>
      writeByPattern(self.milliseconds, gmtZone(), pattern, userLocale()),
    ),
    'String formatLong()': (self: ApexDatetime) => formatDatetimeLong(self),
    'Long getTime()': (self: ApexDatetime) => BigInt(self.milliseconds),
    'Boolean isSameDay(Datetime dateToCompare)': withoutNull(
      (self: ApexDatetime, other: ApexDatetime) =>
        readClock(self, userZone()).days === readClock(other, userZone()).days,
    ),
  },
  valueClass: ApexDatetime,
};
