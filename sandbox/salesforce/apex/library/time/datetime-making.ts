import type { Members } from '../define.ts';
import { withoutNull } from '../number/null-arguments.ts';
import type { ApexDate } from './apex-date.ts';
import type { ApexTime } from './apex-time.ts';
import { daysOf } from './calendar.ts';
import { datetimeAt } from './user-clock.ts';
import type { Zone } from './zone.ts';

/** `newInstance` or `newInstanceGmt` from a date and a time; what overflows counts on. */
export function makingMembers(name: 'newInstance' | 'newInstanceGmt', zone: () => Zone): Members {
  return {
    [`Datetime ${name}(Date date, Time time)`]: withoutNull((date: ApexDate, time: ApexTime) =>
      datetimeAt(zone(), date.days, time.milliseconds),
    ),
    [`Datetime ${name}(Integer year, Integer month, Integer day)`]: withoutNull(
      (year: number, month: number, day: number) => datetimeAt(zone(), daysOf(year, month, day), 0),
    ),
    [`Datetime ${name}(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)`]:
      withoutNull((year: number, month: number, day: number, hour: number, minute: number, second: number) =>
        datetimeAt(zone(), daysOf(year, month, day), ((hour * 60 + minute) * 60 + second) * 1000),
      ),
  };
}
