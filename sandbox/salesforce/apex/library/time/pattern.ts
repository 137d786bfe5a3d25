import { chargeParsedCharacters, madeText } from '../../run/meter.ts';
import { raise } from '../raise.ts';
import { dayOf, dayOfWeek, dayOfYear } from './calendar.ts';
import { wordsOf, weekRuleOf } from './locale.ts';
import { weekOfMonth, weekOfYear, weekYear } from './week.ts';
import { writeOffset, zoneName } from './zone-name.ts';
import type { Zone } from './zone.ts';

/** What the letters of a pattern are answered from. */
interface Moment {
  readonly instant: number;
  readonly zone: Zone;
  readonly offset: number;
  readonly locale: string;
  readonly days: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Milliseconds since midnight on the clock. */
  readonly clock: number;
}

function momentOf(instant: number, zone: Zone, locale: string): Moment {
  const offset = zone.offsetAt(instant);
  const local = instant + offset;
  const days = Math.floor(local / 86_400_000);
  return { instant, zone, offset, locale, days, ...dayOf(days), clock: local - days * 86_400_000 };
}

function padded(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

function writeYear(year: number, count: number): string {
  return count === 2 ? padded(year % 100, 2) : padded(year, count);
}

/** Years before the first count backwards: the year 0 is 1 BC. */
function yearOfEra(year: number): number {
  return year > 0 ? year : 1 - year;
}

function writeMonth(month: number, count: number, long: readonly string[], short: readonly string[]): string {
  return count >= 3 ? ((count >= 4 ? long : short)[month - 1] ?? '') : padded(month, count);
}

function writeIsoOffset(offset: number, count: number): string {
  if (count > 3) {
    return raise('System.IllegalArgumentException', `invalid ISO 8601 format: length=${count}`);
  }
  if (offset === 0) {
    return 'Z';
  }
  return count === 1 ? writeOffset(offset, '').slice(0, 3) : writeOffset(offset, count === 2 ? '' : ':');
}

const hourOf = (moment: Moment): number => Math.trunc(moment.clock / 3_600_000);

/** What each letter of Java's SimpleDateFormat writes, given how often it stands there. */
const letters: Readonly<Record<string, (moment: Moment, count: number) => string>> = {
  G: ({ year }) => (year > 0 ? 'AD' : 'BC'),
  y: ({ year }, count) => writeYear(yearOfEra(year), count),
  Y: ({ days, locale }, count) => writeYear(yearOfEra(weekYear(days, weekRuleOf(locale))), count),
  M: ({ month, locale }, count) => writeMonth(month, count, wordsOf(locale).months, wordsOf(locale).shortMonths),
  L: ({ month, locale }, count) =>
    writeMonth(month, count, wordsOf(locale).monthsAlone, wordsOf(locale).shortMonthsAlone),
  w: ({ days, locale }, count) => padded(weekOfYear(days, weekRuleOf(locale)), count),
  W: ({ days, locale }, count) => padded(weekOfMonth(days, weekRuleOf(locale)), count),
  D: ({ days }, count) => padded(dayOfYear(days), count),
  d: ({ day }, count) => padded(day, count),
  F: ({ day }, count) => padded(Math.trunc((day - 1) / 7) + 1, count),
  E: ({ days, locale }, count) =>
    (count >= 4 ? wordsOf(locale).days : wordsOf(locale).shortDays)[dayOfWeek(days) - 1] ?? '',
  u: ({ days }, count) => padded(dayOfWeek(days), count),
  a: (moment) => wordsOf(moment.locale).halves[hourOf(moment) < 12 ? 0 : 1] ?? '',
  H: (moment, count) => padded(hourOf(moment), count),
  k: (moment, count) => padded(hourOf(moment) === 0 ? 24 : hourOf(moment), count),
  K: (moment, count) => padded(hourOf(moment) % 12, count),
  h: (moment, count) => padded(hourOf(moment) % 12 === 0 ? 12 : hourOf(moment) % 12, count),
  m: ({ clock }, count) => padded(Math.trunc(clock / 60_000) % 60, count),
  s: ({ clock }, count) => padded(Math.trunc(clock / 1000) % 60, count),
  S: ({ clock }, count) => padded(clock % 1000, count),
  z: ({ instant, zone, locale }, count) => zoneName(zone, instant, locale, count >= 4 ? 'long' : 'short'),
  Z: ({ offset }) => writeOffset(offset, ''),
  X: ({ offset }, count) => writeIsoOffset(offset, count),
};

/** A run of one letter, a quoted text (two quotes are one), or anything that stands for itself. */
const piece = /([A-Za-z])\1*|'((?:[^']|'')*)'|''|[^A-Za-z']+|'/g;

/**
 * Writes an instant by a pattern of Java's SimpleDateFormat:
 * writeByPattern(0, zoneOf('GMT'), "yyyy-MM-dd'T'HH:mm:ssXXX", 'en-US') → '1970-01-01T00:00:00Z'.
 */
export function writeByPattern(instant: number, zone: Zone, pattern: string, locale: string): string {
  chargeParsedCharacters(pattern.length);
  const moment = momentOf(instant, zone, locale);
  let text = '';
  for (const [found, letter, quoted] of pattern.matchAll(piece)) {
    if (letter !== undefined) {
      const write = letters[letter];
      text +=
        write === undefined
          ? raise('System.IllegalArgumentException', `Illegal pattern character '${letter}'`)
          : write(moment, found.length);
    } else if (quoted !== undefined) {
      text += quoted === '' ? "'" : quoted.replaceAll("''", "'");
    } else if (found === "'") {
      raise('System.IllegalArgumentException', 'Unterminated quote');
    } else {
      text += found;
    }
  }
  return madeText(text);
}
