import type { CalendarWindows, TimeWindow } from './calendar.ts';
import { quotient, quotientLong, type Int, type Long } from './number.ts';

const dayMillis: Long = 86400000;
const weekMillis: Long = 604800000;
/** The first Monday after the epoch: 5 January 1970. */
const firstMonday: Long = 345600000;

/** What a calendar says of an instant. Outside what it covers it is stale and says nothing. */
export type Opening = 'open' | 'shut' | 'stale';

/** Whether an instant lies in working hours. */
export function openingAt(calendar: CalendarWindows | null, instant: Long): Opening {
  if (calendar === null || instant < calendar.coversFrom || instant >= calendar.coversUntil) {
    return 'stale';
  }
  const place: Int = firstClosingAfter(calendar.windows, instant);
  if (place < calendar.windows.length && calendar.windows[place]!.opensAt <= instant) {
    return 'open';
  }
  return 'shut';
}

/** The position of the first window that closes after an instant; the number of windows when none does. */
export function firstClosingAfter(windows: TimeWindow[], instant: Long): Int {
  let low: Int = 0;
  let high: Int = windows.length;
  while (low < high) {
    const middle: Int = quotient(low + high, 2);
    if (windows[middle]!.closesAt > instant) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** Whether an instant lies in any of the windows, in whatever order they stand and however they overlap. */
export function isWithin(windows: TimeWindow[], instant: Long): boolean {
  for (const window of windows) {
    if (window.opensAt <= instant && instant < window.closesAt) {
      return true;
    }
  }
  return false;
}

/**
 * The instant at which so many open milliseconds have passed; null when the calendar does not reach that far.
 *
 * Friday 17:58 in a 9-18 calendar, 5 minutes → Monday 9:03.
 */
export function addOpenMillis(calendar: CalendarWindows, start: Long, millis: Long): Long | null {
  if (start < calendar.coversFrom || start >= calendar.coversUntil) {
    return null;
  }
  let rest: Long = millis;
  for (let place: Int = firstClosingAfter(calendar.windows, start); place < calendar.windows.length; place += 1) {
    const window = calendar.windows[place]!;
    const opened: Long = window.opensAt > start ? window.opensAt : start;
    if (rest <= window.closesAt - opened) {
      return opened + rest;
    }
    rest -= window.closesAt - opened;
  }
  return null;
}

/** The end of the business day that still has so many open milliseconds for the work; null when not covered. */
export function endOfOpenDay(calendar: CalendarWindows, start: Long, neededMillis: Long): Long | null {
  const possible = addOpenMillis(calendar, start, neededMillis);
  if (possible === null) {
    return null;
  }
  const nextDayAt: Long = startAfter(calendar.dayStartsAt, possible - 1) ?? possible + dayMillis;
  let closing: Long = possible;
  for (
    let place: Int = firstClosingAfter(calendar.windows, possible - 1);
    place < calendar.windows.length && calendar.windows[place]!.opensAt < nextDayAt;
    place += 1
  ) {
    closing = calendar.windows[place]!.closesAt;
  }
  return closing > nextDayAt ? nextDayAt : closing;
}

/** The first of the ordered instants after a given one; null when there is none. */
function startAfter(starts: Long[], instant: Long): Long | null {
  const place: Int = countUpTo(starts, instant);
  return place < starts.length ? starts[place]! : null;
}

/** How many of the ordered instants are not after a given one. */
function countUpTo(starts: Long[], instant: Long): Int {
  let low: Int = 0;
  let high: Int = starts.length;
  while (low < high) {
    const middle: Int = quotient(low + high, 2);
    if (starts[middle]! > instant) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** When the day of an instant began in the calendar's own zone; in UTC where the calendar does not say. */
export function dayStartOf(calendar: CalendarWindows | null, instant: Long): Long {
  if (calendar !== null) {
    const count: Int = countUpTo(calendar.dayStartsAt, instant);
    if (count > 0 && instant < calendar.coversUntil) {
      return calendar.dayStartsAt[count - 1]!;
    }
  }
  return quotientLong(instant, dayMillis) * dayMillis;
}

/** As dayStartOf, for weeks, which begin on Monday. */
export function weekStartOf(calendar: CalendarWindows | null, instant: Long): Long {
  if (calendar !== null) {
    const count: Int = countUpTo(calendar.weekStartsAt, instant);
    if (count > 0 && instant < calendar.coversUntil) {
      return calendar.weekStartsAt[count - 1]!;
    }
  }
  return quotientLong(instant - firstMonday, weekMillis) * weekMillis + firstMonday;
}
