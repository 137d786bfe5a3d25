import { Problem } from '../problem.ts';

const units: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * From when on, in UTC milliseconds: so long before `now`, or a date. SFP006 for anything else.
 *
 * Example: `readSince('30d', now)`, `readSince('12h', now)`, `readSince('2026-11-01', now)`.
 */
export function readSince(text: string, now: number): number {
  const span = /^([1-9]\d{0,4})([hdw])$/.exec(text);
  if (span !== null) return now - Number(span[1]) * units[span[2]!]!;
  const isDate = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  const instant = isDate ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw new Problem('SFP006', [text]);
  return instant;
}

/** An instant as a query compares with it. Example: `soqlInstant(0)` is `'1970-01-01T00:00:00.000Z'`. */
export function soqlInstant(millis: number): string {
  return new Date(millis).toISOString();
}
