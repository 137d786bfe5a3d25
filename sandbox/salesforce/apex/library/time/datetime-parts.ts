import type { Members } from '../define.ts';
import { ApexDate } from './apex-date.ts';
import type { ApexDatetime } from './apex-datetime.ts';
import { ApexTime } from './apex-time.ts';
import { dayOf, dayOfYear } from './calendar.ts';
import { readClock } from './user-clock.ts';
import type { Zone } from './zone.ts';

/** The getters of Datetime on one clock; those of GMT carry its name: `hour()` and `hourGmt()`. */
export function partMembers(suffix: '' | 'Gmt', zone: () => Zone): Members {
  const fromDay =
    (part: (days: number) => unknown) =>
    (self: ApexDatetime): unknown =>
      part(readClock(self, zone()).days);
  const fromClock =
    (part: (clock: number) => unknown) =>
    (self: ApexDatetime): unknown =>
      part(readClock(self, zone()).clock);
  return {
    [`Date date${suffix}()`]: fromDay((days) => new ApexDate(days)),
    [`Integer day${suffix}()`]: fromDay((days) => dayOf(days).day),
    [`Integer dayOfYear${suffix}()`]: fromDay(dayOfYear),
    [`Integer month${suffix}()`]: fromDay((days) => dayOf(days).month),
    [`Integer year${suffix}()`]: fromDay((days) => dayOf(days).year),
    [`Integer hour${suffix}()`]: fromClock((clock) => Math.floor(clock / 3_600_000)),
    [`Integer minute${suffix}()`]: fromClock((clock) => Math.floor(clock / 60_000) % 60),
    [`Integer second${suffix}()`]: fromClock((clock) => Math.floor(clock / 1000) % 60),
    [`Integer millisecond${suffix}()`]: fromClock((clock) => clock % 1000),
    [`Time time${suffix}()`]: fromClock((clock) => new ApexTime(clock)),
  };
}
