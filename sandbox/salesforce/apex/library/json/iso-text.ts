import { ApexDate } from '../time/apex-date.ts';
import { ApexDatetime } from '../time/apex-datetime.ts';
import { ApexTime } from '../time/apex-time.ts';

const millisecondsOfDay = 86_400_000;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})/;
const timePattern = /^(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** writeDate(new ApexDate(0)) → "1970-01-01". */
export function writeDate(date: ApexDate): string {
  return new Date(date.days * millisecondsOfDay).toISOString().slice(0, -'T00:00:00.000Z'.length);
}

/** writeDatetime(new ApexDatetime(0)) → "1970-01-01T00:00:00.000Z". */
export function writeDatetime(datetime: ApexDatetime): string {
  return new Date(datetime.milliseconds).toISOString();
}

/** writeTime(new ApexTime(0)) → "00:00:00.000Z". */
export function writeTime(time: ApexTime): string {
  return new Date(time.milliseconds).toISOString().slice('1970-01-01T'.length);
}

/** readDate('1970-01-02') → one day; a time behind it is ignored. Null for anything else. */
export function readDate(text: string): ApexDate | null {
  const days = readDays(text);
  return days === null || !(text.length === 10 || text[10] === 'T' || text[10] === ' ') ? null : new ApexDate(days);
}

/** readDatetime('1970-01-01T01:00:00+01:00') → the epoch. Without an offset it is GMT; null for anything else. */
export function readDatetime(text: string): ApexDatetime | null {
  const days = readDays(text);
  if (days === null) {
    return null;
  }
  const time = text.length === 10 ? 0 : text[10] === 'T' ? readClock(text.slice(11)) : null;
  return time === null ? null : new ApexDatetime(days * millisecondsOfDay + time);
}

/** readTime('01:00:00.000Z') → one hour. Null for anything else. */
export function readTime(text: string): ApexTime | null {
  const time = readClock(text);
  return time === null ? null : new ApexTime((time + millisecondsOfDay) % millisecondsOfDay);
}

function readDays(text: string): number | null {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  if (year === undefined) {
    return null;
  }
  const instant = Date.parse(`${year}-${String(month)}-${String(day)}T00:00:00Z`);
  // JavaScript takes the 30th of February for a day in March.
  return Number.isNaN(instant) || new Date(instant).getUTCDate() !== Number(day) ? null : instant / millisecondsOfDay;
}

/** Milliseconds since midnight GMT; less than 0 or more than a day where the offset says so. */
function readClock(text: string): number | null {
  const match = timePattern.exec(text);
  if (match === null) {
    return null;
  }
  const [, hour, minute, second = '0', fraction = '', offset = 'Z'] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return null;
  }
  const clock = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  return clock * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3)) - offsetOf(offset);
}

function offsetOf(text: string): number {
  if (text === 'Z') {
    return 0;
  }
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', '') || '0');
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}
