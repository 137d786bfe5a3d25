import { describe, expect, it } from '@jest/globals';
import { InMemoryOrg, type InMemoryOrgOptions } from '../../../../sandbox/salesforce/org/in-memory-org.ts';
import { beginOrg } from '../change/begin-org.ts';

const office = {
  Monday: ['09:00', '17:00'],
  Tuesday: ['09:00', '17:00'],
  Wednesday: ['09:00', '17:00'],
  Thursday: ['09:00', '17:00'],
  Friday: ['09:00', '15:30'],
} as const;
const hour = 3_600_000;

function begin(timeZone: string, more: Partial<NonNullable<InMemoryOrgOptions['businessHours']>[number]> = {}) {
  const org = new InMemoryOrg({ businessHours: [{ name: 'Office', timeZone, days: office, ...more }] });
  const id = [...org.store.recordsOf('BusinessHours')].find((each) => each.fields.get('name') === 'Office')?.id ?? '';
  const at = (text: string) => Date.parse(text);
  const show = (instant: number) => new Date(instant).toISOString().slice(0, 16);
  return {
    org,
    id,
    add: (start: string, duration: number) => show(org.calendar.add(id, at(start), duration)),
    diff: (start: string, end: string) => org.calendar.diff(id, at(start), at(end)) / hour,
    isWithin: (instant: string) => org.calendar.isWithin(id, at(instant)),
    nextStart: (instant: string) => show(org.calendar.nextStart(id, at(instant))),
  };
}

describe('business hours', () => {
  // 20 November 2026 is a Friday.
  it('are added over nights and weekends', () => {
    const { add } = begin('Europe/Berlin');
    expect(add('2026-11-20T13:00Z', 3 * hour)).toBe('2026-11-23T09:30');
    expect(add('2026-11-21T13:00Z', hour)).toBe('2026-11-23T09:00');
    expect(add('2026-11-23T08:00Z', 8 * hour)).toBe('2026-11-23T16:00');
    expect(add('2026-11-23T09:30Z', -3 * hour)).toBe('2026-11-20T13:00');
    expect(add('2026-11-23T09:00Z', 0)).toBe('2026-11-23T09:00');
    expect(add('2026-11-23T09:00Z', 90_059)).toBe('2026-11-23T09:01');
  });

  it('are counted between two instants, in either direction', () => {
    const { diff } = begin('Europe/Berlin');
    expect(diff('2026-11-20T13:00Z', '2026-11-23T09:30Z')).toBe(3);
    expect(diff('2026-11-23T09:30Z', '2026-11-20T13:00Z')).toBe(-3);
    expect(diff('2026-11-21T00:00Z', '2026-11-22T00:00Z')).toBe(0);
    expect(diff('2026-11-16T00:00Z', '2026-11-23T00:00Z')).toBe(38.5);
  });

  it('begin with their first minute and end before their last one', () => {
    const { isWithin, nextStart } = begin('Europe/Berlin');
    expect(isWithin('2026-11-23T08:00:00Z')).toBe(true);
    expect(isWithin('2026-11-23T07:59:59Z')).toBe(false);
    expect(isWithin('2026-11-20T14:30Z')).toBe(false);
    expect(nextStart('2026-11-20T14:30Z')).toBe('2026-11-23T08:00');
    expect(nextStart('2026-11-23T08:30Z')).toBe('2026-11-23T08:30');
  });

  it('follow the clocks of their zone', () => {
    const { nextStart, add } = begin('America/New_York');
    // Clocks go back on 1 November 2026.
    expect(nextStart('2026-10-30T20:00Z')).toBe('2026-11-02T14:00');
    expect(add('2026-10-30T19:00Z', hour)).toBe('2026-11-02T14:30');
    expect(begin('Asia/Kolkata').nextStart('2026-11-23T00:00Z')).toBe('2026-11-23T03:30');
  });

  it('of a whole day have as many hours as the day has', () => {
    const all = { Saturday: ['00:00', '00:00'], Sunday: ['00:00', '00:00'] } as const;
    const { diff, isWithin } = begin('America/New_York', { days: all });
    expect(diff('2026-11-01T04:00Z', '2026-11-02T05:00Z')).toBe(25);
    expect(diff('2026-03-08T05:00Z', '2026-03-09T04:00Z')).toBe(23);
    expect(isWithin('2026-11-02T05:00Z')).toBe(false);
  });

  it('are closed on their holidays, for all or a part of the day', () => {
    const { add, isWithin, diff } = begin('Europe/Berlin', {
      holidays: [
        { name: 'Christmas', date: '2026-12-25' },
        { name: 'Christmas Eve', date: '2026-12-24', from: '12:00', to: '18:00' },
      ],
    });
    expect(add('2026-12-24T10:00Z', 2 * hour)).toBe('2026-12-28T09:00');
    expect(isWithin('2026-12-24T12:00Z')).toBe(false);
    expect(diff('2026-12-24T00:00Z', '2026-12-26T00:00Z')).toBe(3);
  });

  it('that are never open say so', () => {
    const { org, id } = begin('GMT', { days: {} });
    expect(org.calendar.isWithin(id, 0)).toBe(false);
    expect(() => org.calendar.diff('01m000000000099AAA', 0, 1)).toThrow();
  });
});

