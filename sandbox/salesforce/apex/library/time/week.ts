import { dayOf, dayOfWeek, daysOf } from './calendar.ts';

/** How a locale counts weeks: their first day (Monday is 1, Sunday 7) and how many days make the first week of a year. */
export interface WeekRule {
  readonly firstDay: number;
  readonly daysInFirstWeek: number;
}

/** The first day of the week of a day: startOfWeek(0, 7) → -4, the Sunday before Thursday 1 January 1970. */
export function startOfWeek(days: number, firstDay: number): number {
  return days - ((dayOfWeek(days) - firstDay + 7) % 7);
}

/** Where week 1 of a year or month starts that itself starts on `first`. */
function startOfFirstWeek(first: number, rule: WeekRule): number {
  const start = startOfWeek(first, rule.firstDay);
  return start + 7 - first >= rule.daysInFirstWeek ? start : start + 7;
}

/** The year that the week of a day belongs to: 30 December 2019 is in a week of 2020. */
export function weekYear(days: number, rule: WeekRule): number {
  const { year } = dayOf(days);
  if (days < startOfFirstWeek(daysOf(year, 1, 1), rule)) {
    return year - 1;
  }
  return days >= startOfFirstWeek(daysOf(year + 1, 1, 1), rule) ? year + 1 : year;
}

/** The number of the week in its week year, from 1: the 53rd for 3 January 2021 where weeks are those of ISO 8601. */
export function weekOfYear(days: number, rule: WeekRule): number {
  return Math.floor((days - startOfFirstWeek(daysOf(weekYear(days, rule), 1, 1), rule)) / 7) + 1;
}

/** The number of the week in its month: 3 for 21 November 2026 from Sunday, and 0 for days before the first week. */
export function weekOfMonth(days: number, rule: WeekRule): number {
  const { year, month } = dayOf(days);
  return Math.floor((days - startOfFirstWeek(daysOf(year, month, 1), rule)) / 7) + 1;
}
