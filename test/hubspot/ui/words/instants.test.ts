import { describe, expect, test } from '@jest/globals';
import { dayNumberOf } from '../../../../hubspot/ui/words/day-number.ts';
import { readerOf } from '../../../../hubspot/ui/words/reader.ts';
import { writeDuration } from '../../../../hubspot/ui/words/write-duration.ts';
import { writeInstant } from '../../../../hubspot/ui/words/write-instant.ts';

const at = Date.UTC(2026, 2, 18, 9, 30);
const dayMillis = 86_400_000;
const inLocale = (locale: string, timeZone: string) => ({ locale, timeZone });
/** What differs between versions of ICU: a narrow space before AM and PM, a comma after the day, hours of one digit. */
const plain = (text: string) =>
  text
    .replaceAll('\u202f', ' ')
    .replace(/^([A-Z][a-z]{2}), /, '$1 ')
    .replace(/, (\d:)/, ', 0$1');
const written = (...given: Parameters<typeof writeInstant>) => plain(writeInstant(...given));

describe('an instant', () => {
  test.each([
    ['en-GB', 'Europe/Berlin', 'Wed 18 Mar, 10:30 CET'],
    ['en-GB', 'UTC', 'Wed 18 Mar, 09:30 UTC'],
    ['en-US', 'America/New_York', 'Wed Mar 18, 05:30 AM EDT'],
    ['en-US', 'Asia/Kathmandu', 'Wed Mar 18, 03:15 PM GMT+5:45'],
    ['de-DE', 'Europe/Berlin', 'Mi., 18. März, 10:30 MEZ'],
  ])('is written as %s reads it in %s', (locale, timeZone, words) => {
    expect(written(at, inLocale(locale, timeZone), at + 5 * dayMillis)).toBe(words);
  });

  test('of the nearest days is called by their names, by the reader’s own midnight', () => {
    const berlin = inLocale('en-GB', 'Europe/Berlin');
    const auckland = inLocale('en-GB', 'Pacific/Auckland');
    const lateEvening = Date.UTC(2026, 2, 18, 11, 30);
    expect(written(lateEvening, berlin, at)).toBe('today, 12:30 CET');
    expect(written(lateEvening, auckland, at)).toMatch(/^tomorrow, 00:30/);
    expect(written(at - dayMillis, berlin, at)).toBe('yesterday, 10:30 CET');
    expect(written(at, inLocale('de', 'Europe/Berlin'), at)).toBe('heute, 10:30 MEZ');
  });

  test('of another year says so', () => {
    expect(written(Date.UTC(2025, 11, 30, 12), inLocale('en-GB', 'UTC'), at)).toBe('Tue 30 Dec 2025, 12:00 UTC');
  });

  test('that no calendar holds is no exception', () => {
    for (const strange of [Number.NaN, 8_640_000_000_000_001, Infinity]) {
      expect(written(strange, inLocale('en', 'UTC'), at)).toBe('at an unknown time');
    }
  });
});

describe('on the days when clocks are changed', () => {
  const berlin = inLocale('en-GB', 'Europe/Berlin');

  test('each day is one day, whether it has 23 hours or 25', () => {
    const noon = (month: number, day: number) => dayNumberOf(Date.UTC(2026, month, day, 11), 'Europe/Berlin');
    expect([noon(2, 29) - noon(2, 28), noon(2, 30) - noon(2, 29)]).toEqual([1, 1]);
    expect([noon(9, 25) - noon(9, 24), noon(9, 26) - noon(9, 25)]).toEqual([1, 1]);
  });

  test('the hour that comes twice is told apart by its zone', () => {
    const now = Date.UTC(2026, 9, 24, 22, 30);
    expect(written(Date.UTC(2026, 9, 25, 0, 30), berlin, now)).toBe('today, 02:30 CEST');
    expect(written(Date.UTC(2026, 9, 25, 1, 30), berlin, now)).toBe('today, 02:30 CET');
  });

  test('an evening before the long day is 25 hours from the next midnight but one, and tomorrow is tomorrow', () => {
    const saturdayEvening = Date.UTC(2026, 9, 24, 21);
    expect(written(Date.UTC(2026, 9, 25, 22, 30), berlin, saturdayEvening)).toBe('tomorrow, 23:30 CET');
    expect(written(Date.UTC(2026, 9, 25, 23, 30), berlin, saturdayEvening)).toBe('Mon 26 Oct, 00:30 CET');
  });

  test('in New York the missing hour moves nothing to another day', () => {
    const before = Date.UTC(2026, 2, 8, 6, 59);
    const reader = inLocale('en-GB', 'America/New_York');
    expect(written(Date.UTC(2026, 2, 8, 7, 1), reader, before)).toMatch(/^today, 03:01/);
  });
});

describe('how long something takes', () => {
  test.each([
    [0, '0:00'],
    [999, '0:00'],
    [59_999, '0:59'],
    [252_900, '4:12'],
    [3_599_999, '59:59'],
    [3_600_000, '1 h'],
    [7_800_000, '2 h 10 min'],
    [86_399_999, '23 h 59 min'],
    [86_400_000, '1 day'],
    [100_800_000, '1 day 4 h'],
    [3 * 86_400_000 + 7_200_000, '3 days'],
    [-252_000, '4:12'],
  ])('%d ms are %s', (millis, words) => {
    expect(writeDuration(millis)).toBe(words);
  });
});

describe('who reads', () => {
  test('is what HubSpot says, in the spelling that Intl knows', () => {
    const berlin = { timezone: 'Europe/Berlin' };
    expect(readerOf({ user: { locale: 'pt_br' }, portal: berlin })).toEqual({
      locale: 'pt-BR',
      timeZone: 'Europe/Berlin',
    });
    expect(readerOf({ user: {}, portal: berlin }).locale).toBe('en');
  });

  test('in a language or a zone that nobody knows reads English, and UTC', () => {
    const strange = { user: { locale: '<script>' }, portal: { timezone: 'Middle/Earth' } };
    expect(readerOf(strange)).toEqual({ locale: 'en', timeZone: 'UTC' });
  });
});
