import { leaveWindows, windowsOf, type WorkingHours } from '../../../core/src/author/run/calendar-windows.ts';
import type { CalendarWindows, TimeWindow } from '../../../core/src/decide/model/calendar.ts';
import type { BusinessCalendar } from '../portal/portal-settings.ts';
import type { WeeklyHours } from './stored-hours.ts';

/** The span that calendars cover: so far back a decision may be made again, so far ahead a promise may reach. */
export type Cover = { readonly from: number; readonly until: number };

const dayMillis = 86_400_000;
const daysBack = 35;
const daysAhead = 60;

/** From whole UTC days, so that the same calendars come to the same text all day. */
export function coverAt(now: number): Cover {
  const today = Math.floor(now / dayMillis) * dayMillis;
  return { from: today - daysBack * dayMillis, until: today + daysAhead * dayMillis };
}

/** The windows of a calendar that ops keep. */
export function businessWindows(calendar: BusinessCalendar, cover: Cover): CalendarWindows {
  const { calendarKey, timeZone, days, from, until, holidays } = calendar;
  return joinWindows([windowsOf({ calendarKey, timeZone, days, from, until, holidays }, cover.from, cover.until)]);
}

/**
 * The windows of hours that may stand several times in a week, such as mornings and afternoons. Overlapping and touching ones
 * are joined.
 */
export function weeklyWindows(
  calendarKey: string,
  timeZone: string,
  weekly: readonly WeeklyHours[],
  cover: Cover,
): CalendarWindows {
  const bySpan = new Map<string, WorkingHours>();
  for (const hours of weekly) {
    const [from, until] = [timeOf(hours.startMinute), timeOf(hours.endMinute)];
    const known = bySpan.get(`${from} ${until}`);
    const days = [...new Set([...(known?.days ?? []), ...hours.days])];
    bySpan.set(`${from} ${until}`, { calendarKey, timeZone, days, from, until, holidays: [] });
  }
  return joinWindows([...bySpan.values()].map((hours) => windowsOf(hours, cover.from, cover.until)));
}

/** The local day of an instant in a zone: from midnight to midnight, however long it is. */
export function localDay(now: number, timeZone: string): TimeWindow {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return leaveWindows([{ from: day, until: day }], timeZone)[0]!;
}

/** All of them stand in one zone, so that days and weeks are those of the first. An hour that summer time skips leaves nothing. */
function joinWindows(calendars: readonly CalendarWindows[]): CalendarWindows {
  const windows = calendars
    .flatMap((calendar) => calendar.windows)
    .filter((window) => window.opensAt < window.closesAt)
    .sort((one, other) => one.opensAt - other.opensAt || one.closesAt - other.closesAt);
  const joined: TimeWindow[] = [];
  for (const window of windows) {
    const last = joined.at(-1);
    if (last !== undefined && window.opensAt <= last.closesAt) {
      last.closesAt = Math.max(last.closesAt, window.closesAt);
    } else {
      joined.push({ ...window });
    }
  }
  return { ...calendars[0]!, windows: joined };
}

/** timeOf(540) → "09:00"; timeOf(1440) → "24:00". */
function timeOf(minuteOfDay: number): string {
  const [hours, minutes] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
