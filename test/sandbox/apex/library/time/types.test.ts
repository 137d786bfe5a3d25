import { describe, expect, it } from '@jest/globals';
import { readDecimalLiteral } from '../../../../../sandbox/salesforce/apex/library/number/arithmetic.ts';
import { ApexDate } from '../../../../../sandbox/salesforce/apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../../../../sandbox/salesforce/apex/library/time/apex-datetime.ts';
import { ApexTime } from '../../../../../sandbox/salesforce/apex/library/time/apex-time.ts';
import {
  addToDate,
  addToDatetime,
  dateToDatetime,
  subtractFromDate,
  subtractFromDatetime,
} from '../../../../../sandbox/salesforce/apex/library/time/arithmetic.ts';
import { daysOf } from '../../../../../sandbox/salesforce/apex/library/time/calendar.ts';
import { dateBuiltin } from '../../../../../sandbox/salesforce/apex/library/time/date-type.ts';
import { datetimeBuiltin } from '../../../../../sandbox/salesforce/apex/library/time/datetime-type.ts';
import {
  printDate,
  printDateWithMidnight,
  printDatetime,
  printDatetimeGmt,
  printTime,
} from '../../../../../sandbox/salesforce/apex/library/time/print-time.ts';
import { timeBuiltin } from '../../../../../sandbox/salesforce/apex/library/time/time-type.ts';
import { timeZoneBuiltin } from '../../../../../sandbox/salesforce/apex/library/time/time-zone-type.ts';
import { asUser, callOf, thrownBy } from '../number/library-calls.ts';

const date = (year: number, month: number, day: number): ApexDate => new ApexDate(daysOf(year, month, day));
const gmt = (...parts: [number, number, number, number?, number?, number?, number?]): ApexDatetime => {
  const [year, month, ...rest] = parts;
  return new ApexDatetime(Date.UTC(year, month - 1, ...rest));
};
const onDate = (signature: string, ...args: unknown[]): unknown => callOf(dateBuiltin, signature)(...args);
const onDatetime = (signature: string, ...args: unknown[]): unknown => callOf(datetimeBuiltin, signature)(...args);
const inCalifornia = <T>(action: () => T): T => asUser({}, action);
const longForm =
  'Datetime newInstance(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)';

