import { describe, expect, test } from '@jest/globals';
import { takeTeam } from '../../../hubspot/handlers/people/take-team.ts';
import { ana, configurationOf, day, hour, now, portalOf, teamWith } from './team-scene.ts';

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
