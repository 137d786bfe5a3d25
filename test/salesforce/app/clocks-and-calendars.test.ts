import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { windowsOf } from '../../../core/src/author/run/calendar-windows.ts';
import { runJobs } from '../../../sandbox/salesforce/org/async/run-jobs.ts';
import { convertLeads } from '../../../sandbox/salesforce/org/change/convert-leads.ts';
import type { KillPlan } from '../../../sandbox/salesforce/org/concurrency/kill-plans.ts';
import { deployApp } from './app-program.ts';

const weekDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const now = Date.UTC(2026, 2, 18, 10, 30);
const { org, program } = deployApp(undefined, {
  now: () => now,
  businessHours: [
    {
      name: 'Berlin',
      timeZone: 'Europe/Berlin',
      days: Object.fromEntries(weekDays.map((day) => [day, ['08:45', '18:00'] as const])),
      holidays: [{ name: 'Easter Monday', date: '2026-04-06' }],
    },
    {
      name: 'Los Angeles',
      timeZone: 'America/Los_Angeles',
      days: { Saturday: ['10:00', '14:30'] },
    },
  ],
});

const call = (className: string, method: string, values: readonly unknown[] = []): unknown =>
  org.transact(() => program.begin({ now }).call(className, method, [...values]));

type Row = { readonly id: string; readonly [field: string]: unknown };

const rowsOf = (objectName: string): Row[] =>
  [...org.store.recordsOf(objectName)]
    .filter((each) => !each.isDeleted)
    .map(({ id, fields }) => ({ ...Object.fromEntries(fields), id }));

describe('calendars', () => {
  it.each([
    ['Berlin', 'Europe/Berlin', [1, 2, 3, 4, 5], '08:45', '18:00', ['2026-04-06']],
    ['Los Angeles', 'America/Los_Angeles', [6], '10:00', '14:30', []],
  ] as const)(
    'of %s are what the command line works out of the same hours, also where summer time begins',
    (name, timeZone, days, from, until, holidays) => {
      call('SbxCalendarTestData', 'insertCalendar', [name]);
      call('SbxCalendarTestData', 'take');
      const { calendars } = JSON.parse(rowsOf('SbxSnapshotPart__c').at(-1)?.['text__c'] as string) as {
        calendars: { coversFrom: number; coversUntil: number; windows: number[][]; [more: string]: unknown }[];
      };
      const { coversFrom, coversUntil, windows, dayStartsAt, weekStartsAt } = calendars[0]!;
      const hours = { calendarKey: 'business', timeZone, days: [...days], from, until, holidays: [...holidays] };
      const expected = windowsOf(hours, coversFrom, coversUntil);
      const clipped = expected.windows
        .filter(({ opensAt, closesAt }) => closesAt > coversFrom && opensAt < coversUntil)
        .map(({ opensAt, closesAt }) => [Math.max(opensAt, coversFrom), Math.min(closesAt, coversUntil)]);
      expect(windows).toEqual(clipped);
      expect(windows.length).toBeGreaterThan(12);
      expect({ dayStartsAt, weekStartsAt }).toEqual({
        dayStartsAt: expected.dayStartsAt,
        weekStartsAt: expected.weekStartsAt,
      });
    },
  );
});

describe('clocks', () => {
  let leadId: string;
  const clock = () => rowsOf('SbxClock__c').find((each) => String(each['lead__c']) === leadId);

  beforeAll(() => {
    call('SbxTestOrg', 'installPeople');
  });
  beforeEach(() => {
    leadId = String(call('SbxClockTestData', 'insertLateLead'));
    runJobs(program, org);
  });

  it('end when their lead is converted', () => {
    const transaction = program.begin({ now });
    org.transact(() =>
      transaction.within(() => convertLeads(org.changes, [{ leadId, convertedStatus: 'Closed - Converted' }], true)),
    );
    expect(clock()).toMatchObject({ state__c: 'closed', closereason__c: 'converted' });
  });

  const toldSince = (before: number) =>
    org.messages.notifications
      .slice(before)
      .map((each) => each.body.slice(0, 22))
      .sort();
  const wholeLadder = ['Missed: not touched by', 'Nobody has touched it ', 'Nobody has touched it,'];

  const kills: readonly KillPlan[] = [
    { before: 'job start', about: 'SbxClockSweep' },
    { before: 'SOQL', about: 'FROM SbxClock__c', nth: 2 },
    { before: 'DML', about: 'SbxClock__c' },
    { before: 'publish', about: 'SbxAlert__e' },
    { before: 'DML', about: 'Lead' },
    { before: 'enqueue', about: 'SbxDispatcher' },
    { before: 'commit' },
    { before: 'finalizer', about: 'SbxClockSweep' },
  ];

  it.each(kills)('climb each rung once, also when their sweep is killed: %j', (plan) => {
    const before = org.messages.notifications.length;
    call('SbxClockSweep', 'start');
    org.killAt(plan);
    const killed = runJobs(program, org).failed.map((each) => each.className);
    // What is killed around a job is no failure of the job itself.
    expect(killed).toEqual(['job start', 'finalizer'].includes(plan.before) ? [] : ['SbxClockSweep']);
    call('SbxClockSweep', 'start');
    runJobs(program, org);
    expect(toldSince(before)).toEqual(wholeLadder);
    expect(clock()).toMatchObject({ state__c: 'missed', misscause__c: 'not touched by ben' });
    expect(rowsOf('Lead').find(({ id }) => id === leadId)?.['sbxhandedback__c']).toBe('ben');
  });

  it('are climbed by one of two sweeps that meet', () => {
    const before = org.messages.notifications.length;
    const refusals: string[] = [];
    org.interleave(({ kind, subject, depth }) =>
      kind === 'DML' && subject.includes('SbxClock__c') && depth === 1
        ? () => {
            try {
              call('SbxClockTestData', 'sweep');
            } catch (refused) {
              refusals.push((refused as { $message: string }).$message);
            }
          }
        : null,
    );
    call('SbxClockSweep', 'start');
    runJobs(program, org);
    org.interleave(null);
    call('SbxClockTestData', 'sweep');
    runJobs(program, org);
    expect(refusals).toEqual([expect.stringContaining('Record Currently Unavailable')]);
    expect(toldSince(before)).toEqual(wholeLadder);
  });
});
