/** How a date such as 3/4/2026 is meant. */
export type DateOrder = 'monthFirst' | 'dayFirst';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const time = String.raw`(?:(?:[ T,]+|[, ]*\bat )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${time}`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${time}`, 'i');
const dayThenName = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-. ]+([a-z]{3,9})\.?,?[-. ]+(\d{4})${time}`, 'i');
const nameThenDay = new RegExp(String.raw`^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${time}`, 'i');

/**
 * Reads an instant into UTC milliseconds; null when the text is none. Without a zone UTC is meant, without a time
 * midnight. Dots mean that the day comes first; counts since 1970 may be in seconds or milliseconds.
 *
 * readInstant("2026-03-04 09:30:00", "monthFirst") → 1772616600000; readInstant("yesterday", …) → null.
 */
export function readInstant(typed: string, dateOrder: DateOrder): number | null {
  const text = typed.trim().replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /i, '');
  if (/^\d{10}(\d{2,3})?$/.test(text)) {
    return inBounds(text.length === 10 ? Number(text) * 1000 : Number(text));
  }
  let found = yearFirst.exec(text);
  if (found !== null) {
    return instantOf(Number(found[1]), Number(found[3]), Number(found[4]), found.slice(5));
  }
  found = yearLast.exec(text);
  if (found !== null) {
    const [first, second] = [Number(found[1]), Number(found[3])];
    const isDayFirst = dateOrder === 'dayFirst' || found[2] === '.';
    const [month, day] = isDayFirst ? [second, first] : [first, second];
    return instantOf(wholeYear(found[4]!), month, day, found.slice(5));
  }
  found = dayThenName.exec(text);
  if (found !== null) {
    return instantOf(Number(found[3]), monthOf(found[2]!), Number(found[1]), found.slice(4));
  }
  found = nameThenDay.exec(text);
  return found === null ? null : instantOf(Number(found[3]), monthOf(found[1]!), Number(found[2]), found.slice(4));
}

/**
 * Tells from the dates of a column whether the day comes first: a number above 12 can't be a month. Without such a
 * number the month comes first.
 */
export function guessDateOrder(cells: string[]): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const found = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{2}/.exec(cell);
    dayFirst += found !== null && Number(found[1]) > 12 ? 1 : 0;
    monthFirst += found !== null && Number(found[2]) > 12 ? 1 : 0;
  }
  return dayFirst > monthFirst ? 'dayFirst' : 'monthFirst';
}

function wholeYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year + (year < 70 ? 2000 : 1900);
}

/** "Sept" → 9; 0 for what is no month. */
function monthOf(name: string): number {
  return monthNames.indexOf(name.toLowerCase().slice(0, 3)) + 1;
}

/** The parts of a clock time are hour, minute, second, fraction, half of the day and zone, each as typed or missing. */
function instantOf(year: number, month: number, day: number, clock: (string | undefined)[]): number | null {
  const [hourText, minuteText, secondText, fraction, half, zone] = clock;
  const hour = halfDayHour(Number(hourText ?? 0), half?.charAt(0).toLowerCase());
  const [minute, second] = [Number(minuteText ?? 0), Number(secondText ?? 0)];
  const millis = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
  const instant = Date.UTC(year, month - 1, day, hour, minute, second, millis);
  const date = new Date(instant);
  // 31 February would be a day in March.
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? inBounds(instant - zoneMillis(zone)) : null;
}

function halfDayHour(hour: number, half: string | undefined): number {
  if (half === undefined) {
    return hour;
  }
  const isOnTheDial = hour >= 1 && hour <= 12;
  return isOnTheDial ? (hour % 12) + (half === 'p' ? 12 : 0) : Number.NaN;
}

function zoneMillis(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) {
    return 0;
  }
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** No lead came before 1990, and none comes after 2199; what says so is a slip. */
function inBounds(instant: number): number | null {
  return instant >= Date.UTC(1990, 0, 1) && instant < Date.UTC(2200, 0, 1) ? instant : null;
}
