import { dayNumberOf } from './day-number.ts';
import type { Reader } from './reader.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant as the reader writes it, with its zone: the nearest days by their names, the year only where it is another one.
 *
 * writeInstant(at, { locale: "en-GB", timeZone: "Europe/Berlin" }, now) → "today, 10:30 CET", "Wed, 18 Mar, 10:30 CET"
 */
export function writeInstant(at: number, reader: Reader, now: number): string {
  if (!isDate(at)) {
    return 'at an unknown time';
  }
  const days = dayNumberOf(at, reader.timeZone) - dayNumberOf(now, reader.timeZone);
  if (Math.abs(days) <= 1) {
    return `${nearDay(days, reader.locale)}, ${formatOf('time', reader).format(at)}`;
  }
  const kind = yearOf(at, reader) === yearOf(now, reader) ? 'day' : 'year';
  return `${formatOf(kind, reader).format(at)}, ${formatOf('time', reader).format(at)}`;
}

/** Further than this no calendar goes. */
const lastInstant = 8_640_000_000_000_000;

function isDate(at: number): boolean {
  return Number.isFinite(at) && Math.abs(at) <= lastInstant;
}

function nearDay(days: number, locale: string): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
}

function yearOf(at: number, reader: Reader): string {
  return formatOf('yearAlone', reader).format(at);
}

const parts = {
  time: { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  year: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  yearAlone: { year: 'numeric' },
} satisfies { readonly [kind: string]: Intl.DateTimeFormatOptions };

/** Making a format takes longer than a thousand uses of it. */
function formatOf(kind: keyof typeof parts, { locale, timeZone }: Reader): Intl.DateTimeFormat {
  const key = `${kind} ${locale} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...parts[kind], timeZone });
  formats.set(key, format);
  return format;
}
