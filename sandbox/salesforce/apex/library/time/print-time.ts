import { madeText } from '../../run/meter.ts';
import type { ApexDate } from './apex-date.ts';
import type { ApexDatetime } from './apex-datetime.ts';
import type { ApexTime } from './apex-time.ts';
import { dayOf } from './calendar.ts';
import { gmtZone, readClock, userZone } from './user-clock.ts';
import type { Zone } from './zone.ts';

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function dayText(days: number): string {
  const { year, month, day } = dayOf(days);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

function clockText(clock: number): string {
  const seconds = Math.floor(clock / 1000);
  return `${padded(Math.floor(seconds / 3600), 2)}:${padded(Math.floor(seconds / 60) % 60, 2)}:${padded(seconds % 60, 2)}`;
}

function printIn(datetime: ApexDatetime, zone: Zone): string {
  const { days, clock } = readClock(datetime, zone);
  return madeText(`${dayText(days)} ${clockText(clock)}`);
}

/** String.valueOf(Date): '2024-01-31'. */
export function printDate(date: ApexDate): string {
  return madeText(dayText(date.days));
}

/** A Date in the debug log and in a concatenation: '2024-01-31 00:00:00'. */
export function printDateWithMidnight(date: ApexDate): string {
  return madeText(`${dayText(date.days)} 00:00:00`);
}

/** String.valueOf(Datetime): '2024-01-31 17:05:00' in the user's zone. */
export function printDatetime(datetime: ApexDatetime): string {
  return printIn(datetime, userZone());
}

/** A Datetime in the debug log and in a concatenation: '2024-02-01 01:05:00', in GMT. */
export function printDatetimeGmt(datetime: ApexDatetime): string {
  return printIn(datetime, gmtZone());
}

/** '18:30:02.020Z'. */
export function printTime(time: ApexTime): string {
  return madeText(`${clockText(time.milliseconds)}.${padded(time.milliseconds % 1000, 3)}Z`);
}
