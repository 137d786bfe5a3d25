import { describe, expect, test } from '@jest/globals';
import { openingAt } from '../../../core/src/decide/model/business-time.ts';
import type { PropertyValues } from '../../../hubspot/handlers/crm/crm.ts';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import { takeTeam } from '../../../hubspot/handlers/people/take-team.ts';
import type { Team } from '../../../hubspot/handlers/people/team.ts';
import {
  personSchema,
  portalSettingsSchema,
  type BusinessCalendar,
  type Person,
  type PortalConfiguration,
} from '../../../hubspot/handlers/portal/portal-settings.ts';
import { MemoryCrm } from '../memory-crm.ts';

/** A Friday. */
const now = Date.UTC(2026, 10, 20, 9, 30);
const hour = 3_600_000;
const day = 24 * hour;
const nineToFive = '[{"days":"MONDAY_TO_FRIDAY","startMinute":540,"endMinute":1020}]';

function configurationOf(people: readonly Partial<Person>[], calendars: BusinessCalendar[] = []): PortalConfiguration {
  return {
    settings: portalSettingsSchema.parse({}),
    people: people.map((person) => personSchema.parse({ displayName: person.repKey, ...person })),
    calendars,
  };
}

/** A portal whose users are Ana, with these values, and Ben. */
function portalOf(ana: PropertyValues = {}): MemoryCrm {
  const crm = new MemoryCrm({ now });
  for (const [place, name] of ['ana', 'ben'].entries()) {
    crm.owners.push({
      id: String(11 + place),
      userId: String(51 + place),
      email: `${name}@Signal.test`,
      firstName: name,
      lastName: null,
      isArchived: false,
    });
  }
  crm.seed('users', { hs_internal_user_id: '51', hs_email: 'ana@signal.test', ...ana });
  return crm;
}

const ana = { repKey: 'ana', ownerEmail: 'Ana@Signal.test' };

async function teamWith(values: PropertyValues): Promise<Team> {
  return takeTeam(portalOf(values), configurationOf([ana]), now);
}

function codesOf(team: Team): string[] {
  return team.problems.map((problem) => `${problem.code} ${problem.about}`);
}

describe('the people of a team', () => {
  test('are those with a user, in the order of their names, with what ops say of them', async () => {
    const team = await takeTeam(
      portalOf(),
      configurationOf([
        { repKey: 'ben', displayName: 'Ben B', ownerEmail: 'ben@signal.test' },
        { repKey: 'nurture-queue' },
        { ...ana, skills: [' Logistics', 'logistics', ''], languages: ['ES-mx', 'es', 'de'] },
      ]),
      now,
    );
    expect(team.roster.reps).toEqual([
      {
        repKey: 'ana',
        displayName: 'ana',
        isActive: true,
        calendarKey: null,
        skills: ['logistics'],
        languages: ['es', 'de'],
        timeOff: [],
      },
      expect.objectContaining({ repKey: 'ben', displayName: 'Ben B', isActive: true }),
    ]);
    expect([...team.ownerIdOf]).toEqual([
      ['ana', '11'],
      ['ben', '12'],
    ]);
    expect(team.keyOfOwner.get('12')).toBe('ben');
    expect(team.problems).toEqual([]);
    expect(team.takenAt).toBe(now);
  });

  test('are read in two calls', async () => {
    const crm = portalOf();
    await takeTeam(crm, configurationOf([ana]), now);
    expect(crm.calls.map((call) => call.method).sort()).toEqual(['listObjects', 'listOwners']);
  });

  test('get no leads where the portal has no user of their address, and it is said without the address', async () => {
    const team = await takeTeam(portalOf(), configurationOf([{ repKey: 'cho', ownerEmail: 'cho@signal.test' }]), now);
    expect(team.roster.reps[0]!.isActive).toBe(false);
    expect(team.ownerIdOf.has('cho')).toBe(false);
    expect(codesOf(team)).toEqual(['HSP005 rep "cho"']);
    expect(JSON.stringify(team.problems)).not.toContain('signal.test');
  });

  test.each([
    ['removed', { isArchived: true }, {}],
    ['deactivated', { userId: null }, {}],
    ['deactivated in their record', {}, { hs_deactivated: 'true' }],
  ])('who were %s get no leads, but what they own is still theirs', async (_how, owner, values) => {
    const crm = portalOf(values);
    crm.owners[0] = { ...crm.owners[0]!, ...owner };
    const team = await takeTeam(crm, configurationOf([ana]), now);
    expect(team.roster.reps[0]!.isActive).toBe(false);
    expect(team.ownerIdOf.has('ana')).toBe(false);
    expect(team.keyOfOwner.get('11')).toBe('ana');
    expect(codesOf(team)).toEqual(['HSP006 rep "ana"']);
  });

  test('are those who can own, where an address was used by somebody who left', async () => {
    const crm = portalOf();
    crm.owners.unshift({ ...crm.owners[0]!, id: '3', isArchived: true });
    expect((await takeTeam(crm, configurationOf([ana]), now)).ownerIdOf.get('ana')).toBe('11');
  });

  test('stand once for a name, and the first name counts for an owner of two', async () => {
    const people = [ana, { ...ana, displayName: 'Second' }, { repKey: 'ana-emea', ownerEmail: 'ana@signal.test' }];
    const team = await takeTeam(portalOf(), configurationOf(people), now);
    expect(team.roster.reps.map((rep) => `${rep.repKey} ${rep.displayName}`)).toEqual(['ana ana', 'ana-emea ana-emea']);
    expect(team.keyOfOwner.get('11')).toBe('ana');
    expect(codesOf(team)).toEqual(['HSP002 rep "ana"']);
  });

  test('are known without hours where the app may not read users, and other failures are thrown', async () => {
    const crm = portalOf({ hs_availability_status: 'away' });
    crm.forbidden.add('users');
    const team = await takeTeam(crm, configurationOf([ana]), now);
    expect(team.roster.reps[0]).toMatchObject({ isActive: true, calendarKey: null, timeOff: [] });
    expect(codesOf(team)).toEqual(['HSP001 users']);
    crm.forbidden.clear();
    crm.beforeCall = () => {
      throw new CrmError('limited', 'Too many calls.');
    };
    await expect(takeTeam(crm, configurationOf([ana]), now)).rejects.toMatchObject({ code: 'HSC001' });
  });
});

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

