import type { BaseDate } from '@hubspot/ui-extensions';
import { dayNumberOf } from '../words/day-number.ts';

const dayMillis = 86_400_000;

/** A day as a link holds it, such as 2026-03-18. */
export type Day = string;

export function dayOf({ year, month, date }: BaseDate): Day {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

/** As an input wants it; null where the text is no day. */
export function inputDay(day: string | undefined): BaseDate | null {
  const number = numberOf(day);
  if (number === null) return null;
  const at = new Date(number * dayMillis);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
}

/**
 * The first instant of a day in a zone, however many hours the days around it have; null where the text is no day.
 *
 * startOfDay('2026-03-29', 'Europe/Berlin') → the instant of 2026-03-28T23:00Z
 */
export function startOfDay(day: string | undefined, timeZone: string): number | null {
  const number = numberOf(day);
  return number === null ? null : firstOf(number, timeZone);
}

/** The last millisecond of a day in a zone. */
export function endOfDay(day: string | undefined, timeZone: string): number | null {
  const number = numberOf(day);
  return number === null ? null : firstOf(number + 1, timeZone) - 1;
}

function numberOf(day: string | undefined): number | null {
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : at / dayMillis;
}

/** No zone is further from UTC than this. */
const furthest = 15 * 3_600_000;

/** The days of a calendar never go back, so halving finds the instant at which one begins. */
function firstOf(dayNumber: number, timeZone: string): number {
  let before = dayNumber * dayMillis - furthest;
  let within = dayNumber * dayMillis + furthest;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayNumberOf(middle, timeZone) >= dayNumber) within = middle;
    else before = middle;
  }
  return within;
}
