import { describe, expect, it } from '@jest/globals';
import { ApexDate } from '../../../../sandbox/salesforce/apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../../../sandbox/salesforce/apex/library/time/apex-datetime.ts';
import { dayOf, daysOf } from '../../../../sandbox/salesforce/apex/library/time/calendar.ts';
import { rangeOfDays } from '../../../../sandbox/salesforce/org/soql/date-ranges.ts';
import { column, now, query, refusal, SmallOrg } from './small-org.ts';

const written = (days: number): string => {
  const { year, month, day } = dayOf(days);
  return [year, month, day].map((each) => String(each).padStart(2, '0')).join('-');
};

/** First and last day of a date literal on Friday, 15 May 2026. */
const range = (name: string, count = 1, fiscalYearStartMonth = 1) => {
  const { from, to } = rangeOfDays(name, count, { today: daysOf(2026, 5, 15), fiscalYearStartMonth });
  return `${written(from)}…${written(to - 1)}`;
};

describe('a date literal', () => {
  it('stands for days', () => {
    expect(range('YESTERDAY')).toBe('2026-05-14…2026-05-14');
    expect(range('TODAY')).toBe('2026-05-15…2026-05-15');
    expect(range('TOMORROW')).toBe('2026-05-16…2026-05-16');
    expect(range('N_DAYS_AGO', 3)).toBe('2026-05-12…2026-05-12');
  });

  it('stands for the last days with the present one, and for the next days without it', () => {
    expect(range('LAST_N_DAYS', 1)).toBe('2026-05-14…2026-05-15');
    expect(range('LAST_90_DAYS')).toBe('2026-02-14…2026-05-15');
    expect(range('NEXT_N_DAYS', 2)).toBe('2026-05-16…2026-05-17');
    expect(range('NEXT_90_DAYS')).toBe('2026-05-16…2026-08-13');
  });

  it('stands for weeks from Sunday', () => {
    expect(range('LAST_WEEK')).toBe('2026-05-03…2026-05-09');
    expect(range('THIS_WEEK')).toBe('2026-05-10…2026-05-16');
    expect(range('NEXT_WEEK')).toBe('2026-05-17…2026-05-23');
    expect(range('LAST_N_WEEKS', 2)).toBe('2026-04-26…2026-05-09');
    expect(range('NEXT_N_WEEKS', 2)).toBe('2026-05-17…2026-05-30');
    expect(range('N_WEEKS_AGO', 2)).toBe('2026-04-26…2026-05-02');
  });

  it('stands for months and quarters', () => {
    expect(range('LAST_MONTH')).toBe('2026-04-01…2026-04-30');
    expect(range('THIS_MONTH')).toBe('2026-05-01…2026-05-31');
    expect(range('NEXT_N_MONTHS', 8)).toBe('2026-06-01…2027-01-31');
    expect(range('LAST_N_MONTHS', 6)).toBe('2025-11-01…2026-04-30');
    expect(range('N_MONTHS_AGO', 5)).toBe('2025-12-01…2025-12-31');
    expect(range('THIS_QUARTER')).toBe('2026-04-01…2026-06-30');
    expect(range('LAST_QUARTER')).toBe('2026-01-01…2026-03-31');
    expect(range('NEXT_N_QUARTERS', 3)).toBe('2026-07-01…2027-03-31');
    expect(range('N_QUARTERS_AGO', 2)).toBe('2025-10-01…2025-12-31');
  });

  it('stands for years, and for those of the fiscal calendar', () => {
    expect(range('THIS_YEAR')).toBe('2026-01-01…2026-12-31');
    expect(range('LAST_N_YEARS', 2)).toBe('2024-01-01…2025-12-31');
    expect(range('NEXT_YEAR')).toBe('2027-01-01…2027-12-31');
    expect(range('N_YEARS_AGO', 2)).toBe('2024-01-01…2024-12-31');
    expect(range('THIS_FISCAL_QUARTER', 1, 2)).toBe('2026-05-01…2026-07-31');
    expect(range('LAST_FISCAL_QUARTER', 1, 6)).toBe('2025-12-01…2026-02-28');
    expect(range('THIS_FISCAL_YEAR', 1, 6)).toBe('2025-06-01…2026-05-31');
    expect(range('NEXT_N_FISCAL_YEARS', 2, 2)).toBe('2027-02-01…2029-01-31');
    expect(range('N_FISCAL_QUARTERS_AGO', 1, 2)).toBe('2026-02-01…2026-04-30');
  });
});