describe('holidays that come again', () => {
  const day = (text: string) => Date.parse(`${text}T12:00:00Z`);

  it.each([
    [
      "RecurrenceType = 'RecursYearly', RecurrenceMonthOfYear = 'December', RecurrenceDayOfMonth = 24",
      '2027-12-24',
      '2027-12-23',
    ],
    [
      "RecurrenceType = 'RecursYearlyNth', RecurrenceMonthOfYear = 'November', RecurrenceInstance = 'Fourth', RecurrenceDayOfWeekMask = 16",
      '2027-11-25',
      '2027-11-18',
    ],
    ["RecurrenceType = 'RecursMonthly', RecurrenceInterval = 1, RecurrenceDayOfMonth = 1", '2027-02-01', '2027-02-02'],
    [
      "RecurrenceType = 'RecursMonthlyNth', RecurrenceInterval = 1, RecurrenceInstance = 'Last', RecurrenceDayOfWeekMask = 32",
      '2026-12-25',
      '2026-12-18',
    ],
    [
      "RecurrenceType = 'RecursWeekly', RecurrenceInterval = 2, RecurrenceDayOfWeekMask = 2",
      '2026-11-30',
      '2026-11-23',
    ],
    ["RecurrenceType = 'RecursDaily', RecurrenceInterval = 3", '2026-11-19', '2026-11-20'],
  ])('%s', (fields, holiday, workday) => {
    const { org, run } = beginOrg([], [], {
      timeZone: 'GMT',
      businessHours: [
        {
          name: 'Default',
          timeZone: 'GMT',
          days: {
            Monday: ['00:00', '00:00'],
            Tuesday: ['00:00', '00:00'],
            Wednesday: ['00:00', '00:00'],
            Thursday: ['00:00', '00:00'],
            Friday: ['00:00', '00:00'],
          },
        },
      ],
    });
    const holidayId = run(
      `Holiday made = new Holiday(Name = 'x', IsAllDay = true, IsRecurrence = true, RecurrenceStartDate = Datetime.newInstanceGmt(2026, 11, 16, 0, 0, 0), ${fields}); insert made; return made.Id;`,
    );
    const [hours] = [...org.store.recordsOf('BusinessHours')];
    const id = hours?.id ?? '';
    expect([org.calendar.isWithin(id, day(holiday)), org.calendar.isWithin(id, day(workday))]).toEqual([true, true]);
    org.calendar.observe(id, holidayId);
    expect([org.calendar.isWithin(id, day(holiday)), org.calendar.isWithin(id, day(workday))]).toEqual([false, true]);
  });
});

describe('BusinessHours in Apex', () => {
  it('answers from the records', () => {
    const { run } = beginOrg([], [], { businessHours: [{ name: 'Default', timeZone: 'Europe/Berlin', days: office }] });
    expect(
      run(`BusinessHours hours = [SELECT Id, TimeZoneSidKey FROM BusinessHours WHERE IsDefault = true];
        Datetime friday = Datetime.newInstanceGmt(2026, 11, 20, 13, 0, 0);
        Datetime monday = BusinessHours.add(hours.Id, friday, 3 * 60 * 60 * 1000L);
        return hours.TimeZoneSidKey + ' ' + monday.formatGmt('EEE HH:mm') + ' ' + BusinessHours.diff(hours.Id, friday, monday)
          + ' ' + BusinessHours.isWithin(hours.Id, friday) + ' ' + (BusinessHours.addGmt(hours.Id, friday, 3 * 60 * 60 * 1000L) == monday)
          + ' ' + BusinessHours.nextStartDate(hours.Id, friday.addDays(1)).formatGmt('EEE HH:mm');`),
    ).toBe('Europe/Berlin Mon 09:30 10800000 true true Mon 08:00');
    expect(run("insert new BusinessHours(Name = 'x'); return null;")).toContain('not allowed on BusinessHours');
  });

  it('are open around the clock in a new org', () => {
    const { run } = beginOrg();
    expect(run('return BusinessHours.isWithin([SELECT Id FROM BusinessHours].Id, System.now());')).toBe('true');
  });
});