describe('the absence of a rep', () => {
  const from = Date.UTC(2026, 10, 24);
  const span = (startTimestamp: unknown, endTimestamp: unknown) => ({ startTimestamp, endTimestamp });

  test('is what HubSpot knows, the earliest first, without what is long over or far ahead', async () => {
    const spans = [
      span(from + day, from + 2 * day),
      span(String(from), from + day),
      span(now - 30 * day, now - 20 * day),
      span(now - 5 * day, now - 4 * day),
      span(now + 90 * day, now + 91 * day),
    ];
    const { roster, problems } = await teamWith({ hs_out_of_office_hours: JSON.stringify(spans) });
    expect(roster.reps[0]!.timeOff).toEqual([
      { opensAt: now - 5 * day, closesAt: now - 4 * day },
      { opensAt: from, closesAt: from + day },
      { opensAt: from + day, closesAt: from + 2 * day },
    ]);
    expect(problems).toEqual([]);
  });

  test('counts as far as it can be read', async () => {
    const spans = [span(from, from + day), span(from, from), span('soon', null), null, span(Number.MAX_VALUE, 2)];
    const { roster, problems } = await teamWith({ hs_out_of_office_hours: JSON.stringify(spans) });
    expect(roster.reps[0]!.timeOff).toEqual([{ opensAt: from, closesAt: from + day }]);
    expect(problems.map((problem) => problem.code)).toEqual(['HSP009']);
    expect((await teamWith({ hs_out_of_office_hours: 'on holiday' })).problems.map(({ code }) => code)).toEqual([
      'HSP009',
    ]);
  });

  test('is the whole local day for whoever is away', async () => {
    const away = { hs_availability_status: 'away', hs_standard_time_zone: 'America/Los_Angeles' };
    const { roster } = await teamWith(away);
    expect(roster.reps[0]!.timeOff).toEqual([
      { opensAt: Date.UTC(2026, 10, 20, 8), closesAt: Date.UTC(2026, 10, 21, 8) },
    ]);
    expect((await teamWith({ hs_availability_status: 'away' })).roster.reps[0]!.timeOff).toEqual([
      { opensAt: Date.UTC(2026, 10, 20), closesAt: Date.UTC(2026, 10, 21) },
    ]);
    expect((await teamWith({ hs_availability_status: 'available' })).roster.reps[0]!.timeOff).toEqual([]);
    expect((await teamWith({ hs_availability_status: '' })).roster.reps[0]!.timeOff).toEqual([]);
  });

  test('lasts a day at most, also when the day has 25 hours', async () => {
    const away = { hs_availability_status: 'away', hs_standard_time_zone: 'Europe/Berlin' };
    const midnight = Date.UTC(2026, 9, 24, 22);
    const early = await takeTeam(portalOf(away), configurationOf([ana]), midnight + 1);
    expect(early.roster.reps[0]!.timeOff).toEqual([{ opensAt: midnight, closesAt: midnight + 1 + day }]);
    const late = await takeTeam(portalOf(away), configurationOf([ana]), midnight + 20 * hour);
    expect(late.roster.reps[0]!.timeOff).toEqual([{ opensAt: midnight, closesAt: midnight + 25 * hour }]);
  });
});

describe('the calendars that the policy names', () => {
  const berlin: BusinessCalendar = {
    calendarKey: 'berlin',
    timeZone: 'Europe/Berlin',
    days: [1, 2, 3, 4, 5],
    from: '09:00',
    until: '18:00',
    holidays: ['2026-12-25'],
  };

  test('stand before the hours of the reps, each in the order of their names', async () => {
    const hours = { hs_working_hours: nineToFive, hs_standard_time_zone: 'UTC' };
    const configuration = configurationOf([ana], [{ ...berlin, calendarKey: 'zurich' }, berlin]);
    const { calendars, problems } = await takeTeam(portalOf(hours), configuration, now);
    expect(calendars.map((calendar) => calendar.calendarKey)).toEqual(['berlin', 'zurich', 'hours of ana']);
    expect(problems).toEqual([]);
    expect(openingAt(calendars[0]!, Date.UTC(2026, 11, 24, 9))).toBe('open');
    expect(openingAt(calendars[0]!, Date.UTC(2026, 11, 25, 9))).toBe('shut');
  });

  test('are left out where something is wrong with them, and it is said', async () => {
    const broken = [
      { ...berlin, timeZone: 'Berlin' },
      { ...berlin, calendarKey: 'night', from: '18:00', until: '09:00' },
      { ...berlin, calendarKey: 'ok' },
      { ...berlin, calendarKey: 'ok', timeZone: 'UTC' },
    ];
    const team = await takeTeam(portalOf(), configurationOf([], broken), now);
    expect(team.calendars.map((calendar) => calendar.calendarKey)).toEqual(['ok']);
    expect(codesOf(team)).toEqual(['HSP002 calendar "ok"', 'HSP003 calendar "berlin"', 'HSP004 calendar "night"']);
  });
});
