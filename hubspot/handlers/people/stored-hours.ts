import * as z from 'zod';

/** What HubSpot keeps of a user's hours as a text, read: there is none, there is some, or it is not what was documented. */
export type StoredHours<Value> =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'broken'; readonly value: Value };

/** Hours that come again every week, in the user's own zone. 1 is Monday. */
export type WeeklyHours = {
  readonly days: readonly number[];
  readonly startMinute: number;
  readonly endMinute: number;
};

/** A stretch of absence in UTC milliseconds, from `startsAt` up to but not at `endsAt`. */
export type Absence = { readonly startsAt: number; readonly endsAt: number };

const daysByWord: Readonly<Record<string, readonly number[]>> = {
  MONDAY: [1],
  TUESDAY: [2],
  WEDNESDAY: [3],
  THURSDAY: [4],
  FRIDAY: [5],
  SATURDAY: [6],
  SUNDAY: [7],
  MONDAY_TO_FRIDAY: [1, 2, 3, 4, 5],
  SATURDAY_SUNDAY: [6, 7],
  EVERY_DAY: [1, 2, 3, 4, 5, 6, 7],
};

const mostEntries = 200;

const minute = z.int().min(0).max(1440);
const hoursSchema = z
  .object({ days: z.enum(Object.keys(daysByWord)), startMinute: minute, endMinute: minute })
  .refine((hours) => hours.startMinute < hours.endMinute);

const instant = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .refine((millis) => millis > 0 && millis < 8.64e15);
const absenceSchema = z
  .object({ startTimestamp: instant, endTimestamp: instant })
  .refine((span) => span.startTimestamp < span.endTimestamp);

/**
 * Reads `hs_working_hours`. One entry that is broken makes the whole unknown: half of somebody's week would be a guess.
 *
 * readWorkingHours('[{"days":"MONDAY_TO_FRIDAY","startMinute":540,"endMinute":1020}]') → 9 to 17 on days 1 to 5;
 * null, "", "null" and "[]" → none.
 */
export function readWorkingHours(stored: string | null): StoredHours<readonly WeeklyHours[]> {
  const entries = readEntries(stored);
  if (entries === 'none') {
    return { kind: 'none' };
  }
  const read = z
    .array(hoursSchema)
    .min(1)
    .safeParse(entries === 'broken' ? null : entries);
  if (!read.success) {
    return { kind: 'broken', value: [] };
  }
  return {
    kind: 'read',
    value: read.data.map(({ days, startMinute, endMinute }) => ({ days: daysByWord[days]!, startMinute, endMinute })),
  };
}

/**
 * Reads `hs_out_of_office_hours`, the earliest first. What can be read of a broken list counts: nobody gets leads on a holiday
 * because of a slip in another.
 */
export function readAbsences(stored: string | null): StoredHours<readonly Absence[]> {
  const entries = readEntries(stored);
  if (entries === 'none') {
    return { kind: 'none' };
  }
  const absences: Absence[] = [];
  let isBroken = entries === 'broken';
  for (const entry of entries === 'broken' ? [] : entries) {
    const read = absenceSchema.safeParse(entry);
    isBroken = isBroken || !read.success;
    if (read.success) {
      absences.push({ startsAt: read.data.startTimestamp, endsAt: read.data.endTimestamp });
    }
  }
  absences.sort((one, other) => one.startsAt - other.startsAt || one.endsAt - other.endsAt);
  return { kind: isBroken ? 'broken' : 'read', value: absences };
}

function readEntries(stored: string | null): unknown[] | 'none' | 'broken' {
  if (stored === null || stored.trim() === '') {
    return 'none';
  }
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return 'broken';
  }
  if (value === null || (Array.isArray(value) && value.length === 0)) {
    return 'none';
  }
  return Array.isArray(value) && value.length <= mostEntries ? value : 'broken';
}

/** Whether a name is a time zone that can be reckoned with. isTimeZone("Europe/Berlin") → true; isTimeZone("Berlin") → false. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
