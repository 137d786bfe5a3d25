import { execution } from '../../run/execution.ts';
import { chargeParsedCharacters } from '../../run/meter.ts';
import { raise } from '../raise.ts';
import { userLocale } from '../number/user-locale.ts';
import { ApexDate } from './apex-date.ts';
import type { ApexDatetime } from './apex-datetime.ts';
import { dayOf, daysInMonth, daysOf } from './calendar.ts';
import { dateOrderOf, dateSeparatorOf } from './locale.ts';
import { datetimeAt, userZone } from './user-clock.ts';
import type { Zone } from './zone.ts';

function raiseInvalidDate(text: string): never {
  return raise('System.TypeException', `Invalid date: ${text}`);
}

function raiseInvalidDatetime(text: string): never {
  return raise('System.TypeException', `Invalid date/time: ${text}`);
}

function clockOf(hour: number, minute: number, second: number): number {
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

/** A month beyond December or a day beyond the 31st is refused; 30 February counts on to March. */
function daysOfFields(year: string, month: string, day: string): number | null {
  const isInRange = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isInRange ? daysOf(Number(year), Number(month), Number(day)) : null;
}

/** Date.valueOf(String): readDate('2014-1-31'), where a time may follow and is ignored. */
export function readDate(text: string): ApexDate {
  chargeParsedCharacters(text.length);
  const [, year, month, day] = /^(\d{1,4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    return raiseInvalidDate(text);
  }
  return new ApexDate(daysOfFields(year, month, day) ?? raiseInvalidDate(text));
}

/** Datetime.valueOf(String) and valueOfGmt: readDatetime('2014-01-31 17:05:00', gmtZone()). What follows is ignored. */
export function readDatetime(text: string, zone: Zone): ApexDatetime {
  chargeParsedCharacters(text.length);
  const [, year, month, day, hour, minute, second] =
    /^(\d{1,4})-(\d{1,2})-(\d{1,2}) +(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    return raiseInvalidDatetime(text);
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return raiseInvalidDatetime(text);
  }
  const days = daysOfFields(year, month, day) ?? raiseInvalidDatetime(text);
  return datetimeAt(zone, days, clockOf(Number(hour), Number(minute), Number(second)));
}

/** The range of dates that can be entered and stored. */
const firstYear = 1700;
const lastYear = 4000;

/** A year of two digits is the one within 80 years before today and 20 after it. */
function yearOf(text: string): number {
  if (text.length > 2) {
    return Number(text);
  }
  const thisYear = dayOf(Math.floor(execution().now() / 86_400_000)).year;
  const year = Math.floor(thisYear / 100) * 100 + Number(text);
  return year > thisYear + 20 ? year - 100 : year <= thisYear - 80 ? year + 100 : year;
}

/** Reads a date as the user's locale writes it; null for anything else. */
function readLocalDate(text: string): number | null {
  const locale = userLocale();
  const parts = text.split(dateSeparatorOf(locale)).map((part) => part.trim());
  const order = dateOrderOf(locale);
  if (parts.length !== order.length || parts.some((part) => !/^\d{1,4}$/.test(part))) {
    return null;
  }
  const part = (name: 'year' | 'month' | 'day'): string => parts[order.indexOf(name)] ?? '';
  const [year, month, day] = [yearOf(part('year')), Number(part('month')), Number(part('day'))];
  const isInRange = year >= firstYear && year <= lastYear && month >= 1 && month <= 12;
  return isInRange && day >= 1 && day <= daysInMonth(year, month) ? daysOf(year, month, day) : null;
}

/** Date.parse: readDateOfUser('12/27/2015') in en_US. */
export function readDateOfUser(text: string): ApexDate {
  chargeParsedCharacters(text.length);
  return new ApexDate(readLocalDate(text) ?? raiseInvalidDate(text));
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) {
    return hour <= 23 ? hour : null;
  }
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : null;
}

/** Datetime.parse: readDatetimeOfUser('10/14/2011, 11:46 AM') in en_US and the user's zone. The comma may be missing. */
export function readDatetimeOfUser(text: string): ApexDatetime {
  chargeParsedCharacters(text.length);
  const [, date = '', hours, minutes, half] =
    /^([^,\s]+)(?:,\s*|\s+)(\d{1,2}):(\d{2})(?:\s*([ap]m))?$/i.exec(text) ?? [];
  const days = readLocalDate(date);
  const hour = hourOf(Number(hours), half);
  if (days === null || hour === null || Number(minutes) > 59) {
    return raiseInvalidDatetime(text);
  }
  return datetimeAt(userZone(), days, clockOf(hour, Number(minutes), 0));
}
