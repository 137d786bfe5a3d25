import { describe, expect, test } from '@jest/globals';
import { openingAt } from '../../../core/src/decide/model/business-time.ts';
import { takeTeam } from '../../../hubspot/handlers/people/take-team.ts';
import type { Team } from '../../../hubspot/handlers/people/team.ts';
import { ana, codesOf, configurationOf, day, hour, nineToFive, now, portalOf, teamWith } from './team-scene.ts';

describe('the hours of a rep', () => {
  const openAt = (team: Team, instant: number): string => {
    const calendar = team.calendars.find((one) => one.calendarKey === 'hours of ana');
    return openingAt(calendar ?? null, instant);
  };

  test('are a calendar of their own, in their zone', async () => {
    const team = await teamWith({ hs_working_hours: nineToFive, hs_standard_time_zone: 'America/New_York' });
    expect(team.roster.reps[0]!.calendarKey).toBe('hours of ana');
    expect(openAt(team, Date.UTC(2026, 10, 20, 13, 59))).toBe('shut');
    expect(openAt(team, Date.UTC(2026, 10, 20, 14))).toBe('open');
    expect(openAt(team, Date.UTC(2026, 10, 20, 22))).toBe('shut');
    expect(openAt(team, Date.UTC(2026, 10, 21, 15))).toBe('shut');
  });

  test('follow summer time', async () => {
    const spring = Date.UTC(2026, 2, 27, 12);
    const values = { hs_working_hours: nineToFive, hs_standard_time_zone: 'Europe/Berlin' };
    const team = await takeTeam(portalOf(values), configurationOf([ana]), spring);
    expect(openAt(team, Date.UTC(2026, 2, 27, 8))).toBe('open');
    expect(openAt(team, Date.UTC(2026, 2, 27, 7, 59))).toBe('shut');
    expect(openAt(team, Date.UTC(2026, 2, 30, 7))).toBe('open');
    expect(openAt(team, Date.UTC(2026, 2, 30, 6, 59))).toBe('shut');
    expect(openAt(team, Date.UTC(2026, 2, 30, 15))).toBe('shut');
  });

  test.each([
    ['a whole day has 23 hours', { startMinute: 0, endMinute: 1440 }, [23, 24]],
    ['an hour in the night is no window on that day', { startMinute: 120, endMinute: 180 }, [1]],
    ['hours around it are shorter', { startMinute: 60, endMinute: 240 }, [2, 3]],
  ])('lose what summer time skips: %s', async (_what, minutes, lengths) => {
    const hours = JSON.stringify([{ days: 'SUNDAY', ...minutes }]);
    const values = { hs_working_hours: hours, hs_standard_time_zone: 'Europe/Berlin' };
    const team = await takeTeam(portalOf(values), configurationOf([ana]), Date.UTC(2026, 2, 27));
    const found = team.calendars[0]!.windows.map((window) => (window.closesAt - window.opensAt) / hour);
    expect([...new Set(found)].toSorted()).toEqual(lengths);
  });

  test('may stand several times in a week, and are joined where they meet', async () => {
    const hours = [
      { days: 'MONDAY_TO_FRIDAY', startMinute: 540, endMinute: 720 },
      { days: 'MONDAY_TO_FRIDAY', startMinute: 780, endMinute: 1020 },
      { days: 'FRIDAY', startMinute: 720, endMinute: 780 },
      { days: 'SATURDAY', startMinute: 600, endMinute: 660 },
    ];
    const team = await teamWith({ hs_working_hours: JSON.stringify(hours), hs_standard_time_zone: 'UTC' });
    const onDay = (date: number): string[] =>
      team.calendars[0]!.windows.filter((window) => Math.floor(window.opensAt / day) === Math.floor(date / day)).map(
        (window) => `${(window.opensAt % day) / hour}-${(window.closesAt % day) / hour}`,
      );
    expect(onDay(Date.UTC(2026, 10, 19))).toEqual(['9-12', '13-17']);
    expect(onDay(Date.UTC(2026, 10, 20))).toEqual(['9-17']);
    expect(onDay(Date.UTC(2026, 10, 21))).toEqual(['10-11']);
    expect(onDay(Date.UTC(2026, 10, 22))).toEqual([]);
  });

  test('reach from 35 days back to 60 days ahead, in whole days', async () => {
    const team = await teamWith({ hs_working_hours: nineToFive, hs_standard_time_zone: 'Asia/Kolkata' });
    expect(team.calendars[0]).toMatchObject({
      coversFrom: Date.UTC(2026, 10, 20) - 35 * day,
      coversUntil: Date.UTC(2026, 10, 20) + 60 * day,
    });
  });

  test.each([null, '', ' ', '[]', 'null'])(
    'are the pool’s where HubSpot has %p, which is no problem',
    async (stored) => {
      const team = await teamWith({ hs_working_hours: stored, hs_standard_time_zone: 'UTC' });
      expect(team.roster.reps[0]!.calendarKey).toBeNull();
      expect(team.calendars).toEqual([]);
      expect(team.problems).toEqual([]);
    },
  );

  test.each([
    ['no JSON', '[{'],
    ['no list', '{"days":"MONDAY"}'],
    ['an unknown day', '[{"days":"FUNDAY","startMinute":0,"endMinute":60}]'],
    ['an inherited word', '[{"days":"constructor","startMinute":0,"endMinute":60}]'],
    ['an end before the beginning', '[{"days":"MONDAY","startMinute":60,"endMinute":60}]'],
    ['a minute beyond the day', '[{"days":"MONDAY","startMinute":0,"endMinute":1441}]'],
    ['half a minute', '[{"days":"MONDAY","startMinute":0.5,"endMinute":60}]'],
    ['one that is broken among others', `${nineToFive.slice(0, -1)},{}]`],
    ['more than a week holds', JSON.stringify(Array(201).fill({ days: 'MONDAY', startMinute: 0, endMinute: 60 }))],
  ])('are the pool’s where they are %s, and it is said', async (_what, stored) => {
    const team = await teamWith({ hs_working_hours: stored, hs_standard_time_zone: 'UTC' });
    expect(team.roster.reps[0]).toMatchObject({ isActive: true, calendarKey: null });
    expect(codesOf(team)).toEqual(['HSP007 rep "ana"']);
  });

  test('need a time zone that is known', async () => {
    const without = await teamWith({ hs_working_hours: nineToFive });
    expect(codesOf(without)).toEqual(['HSP008 rep "ana"']);
    const unknown = await teamWith({ hs_working_hours: nineToFive, hs_standard_time_zone: 'Mars/Olympus' });
    expect(codesOf(unknown)).toEqual(['HSP003 rep "ana"', 'HSP008 rep "ana"']);
    expect(unknown.roster.reps[0]!.calendarKey).toBeNull();
  });

  test('are found by address where the user record has no id', async () => {
    const crm = portalOf();
    crm.seed('users', { hs_email: 'Ben@signal.test', hs_working_hours: nineToFive, hs_standard_time_zone: 'UTC' });
    const team = await takeTeam(crm, configurationOf([{ repKey: 'ben', ownerEmail: 'ben@signal.test' }]), now);
    expect(team.roster.reps[0]!.calendarKey).toBe('hours of ben');
  });
});
