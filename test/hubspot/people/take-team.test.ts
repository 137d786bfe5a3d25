import { describe, expect, test } from '@jest/globals';
import { openingAt } from '../../../core/src/decide/model/business-time.ts';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import { takeTeam } from '../../../hubspot/handlers/people/take-team.ts';
import type { BusinessCalendar } from '../../../hubspot/handlers/portal/portal-settings.ts';
import { ana, codesOf, configurationOf, nineToFive, now, portalOf } from './team-scene.ts';

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
