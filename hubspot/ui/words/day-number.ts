const formats = new Map<string, Intl.DateTimeFormat>();

const dayMillis = 86_400_000;

/**
 * The day of the calendar that an instant falls on in a zone, as a number that grows by one each day, however many hours a day has.
 *
 * dayNumberOf(Date.UTC(2026, 2, 28, 23, 30), "Europe/Berlin") = dayNumberOf(Date.UTC(2026, 2, 29, 12), "Europe/Berlin")
 */
export function dayNumberOf(at: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
  formats.set(timeZone, format);
  const found = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(found.get('year') ?? 0, (found.get('month') ?? 1) - 1, found.get('day') ?? 1) / dayMillis;
}
