import type { WeekRule } from './week.ts';

function remembering<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    let value = made.get(locale);
    if (value === undefined) {
      value = make(locale);
      made.set(locale, value);
    }
    return value;
  };
}

/** Texts of a locale in which Intl joins with a narrow space are written with a plain one. */
export function withPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

function names(
  locale: string,
  instants: readonly number[],
  options: Intl.DateTimeFormatOptions,
  part: string,
): string[] {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  return instants.map((instant) => format.formatToParts(instant).find((each) => each.type === part)?.value ?? '');
}

const firstOfMonths = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
const weekFromMonday = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day));
const morningAndEvening = [Date.UTC(2024, 0, 1, 6), Date.UTC(2024, 0, 1, 18)];

export interface TimeWords {
  /** From January, as they stand in a date. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** From January, as they stand alone. */
  readonly monthsAlone: readonly string[];
  readonly shortMonthsAlone: readonly string[];
  /** From Monday. */
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly halves: readonly string[];
}

/** The words of a locale: wordsOf('en-US').shortMonths[0] → 'Jan'. */
export const wordsOf = remembering((locale): TimeWords => ({
  months: names(locale, firstOfMonths, { month: 'long', day: 'numeric' }, 'month'),
  shortMonths: names(locale, firstOfMonths, { month: 'short', day: 'numeric' }, 'month'),
  monthsAlone: names(locale, firstOfMonths, { month: 'long' }, 'month'),
  shortMonthsAlone: names(locale, firstOfMonths, { month: 'short' }, 'month'),
  days: names(locale, weekFromMonday, { weekday: 'long' }, 'weekday'),
  shortDays: names(locale, weekFromMonday, { weekday: 'short' }, 'weekday'),
  halves: names(locale, morningAndEvening, { hour: 'numeric', hour12: true }, 'dayPeriod'),
}));

/** How a locale counts weeks: weekRuleOf('en-US') → from Sunday, and one day makes a first week. */
export const weekRuleOf = remembering((locale): WeekRule => {
  // Part of ECMAScript since 2024, and not yet of TypeScript's library.
  const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo(): { firstDay: number } };
  const { firstDay } = info.getWeekInfo();
  return { firstDay, daysInFirstWeek: firstDay === 1 ? 4 : 1 };
});

export type DateOrder = readonly ('year' | 'month' | 'day')[];

/** The order in which a locale writes a date: dateOrderOf('en-US') → month, day, year. */
export const dateOrderOf = remembering((locale): DateOrder => {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(0);
  return parts.map((part) => part.type).filter((type) => type === 'year' || type === 'month' || type === 'day');
});

/** The separator between the parts of a date: dateSeparatorOf('de-DE') → '.'. */
export const dateSeparatorOf = remembering((locale): string => {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(0);
  return parts.find((part) => part.type === 'literal')?.value.trim() ?? '/';
});
