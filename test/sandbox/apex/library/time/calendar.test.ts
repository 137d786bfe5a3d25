import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addMonths,
  dayOf,
  dayOfWeek,
  dayOfYear,
  daysInMonth,
  daysOf,
  isLeapYear,
} from '../../../../../sandbox/salesforce/apex/library/time/calendar.ts';
import {
  startOfWeek,
  weekOfMonth,
  weekOfYear,
  weekYear,
} from '../../../../../sandbox/salesforce/apex/library/time/week.ts';

const day = 86_400_000;

describe('the calendar', () => {
  it('agrees with that of JavaScript over 4,000 years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 1_000_000 }), (days) => {
        const expected = new Date(days * day);
        expect(dayOf(days)).toEqual({
          year: expected.getUTCFullYear(),
          month: expected.getUTCMonth() + 1,
          day: expected.getUTCDate(),
        });
        expect(dayOfWeek(days) % 7).toBe(expected.getUTCDay());
        const { year, month, day: dayOfMonth } = dayOf(days);
        expect(daysOf(year, month, dayOfMonth)).toBe(days);
      }),
    );
  });

  it('counts on where a month or a day overflows', () => {
    expect(dayOf(daysOf(2016, 27, 7))).toEqual({ year: 2018, month: 3, day: 7 });
    expect(dayOf(daysOf(2024, 3, 0))).toEqual({ year: 2024, month: 2, day: 29 });
    expect(dayOf(daysOf(2024, 0, 1))).toEqual({ year: 2023, month: 12, day: 1 });
  });

  it('knows leap years and the lengths of months', () => {
    expect([1900, 2000, 2023, 2024].map(isLeapYear)).toEqual([false, true, false, true]);
    expect([daysInMonth(1960, 2), daysInMonth(2023, 12)]).toEqual([29, 31]);
    expect(dayOfYear(daysOf(1998, 10, 21))).toBe(294);
  });

  it('adds months without leaving the month that is meant', () => {
    expect(dayOf(addMonths(daysOf(2023, 1, 31), 1))).toEqual({ year: 2023, month: 2, day: 28 });
    expect(dayOf(addMonths(daysOf(2024, 2, 29), 12))).toEqual({ year: 2025, month: 2, day: 28 });
    expect(dayOf(addMonths(daysOf(2024, 3, 31), -13))).toEqual({ year: 2023, month: 2, day: 28 });
  });
});

describe('weeks', () => {
  const fromSunday = { firstDay: 7, daysInFirstWeek: 1 };
  const iso = { firstDay: 1, daysInFirstWeek: 4 };

  it('start on the first day of the locale', () => {
    expect(dayOf(startOfWeek(daysOf(2026, 11, 21), 7))).toEqual({ year: 2026, month: 11, day: 15 });
    expect(dayOf(startOfWeek(daysOf(2026, 11, 21), 1))).toEqual({ year: 2026, month: 11, day: 16 });
  });

  it('belong to a year of their own', () => {
    expect(weekYear(daysOf(2019, 12, 30), fromSunday)).toBe(2020);
    expect(weekOfYear(daysOf(2019, 12, 30), fromSunday)).toBe(1);
    expect([weekYear(daysOf(2021, 1, 3), iso), weekOfYear(daysOf(2021, 1, 3), iso)]).toEqual([2020, 53]);
  });

  it('are counted in their month', () => {
    expect([weekOfMonth(daysOf(2026, 11, 1), fromSunday), weekOfMonth(daysOf(2026, 11, 21), fromSunday)]).toEqual([
      1, 3,
    ]);
    expect(weekOfMonth(daysOf(2026, 11, 1), iso)).toBe(0);
  });
});
