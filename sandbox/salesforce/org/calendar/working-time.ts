import type { BusinessCalendar } from '../../apex/library/system/business-hours.ts';
import { raise } from '../../apex/library/raise.ts';
import { instantOf, zoneOf } from '../../apex/library/time/zone.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import { readHoliday } from './holidays.ts';
import { openingOf, type Span } from './opening-hours.ts';

const dayLength = 86_400_000;
const minute = 60_000;
/** Hours that are closed for so long open never. */
const furthestDays = 20 * 366;

interface Hours {
  readonly timeZone: string;
  /** What is open on a day, in milliseconds since its midnight. */
  readonly openOn: (days: number) => readonly Span[];
}

/**
 * The working hours of an org, from its records of BusinessHours and of the holidays that belong to them. To which hours a
 * holiday belongs no record tells, as on the platform: org.calendar.observe(businessHoursId, holidayId).
 */
export class WorkingTime implements BusinessCalendar {
  private readonly org: InMemoryOrg;
  private readonly observed = new Map<string, Set<string>>();

  constructor(org: InMemoryOrg) {
    this.org = org;
  }

  /** From now on the holiday counts in these hours. */
  observe(businessHoursId: string, holidayId: string): void {
    const ids = this.observed.get(businessHoursId) ?? new Set();
    this.observed.set(businessHoursId, ids.add(holidayId));
  }

  add(businessHoursId: string, start: number, duration: number): number {
    const hours = this.hoursOf(businessHoursId);
    // As documented, what is smaller than a minute is ignored.
    let left = Math.floor(Math.abs(duration) / minute) * minute;
    if (left === 0) {
      return start;
    }
    const isBack = duration < 0;
    for (const span of isBack ? spansBefore(hours, start) : spansAfter(hours, start)) {
      const length = span.end - span.start;
      if (length >= left) {
        return isBack ? span.end - left : span.start + left;
      }
      left -= length;
    }
    return neverOpen(businessHoursId);
  }

  diff(businessHoursId: string, start: number, end: number): number {
    if (end < start) {
      return -this.diff(businessHoursId, end, start);
    }
    let sum = 0;
    const hours = this.hoursOf(businessHoursId);
    for (let days = dayAt(hours, start); days <= dayAt(hours, end); days++) {
      for (const span of instantsOf(hours, days)) {
        sum += Math.max(0, Math.min(span.end, end) - Math.max(span.start, start));
      }
    }
    return sum;
  }

  isWithin(businessHoursId: string, instant: number): boolean {
    const hours = this.hoursOf(businessHoursId);
    return instantsOf(hours, dayAt(hours, instant)).some(({ start, end }) => start <= instant && instant < end);
  }

  nextStart(businessHoursId: string, instant: number): number {
    for (const { start } of spansAfter(this.hoursOf(businessHoursId), instant)) {
      return start;
    }
    return neverOpen(businessHoursId);
  }

  private hoursOf(id: string): Hours {
    const record = this.org.store.findRecord(id);
    if (record?.objectName !== 'BusinessHours') {
      return raise('System.InvalidParameterValueException', `There are no business hours with the id ${id}.`);
    }
    const holidays = [...(this.observed.get(id) ?? [])].flatMap((each) => {
      const holiday = this.org.store.findRecord(each);
      return holiday === null || holiday.isDeleted ? [] : [readHoliday(holiday.fields)];
    });
    const timeZone = record.fields.get('timezonesidkey');
    return {
      timeZone: typeof timeZone === 'string' ? timeZone : 'GMT',
      openOn: (days) =>
        holidays
          .filter(({ isOn }) => isOn(days))
          .reduce((spans, { closed }) => withoutSpan(spans, closed), openingOf(record.fields, days)),
    };
  }
}

function neverOpen(id: string): never {
  return raise('System.InvalidParameterValueException', `The business hours with the id ${id} are never open.`);
}

/** The day that clocks of the hours' zone show at an instant. */
function dayAt({ timeZone }: Hours, instant: number): number {
  return Math.floor((instant + zoneOf(timeZone).offsetAt(instant)) / dayLength);
}

/** What is open on a day, in instants. On a day with a change of clocks that is shorter or longer. */
function instantsOf({ timeZone, openOn }: Hours, days: number): Span[] {
  const zone = zoneOf(timeZone);
  const at = (clock: number) => instantOf(zone, days * dayLength + clock);
  return openOn(days)
    .map(({ start, end }) => ({ start: at(start), end: at(end) }))
    .filter(({ start, end }) => start < end);
}

function* spansAfter(hours: Hours, instant: number): Generator<Span> {
  const first = dayAt(hours, instant);
  for (let days = first; days < first + furthestDays; days++) {
    for (const { start, end } of instantsOf(hours, days)) {
      if (end > instant) {
        yield { start: Math.max(start, instant), end };
      }
    }
  }
}

function* spansBefore(hours: Hours, instant: number): Generator<Span> {
  const first = dayAt(hours, instant);
  for (let days = first; days > first - furthestDays; days--) {
    for (const { start, end } of instantsOf(hours, days).reverse()) {
      if (start < instant) {
        yield { start, end: Math.min(end, instant) };
      }
    }
  }
}

function withoutSpan(spans: readonly Span[], closed: Span): readonly Span[] {
  return spans.flatMap(({ start, end }) =>
    [
      { start, end: Math.min(end, closed.start) },
      { start: Math.max(start, closed.end), end },
    ].filter((each) => each.start < each.end),
  );
}
