/** How a date such as 3/4/2026 is meant. */
export type DateOrder = 'monthFirst' | 'dayFirst';

/**
 * Reads an instant into UTC milliseconds; null when the text is none. Without a zone UTC is meant, without a time
 * midnight.
 *
 * readInstant("2026-03-04 09:30:00", "monthFirst") → 1772616600000; readInstant("yesterday", …) → null.
 */
export function readInstant(typed: string, dateOrder: DateOrder): number | null {
  const text = typed.trim();
  if (/^\d{12,14}$/.test(text)) {
    return Number(text);
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (iso !== null) {
    return fromIso(iso);
  }
  const local = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:[ ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text);
  if (local !== null) {
    const [first, second] = [Number(local[1]), Number(local[2])];
    const isDayFirst = dateOrder === 'dayFirst' || text.includes('.');
    const [month, day] = isDayFirst ? [second, first] : [first, second];
    return utc(Number(local[3]), month, day, Number(local[4] ?? 0), Number(local[5] ?? 0), Number(local[6] ?? 0), 0);
  }
  return null;
}

function fromIso(parts: RegExpExecArray): number | null {
  const millis = Number((parts[7] ?? '0').padEnd(3, '0'));
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((place) => Number(parts[place] ?? 0));
  const instant = utc(year!, month!, day!, hour!, minute!, second!, millis);
  const zone = parts[8];
  if (instant === null || zone === undefined || zone === 'Z') {
    return instant;
  }
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return instant - (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** Null for a day that no calendar has, such as 31 February. */
function utc(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millis: number,
): number | null {
  const instant = Date.UTC(year, month - 1, day, hour, minute, second, millis);
  const date = new Date(instant);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal && year >= 1990 && year < 2200 ? instant : null;
}