describe('Date', () => {
  it('counts on where the month or the day overflows', () => {
    const made = onDate('Date newInstance(Integer year, Integer month, Integer day)', 2016, 27, 7);
    expect(printDate(made as ApexDate)).toBe('2018-03-07');
  });

  it('is today on the clock of the user', () => {
    const today = (timeZone: string): string =>
      asUser({ timeZone, now: Date.UTC(2026, 10, 21, 3) }, () => printDate(onDate('Date today()') as ApexDate));
    expect([today('America/Los_Angeles'), today('Asia/Tokyo')]).toEqual(['2026-11-20', '2026-11-21']);
  });

  it('is read from its standard form, with or without leading zeros and a time', () => {
    const read = (text: string): string => printDate(onDate('Date valueOf(String stringDate)', text) as ApexDate);
    expect(['1983-10-11', '2000-1-1', '2024-01-31 17:05:00', '1699-1-1', '2023-02-30'].map(read)).toEqual([
      '1983-10-11',
      '2000-01-01',
      '2024-01-31',
      '1699-01-01',
      '2023-03-02',
    ]);
    expect(thrownBy(() => read('10/11/1983'))).toBe('System.TypeException: Invalid date: 10/11/1983');
    expect(thrownBy(() => read('2024-13-01'))).toBe('System.TypeException: Invalid date: 2024-13-01');
    expect(thrownBy(() => onDate('Date valueOf(String stringDate)', null))).toBe(
      'System.NullPointerException: Argument cannot be null.',
    );
  });

  it('is made of an Object that holds a date, an instant or a text', () => {
    const of = (value: unknown): unknown => onDate('Date valueOf(Object fieldValue)', value);
    expect([of(date(2024, 1, 31)), of(gmt(2024, 1, 31, 23)), of('2024-01-31')]).toEqual(
      Array.from({ length: 3 }, () => date(2024, 1, 31)),
    );
  });

  it('is parsed as the locale of the user writes it', () => {
    const parse = (locale: string, text: string): string =>
      asUser({ locale, now: Date.UTC(2026, 0, 1) }, () =>
        printDate(onDate('Date parse(String stringDate)', text) as ApexDate),
      );
    expect(parse('en_US', '12/27/2015')).toBe('2015-12-27');
    expect(parse('en_US', '12/27/15')).toBe('2015-12-27');
    expect(parse('en_US', '12/27/60')).toBe('1960-12-27');
    expect(parse('en_GB', '27/12/2015')).toBe('2015-12-27');
    expect(parse('de_DE', '27.12.2015')).toBe('2015-12-27');
    expect(parse('ja_JP', '2000/1/1')).toBe('2000-01-01');
  });

  it.each(['1983-10-11', '13/1/2015', '2/30/2015', '12/31/5000', '1/1/1699', ''])('does not parse %s', (text) => {
    expect(thrownBy(() => onDate('Date parse(String stringDate)', text))).toBe(
      `System.TypeException: Invalid date: ${text}`,
    );
  });

  it('counts days and months between two dates', () => {
    expect(onDate('Integer daysBetween(Date secondDate)', date(2008, 1, 1), date(2008, 1, 30))).toBe(29);
    const months = 'Integer monthsBetween(Date secondDate)';
    expect(onDate(months, date(2012, 3, 1), date(2012, 3, 30))).toBe(0);
    expect(onDate(months, date(2012, 3, 31), date(2011, 12, 1))).toBe(-3);
  });

  it('starts weeks by the locale of the user', () => {
    const start = (locale: string): string =>
      asUser({ locale }, () => printDate(onDate('Date toStartOfWeek()', date(2026, 11, 21)) as ApexDate));
    expect([start('en_US'), start('de_DE')]).toEqual(['2026-11-15', '2026-11-16']);
    expect(printDate(onDate('Date toStartOfMonth()', date(1999, 7, 14)) as ApexDate)).toBe('1999-07-01');
  });

  it('is formatted by the locale of the user', () => {
    const format = (locale: string): unknown => asUser({ locale }, () => onDate('String format()', date(2001, 3, 21)));
    expect([format('en_US'), format('de_DE')]).toEqual(['3/21/2001', '21.3.2001']);
  });

  it('can be added to by operators', () => {
    expect(printDate(addToDate(date(2024, 2, 28), 2))).toBe('2024-03-01');
    expect(printDate(subtractFromDate(date(2024, 3, 1), 1))).toBe('2024-02-29');
    expect(dateToDatetime(date(2024, 1, 31))).toEqual(gmt(2024, 1, 31));
  });

  it('has a text with and one without midnight', () => {
    expect([printDate(date(2024, 1, 31)), printDateWithMidnight(date(2024, 1, 31))]).toEqual([
      '2024-01-31',
      '2024-01-31 00:00:00',
    ]);
  });
});