const org = new SmallOrg();
for (const [Subject, ActivityDate, ReminderDateTime] of [
  ['before', '2026-05-13', '2026-05-14T06:59:59Z'],
  ['start', '2026-05-14', '2026-05-14T07:00:00Z'],
  ['end', '2026-05-14', '2026-05-15T06:59:59Z'],
  ['after', '2026-05-15', '2026-05-15T07:00:00Z'],
] as const) {
  org.add('Task', { Subject, ActivityDate, ReminderDateTime });
}
org.add('Task', { Subject: 'never' });

const found = (where: string, values: readonly unknown[] = [], userTimeZone = 'America/Los_Angeles') =>
  column(org, 'Subject', `SELECT Subject FROM Task WHERE ${where}`, values, { userTimeZone });

describe('a condition on dates', () => {
  it('takes the day of the user, from midnight to midnight', () => {
    expect(found('ReminderDateTime = TODAY')).toEqual(['start', 'end']);
    expect(found('ReminderDateTime < TODAY')).toEqual(['before']);
    expect(found('ReminderDateTime <= TODAY')).toEqual(['before', 'start', 'end']);
    expect(found('ReminderDateTime > TODAY')).toEqual(['after']);
    expect(found('ReminderDateTime >= TODAY')).toEqual(['start', 'end', 'after']);
    expect(found('ReminderDateTime != TODAY')).toEqual(['before', 'after', 'never']);
    expect(found('ReminderDateTime = TODAY', [], 'GMT')).toEqual(['end', 'after']);
    expect(found('ActivityDate = TODAY')).toEqual(['start', 'end']);
    expect(found('ActivityDate = LAST_N_DAYS:1')).toEqual(['before', 'start', 'end']);
  });

  it('takes literals, also with an offset', () => {
    expect(found('ActivityDate > 2026-05-14')).toEqual(['after']);
    expect(found('ReminderDateTime = 2026-05-14T07:00:00Z')).toEqual(['start']);
    expect(found('ReminderDateTime = 2026-05-14T09:00:00+02:00')).toEqual(['start']);
    expect(found('ReminderDateTime >= 2026-05-14T23:59:59.000-07:00')).toEqual(['end', 'after']);
    expect(refusal(() => found('ActivityDate = 2026-02-30'))).toBe('System.QueryException: Invalid date: 2026-02-30');
  });

  it('takes values, whose fractions of a second do not count', () => {
    const instant = new ApexDatetime(Date.parse('2026-05-14T07:00:00.700Z'));
    expect(found('ReminderDateTime = :v0', [instant])).toEqual(['start']);
    expect(found('ActivityDate <= :v0', [new ApexDate(daysOf(2026, 5, 13))])).toEqual(['before']);
    expect(found('ReminderDateTime > :v0', [new ApexDate(daysOf(2026, 5, 15))])).toEqual(['end', 'after']);
  });

  it('takes parts of a date, in GMT or in the zone of the user', () => {
    expect(found('CALENDAR_YEAR(ActivityDate) = 2026 AND DAY_IN_MONTH(ActivityDate) = 13')).toEqual(['before']);
    expect(found('HOUR_IN_DAY(ReminderDateTime) = 6')).toEqual(['before', 'end']);
    expect(found('HOUR_IN_DAY(convertTimezone(ReminderDateTime)) = 23')).toEqual(['before', 'end']);
    expect(found('DAY_ONLY(ReminderDateTime) = 2026-05-15')).toEqual(['end', 'after']);
    expect(found('DAY_IN_WEEK(ActivityDate) = 6')).toEqual(['after']);
    expect(found('WEEK_IN_MONTH(ActivityDate) = 3')).toEqual(['after']);
    expect(found('WEEK_IN_YEAR(ActivityDate) = 20')).toEqual(['start', 'end', 'after']);
    expect(found('CALENDAR_QUARTER(ActivityDate) = 2 AND DAY_IN_YEAR(ActivityDate) = 135')).toEqual(['after']);
    expect(refusal(() => found('CALENDAR_YEAR(Subject) = 2026'))).toContain('does not support the function');
  });

  it('names a fiscal year after the calendar year in which it ends', () => {
    const text = 'SELECT Subject FROM Task WHERE FISCAL_YEAR(ActivityDate) = 2027 AND FISCAL_MONTH(ActivityDate) = 2';
    expect(query(org, text, [], { now, fiscalYearStartMonth: 4 }).totalSize).toBe(4);
    expect(query(org, text, [], { now }).totalSize).toBe(0);
  });
});
