const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant in words that say their zone. A zone that nobody knows is read as UTC: a note with another hour is better than
 * none.
 *
 * writeInstant(Date.UTC(2026, 2, 18, 9), "Europe/Berlin") → "Wed, 18 Mar 2026, 10:00 CET"
 */
export function writeInstant(instant: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = formatOf(timeZone);
    formats.set(timeZone, format);
  }
  return format.format(instant);
}

/** A line of a story with its instants written out. withInstants("Due {at:0}.", "UTC") → "Due Thu, 1 Jan 1970, 00:00 UTC." */
export function withInstants(text: string, timeZone: string): string {
  // 15 digits are always within what a date can hold, whoever typed them.
  return text.replace(/\{at:(\d{1,15})\}/g, (_, digits: string) => writeInstant(Number(digits), timeZone));
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const parts: Intl.DateTimeFormatOptions = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  };
  try {
    return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' });
  }
}
