import { describe, expect, it } from '@jest/globals';
import { dayOf, endOfDay, inputDay, startOfDay } from '../../../../hubspot/ui/decision-search/days.ts';

const hour = 3_600_000;

describe('days of a search', () => {
  it.each([
    ['2026-03-18', 'Europe/Berlin', Date.UTC(2026, 2, 17, 23)],
    ['2026-03-18', 'UTC', Date.UTC(2026, 2, 18)],
    ['2026-03-18', 'Pacific/Kiritimati', Date.UTC(2026, 2, 17, 10)],
    ['2026-03-18', 'Pacific/Pago_Pago', Date.UTC(2026, 2, 18, 11)],
    // Here the clock is put forward at midnight: the day begins at one.
    ['2026-09-06', 'America/Santiago', Date.UTC(2026, 8, 6, 4)],
  ])('%s in %s begins at its own midnight', (day, timeZone, at) => {
    expect(startOfDay(day, timeZone)).toBe(at);
  });

  it('is an hour shorter when the clock is put forward, and ends a millisecond before the next', () => {
    const zone = 'Europe/Berlin';
    expect(endOfDay('2026-03-29', zone)! + 1 - startOfDay('2026-03-29', zone)!).toBe(23 * hour);
    expect(endOfDay('2026-03-28', zone)! + 1).toBe(startOfDay('2026-03-29', zone));
  });

  it.each([undefined, '', '2026-13-01', '2026-02-30', 'tomorrow', '2026-3-1'])('%s is no day', (day) => {
    expect([startOfDay(day, 'UTC'), endOfDay(day, 'UTC'), inputDay(day)]).toEqual([null, null, null]);
  });

  it('comes back from an input as it was given', () => {
    expect(dayOf(inputDay('2026-02-28')!)).toBe('2026-02-28');
  });
});