describe('Datetime', () => {
  it('is made on the clock of the user or on that of GMT', () => {
    inCalifornia(() => {
      expect(onDatetime(longForm, 1998, 1, 28, 18, 2, 3)).toEqual(gmt(1998, 1, 29, 2, 2, 3));
      expect(onDatetime('Datetime newInstance(Integer year, Integer month, Integer day)', 2026, 7, 1)).toEqual(
        gmt(2026, 7, 1, 7),
      );
      expect(onDatetime(longForm.replace('newInstance', 'newInstanceGmt'), 1998, 1, 29, 2, 2, 3)).toEqual(
        gmt(1998, 1, 29, 2, 2, 3),
      );
      expect(
        onDatetime('Datetime newInstance(Date date, Time time)', date(2011, 11, 18), new ApexTime(3_600_000)),
      ).toEqual(gmt(2011, 11, 18, 9));
      expect(onDatetime('Datetime newInstance(Long milliseconds)', 1341828183000n)).toEqual(gmt(2012, 7, 9, 10, 3, 3));
    });
  });

  it('shows its parts on both clocks', () => {
    const instant = gmt(2006, 3, 17, 7, 1, 2, 3);
    inCalifornia(() => {
      const parts = (suffix: string): unknown[] =>
        ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond', 'dayOfYear'].map((part) =>
          onDatetime(`Integer ${part}${suffix}()`, instant),
        );
      expect(parts('')).toEqual([2006, 3, 16, 23, 1, 2, 3, 75]);
      expect(parts('Gmt')).toEqual([2006, 3, 17, 7, 1, 2, 3, 76]);
      expect(onDatetime('Date date()', instant)).toEqual(date(2006, 3, 16));
      expect(onDatetime('Date dateGmt()', instant)).toEqual(date(2006, 3, 17));
      expect(printTime(onDatetime('Time timeGmt()', instant) as ApexTime)).toBe('07:01:02.003Z');
    });
  });

  it('adds days of 24 hours also where the clocks of the user are changed', () => {
    asUser({ timeZone: 'America/Chicago' }, () => {
      const midnight = onDatetime('Datetime newInstance(Integer year, Integer month, Integer day)', 2018, 11, 4);
      const later = onDatetime('Datetime addDays(Integer additionalDays)', midnight, 1);
      expect(onDatetime('String format(String dateFormatString)', later, 'yyyy-MM-dd HH:mm:ss')).toBe(
        '2018-11-04 23:00:00',
      );
    });
  });

  it('adds months on the clock of GMT', () => {
    const added = onDatetime('Datetime addMonths(Integer additionalMonths)', gmt(2024, 1, 31, 12), 1);
    expect(added).toEqual(gmt(2024, 2, 29, 12));
    expect(onDatetime('Datetime addYears(Integer additionalYears)', gmt(2024, 2, 29, 12), -1)).toEqual(
      gmt(2023, 2, 28, 12),
    );
  });

  it('adds days with a fraction by operators', () => {
    expect(addToDatetime(gmt(2024, 1, 31), readDecimalLiteral('0.5'))).toEqual(gmt(2024, 1, 31, 12));
    expect(subtractFromDatetime(gmt(2024, 1, 31), readDecimalLiteral('1'))).toEqual(gmt(2024, 1, 30));
  });

  it.each([
    ['yyyy-MM-dd h:mm a', '2022-05-04 7:37 PM'],
    ["EEEE, d MMMM yyyy 'at' k 'o''clock'", "Wednesday, 4 May 2022 at 19 o'clock"],
    ['EEE MMM dd yy HH:mm:ss.SSS zzz', 'Wed May 04 22 19:37:55.006 PDT'],
    ["yyyy-MM-dd'T'HH:mm:ssZ", '2022-05-04T19:37:55-0700'],
    ['X XX XXX', '-07 -0700 -07:00'],
    ['zzzz', 'Pacific Daylight Time'],
    ['D w W F u K G', '124 19 1 1 3 7 AD'],
    ["''yyyy''", "'2022'"],
  ])('formats by the pattern %s', (pattern, expected) => {
    inCalifornia(() => {
      const instant = new ApexDatetime(Date.UTC(2022, 4, 5, 2, 37, 55, 6));
      expect(onDatetime('String format(String dateFormatString)', instant, pattern)).toBe(expected);
    });
  });

  it('formats in a given zone, and in GMT where there is no such zone', () => {
    inCalifornia(() => {
      const inZone = 'String format(String dateFormatString, String timezone)';
      const noon = gmt(2011, 6, 1, 12, 1, 5);
      expect(onDatetime(inZone, noon, 'MM/dd/yyyy HH:mm:ss', 'America/New_York')).toBe('06/01/2011 08:01:05');
      expect(onDatetime(inZone, noon, 'HH:mm z', 'No/Zone')).toBe('12:01 GMT');
      expect(onDatetime('String formatGmt(String dateFormatString)', noon, "HH:mm'Z' XXX")).toBe('12:01Z Z');
    });
  });

  it('knows the year of a week by Y', () => {
    inCalifornia(() => {
      const inZone = 'String format(String dateFormatString, String timezone)';
      expect(onDatetime(inZone, gmt(2019, 12, 30, 6), 'MM/dd/YYYY HH:mm:ss', 'Asia/Dubai')).toBe('12/30/2020 10:00:00');
    });
  });

  it('refuses letters that mean nothing and quotes that do not end', () => {
    const format = (pattern: string): unknown =>
      onDatetime('String formatGmt(String dateFormatString)', gmt(2020, 1, 1), pattern);
    expect(thrownBy(() => format('yyyyT'))).toBe("System.IllegalArgumentException: Illegal pattern character 'T'");
    expect(thrownBy(() => format("yyyy'T"))).toBe('System.IllegalArgumentException: Unterminated quote');
  });

  it('is formatted and parsed by the locale of the user', () => {
    inCalifornia(() => {
      const morning = onDatetime(longForm, 1993, 6, 6, 3, 3, 3);
      expect(onDatetime('String format()', morning)).toBe('6/6/1993, 3:03 AM');
      const december = onDatetime(longForm, 2012, 12, 28, 10, 0, 0);
      expect(onDatetime('String formatLong()', december)).toBe('12/28/2012 10:00:00 AM PST');
      const parse = 'Datetime parse(String datetimeString)';
      expect(onDatetime(parse, '10/14/2011, 11:46 AM')).toEqual(gmt(2011, 10, 14, 18, 46));
      expect(onDatetime(parse, '10/14/2011 12:46 pm')).toEqual(gmt(2011, 10, 14, 19, 46));
    });
    expect(thrownBy(() => onDatetime('Datetime parse(String datetimeString)', '10/14/2011'))).toBe(
      'System.TypeException: Invalid date/time: 10/14/2011',
    );
  });

  it('is read from its standard form', () => {
    inCalifornia(() => {
      expect(onDatetime('Datetime valueOf(String dateTimeString)', '2008-10-5 12:20:20')).toEqual(
        gmt(2008, 10, 5, 19, 20, 20),
      );
      expect(onDatetime('Datetime valueOfGmt(String dateTimeString)', '2009-3-5 5:2:2')).toEqual(
        gmt(2009, 3, 5, 5, 2, 2),
      );
    });
    expect(thrownBy(() => onDatetime('Datetime valueOf(String dateTimeString)', '01-24-2013 1.00'))).toBe(
      'System.TypeException: Invalid date/time: 01-24-2013 1.00',
    );
  });

  it('compares days on the clock of the user', () => {
    inCalifornia(() => {
      const same = 'Boolean isSameDay(Datetime dateToCompare)';
      expect(onDatetime(same, gmt(2026, 1, 2, 7), gmt(2026, 1, 1, 9))).toBe(true);
      expect(onDatetime(same, gmt(2026, 1, 2, 7), gmt(2026, 1, 2, 9))).toBe(false);
    });
  });

  it('has a text on both clocks', () => {
    inCalifornia(() => {
      expect(printDatetime(gmt(2026, 1, 2, 7))).toBe('2026-01-01 23:00:00');
      expect(printDatetimeGmt(gmt(2026, 1, 2, 7))).toBe('2026-01-02 07:00:00');
    });
  });

  it('counts milliseconds', () => {
    expect(onDatetime('Long getTime()', gmt(2007, 6, 23, 3, 3, 3))).toBe(1182567783000n);
  });
});

