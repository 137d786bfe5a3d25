import type { CalendarWindows, TimeWindow } from '../../decide/model/calendar.ts';

/** Working hours as people write them: week days 1 (Monday) to 7, local times, a zone, and days off. */
export type WorkingHours = {
  calendarKey: string;
  timeZone: string;
  days: number[];
  from: string;
  until: string;
  holidays: string[];
};

const dayMillis = 86_400_000;

/**
 * Works out a business calendar in UTC for a span of time: zones, summer time and holidays are resolved here, so that the
 * engine only ever compares instants.
 */
export function windowsOf(hours: WorkingHours, coversFrom: number, coversUntil: number): CalendarWindows {
  const zone = new ZoneClock(hours.timeZone);
  const windows: TimeWindow[] = [];
  const dayStartsAt: number[] = [];
  const weekStartsAt: number[] = [];
  const holidays = new Set(hours.holidays);
  for (let day = floorDay(coversFrom) - dayMillis; day <= coversUntil + dayMillis; day += dayMillis) {
    const weekDay = ((Math.floor(day / dayMillis) + 3) % 7) + 1;
    const startsAt = zone.instantOf(day);
    dayStartsAt.push(startsAt);
    if (weekDay === 1) {
      weekStartsAt.push(startsAt);
    }
    if (hours.days.includes(weekDay) && !holidays.has(new Date(day).toISOString().slice(0, 10))) {
      windows.push({
        opensAt: zone.instantOf(day + millisOf(hours.from)),
        closesAt: zone.instantOf(day + millisOf(hours.until)),
      });
    }
  }
  return { calendarKey: hours.calendarKey, coversFrom, coversUntil, windows, dayStartsAt, weekStartsAt };
}

/** Whole local days off, as UTC windows: from the start of the first day to the end of the last. */
export function leaveWindows(spans: { from: string; until: string }[], timeZone: string): TimeWindow[] {
  const zone = new ZoneClock(timeZone);
  return spans
    .map((span) => ({
      opensAt: zone.instantOf(Date.parse(span.from)),
      closesAt: zone.instantOf(Date.parse(span.until) + dayMillis),
    }))
    .sort((one, other) => one.opensAt - other.opensAt);
}

function floorDay(instant: number): number {
  return Math.floor(instant / dayMillis) * dayMillis;
}

function millisOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000;
}

/** Turns local wall-clock times of one zone into instants. */
class ZoneClock {
  readonly #format: Intl.DateTimeFormat;

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  }

  /** `local` is the wall clock's reading written as if it were UTC. Of a doubled hour the first counts. */
  instantOf(local: number): number {
    const guess = local - this.#offsetAt(local);
    return local - this.#offsetAt(guess);
  }

  #offsetAt(instant: number): number {
    const name = this.#format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
    const found = /([+-])(\d{2}):(\d{2})/.exec(name);
    return found === null ? 0 : (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000;
  }
}
