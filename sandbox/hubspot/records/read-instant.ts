const millisText = /^-?\d{1,16}$/;
const isoText = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads an instant as HubSpot does: milliseconds, or a date in ISO 8601 with or without a time; without a zone it is UTC.
 *
 * @returns UTC milliseconds; null when it is neither.
 *
 * `1731920400000` and `2024-11-18T10:00:00+01:00` → 1731920400000
 */
export function readInstant(written: string): number | null {
  if (millisText.test(written)) return Number(written);
  if (!isoText.test(written)) return null;
  const hasTime = written.includes('T');
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/.test(written) && hasTime;
  const millis = Date.parse(hasTime && !hasZone ? `${written}Z` : written);
  return Number.isNaN(millis) ? null : millis;
}

/** An instant as answers write it. */
export function writeInstant(millis: number): string {
  return new Date(millis).toISOString();
}