describe('Time', () => {
  const onTime = (signature: string, ...args: unknown[]): ApexTime =>
    callOf(timeBuiltin, signature)(...args) as ApexTime;
  const time = (...parts: number[]): ApexTime =>
    onTime('Time newInstance(Integer hour, Integer minutes, Integer seconds, Integer milliseconds)', ...parts);

  it('adds up', () => {
    expect(onTime('Time addMilliseconds(Integer additionalMilliseconds)', time(1, 2, 3, 0), 1400)).toEqual(
      time(1, 2, 4, 400),
    );
    expect(onTime('Time addSeconds(Integer additionalSeconds)', time(1, 2, 55, 0), 10)).toEqual(time(1, 3, 5, 0));
  });

  it('starts over at midnight', () => {
    expect(printTime(onTime('Time addHours(Integer additionalHours)', time(23, 30, 0, 0), 1))).toBe('00:30:00.000Z');
    expect(printTime(onTime('Time addMinutes(Integer additionalMinutes)', time(0, 0, 0, 0), -1))).toBe('23:59:00.000Z');
  });

  it('has parts', () => {
    const parts = ['hour', 'minute', 'second', 'millisecond'].map((part) =>
      onTime(`Integer ${part}()`, time(18, 30, 2, 20)),
    );
    expect(parts).toEqual([18, 30, 2, 20]);
  });
});

describe('TimeZone', () => {
  it('has an offset that depends on the day', () => {
    const zone = callOf(timeZoneBuiltin, 'TimeZone getTimeZone(String timeZoneIdString)')('America/New_York');
    const offset = callOf(timeZoneBuiltin, 'Integer getOffset(Datetime date)');
    expect([offset(zone, gmt(2000, 11, 1)), offset(zone, gmt(2012, 11, 1))]).toEqual([-18000000, -14400000]);
    const name = asUser({ now: Date.UTC(2026, 6, 1) }, () => callOf(timeZoneBuiltin, 'String getDisplayName()')(zone));
    expect([callOf(timeZoneBuiltin, 'String getID()')(zone), name]).toEqual([
      'America/New_York',
      'Eastern Standard Time',
    ]);
  });
});
