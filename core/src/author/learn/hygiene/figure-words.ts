import { dayMillis } from './inspected-history.ts';

const farthest = 8_640_000_000_000_000;

/** 12345 → "12,345" */
export function countWords(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** "1 lead", "12,345 leads" */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${countWords(count)} ${count === 1 ? one : many}`;
}

/** A share in words. shareWords(1, 3) → "33 %". What rounds to nothing or to everything without being it says so. */
export function shareWords(count: number, whole: number): string {
  if (count === 0 || whole === 0) {
    return '0 %';
  }
  const percent = Math.round((count / whole) * 100);
  return percent === 0 ? 'under 1 %' : percent === 100 && count < whole ? 'over 99 %' : `${percent} %`;
}

/** A share with one digit behind the point, for shares that are compared. rateWords(1, 30) → "3.3 %" */
export function rateWords(count: number, whole: number): string {
  return whole === 0 ? '0 %' : `${((count / whole) * 100).toFixed(1)} %`;
}

/** The UTC day of an instant, such as "2026-03-31". */
export function dayWords(instant: number): string {
  return Math.abs(instant) <= farthest ? new Date(instant).toISOString().slice(0, 10) : 'no known day';
}

/** A length of time in days. daysWords(90_000_000) → "1 day" */
export function daysWords(millis: number): string {
  return countOf(Math.round(millis / dayMillis), 'day');
}

/** The first names of a list, and how many more there are. */
export function listWords(names: readonly string[], most = 5): string {
  const named = names.slice(0, most).map((name) => `"${name}"`);
  const more = names.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${countWords(more)} more` : named.join(', ');
}
