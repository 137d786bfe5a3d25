/**
 * An instant as HubSpot writes it, ISO 8601 or milliseconds; null where there is none.
 *
 * readInstant("2026-03-18T09:00:00Z") → 1773824400000; readInstant("1773824400000") → 1773824400000; readInstant("") → null
 */
export function readInstant(value: string | null | undefined): number | null {
  if (value === null || value === undefined || value === '') {
    return null;
  }
  const instant = /^\d{1,15}$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isNaN(instant) ? null : instant;
}
