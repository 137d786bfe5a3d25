/** The Gregorian calendar, reckoned in days since 1 January 1970, also before it was introduced. */

export interface CalendarDay {
  readonly year: number;
  /** 1 is January. */
  readonly month: number;
  readonly day: number;
}

const daysBeforeEpoch = 719468;
const daysOfFourCenturies = 146097;

/** isLeapYear(1900) → false. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Months beyond the year count on: daysInMonth(2024, 2) → 29. */
export function daysInMonth(year: number, month: number): number {
  return daysOf(year, month + 1, 1) - daysOf(year, month, 1);
}

/** What overflows counts on, as the platform does: daysOf(2016, 27, 7) is 7 March 2018, and day 0 the day before. */
export function daysOf(year: number, month: number, day: number): number {
  const monthsSinceMarch = month - 3;
  const marchYear = year + Math.floor(monthsSinceMarch / 12);
  const monthOfYear = ((monthsSinceMarch % 12) + 12) % 12;
  // Counted from March, the days before a month follow from its number alone, and a leap day is the last of its year.
  const before = Math.floor((153 * monthOfYear + 2) / 5);
  const centuries = Math.floor(marchYear / 100);
  const leaps = Math.floor(marchYear / 4) - centuries + Math.floor(centuries / 4);
  return marchYear * 365 + leaps + before + day - 1 - daysBeforeEpoch;
}

/** dayOf(0) → 1 January 1970. */
export function dayOf(days: number): CalendarDay {
  const shifted = days + daysBeforeEpoch;
  const era = Math.floor(shifted / daysOfFourCenturies);
  const dayOfEra = shifted - era * daysOfFourCenturies;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthSinceMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthSinceMarch < 10 ? monthSinceMarch + 3 : monthSinceMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthSinceMarch + 2) / 5) + 1,
  };
}

/** The first of January is 1: dayOfYear(35) → 36. */
export function dayOfYear(days: number): number {
  return days - daysOf(dayOf(days).year, 1, 1) + 1;
}

/** Monday is 1 and Sunday 7: dayOfWeek(0) → 4, a Thursday. */
export function dayOfWeek(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** The same day of a later month, or its last one: 31 January and one month make 28 or 29 February. */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = dayOf(days);
  return daysOf(year, month + months, Math.min(day, daysInMonth(year, month + months)));
}
