/** A day as a date input holds it: months count from 0. */
export type Day = { readonly year: number; readonly month: number; readonly date: number };

/** The day of an instant in UTC milliseconds; null where it is none. */
export function dayOfInstant(text: string | null): Day | null {
  const millis = text === null || !/^-?\d{1,15}$/.test(text) ? null : Number(text);
  if (millis === null) return null;
  const date = new Date(millis);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
}

/** The beginning of a day in UTC milliseconds. The same day keeps its hour. */
export function instantOfDay(day: Day, before: string | null): string {
  const known = dayOfInstant(before);
  const isSame = known !== null && known.year === day.year && known.month === day.month && known.date === day.date;
  return isSame ? before! : String(Date.UTC(day.year, day.month, day.date));
}
