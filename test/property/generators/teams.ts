import type { CalendarWindows, TimeWindow } from '../../../core/src/decide/model/calendar.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Rep } from '../../../core/src/decide/model/roster.ts';
import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import type { Dice } from './dice.ts';

const hourMillis = 3_600_000;
const dayMillis = 24 * hourMillis;
/** Monday, 5 January 2026. */
export const firstDay = Date.UTC(2026, 0, 5);
const days = 60;

/** Weekdays from 9 to 18 in a zone that is so many hours from UTC. */
export function workingDays(calendarKey: string, offsetHours: number, coveredDays: number = days): CalendarWindows {
  const starts = Array.from({ length: coveredDays }, (_, day) => firstDay + day * dayMillis - offsetHours * hourMillis);
  return {
    calendarKey,
    coversFrom: firstDay - dayMillis,
    coversUntil: firstDay + coveredDays * dayMillis,
    windows: starts
      .filter((_, day) => day % 7 < 5)
      .map((start) => ({ opensAt: start + 9 * hourMillis, closesAt: start + 18 * hourMillis })),
    dayStartsAt: starts,
    weekStartsAt: starts.filter((_, day) => day % 7 === 0),
  };
}

/** An instant in the calendars, before them or after them. */
export function drawNow(dice: Dice): number {
  return dice.chance(5) ? dice.pick([0, Date.UTC(2199, 11, 31)]) : firstDay + dice.roll(days * dayMillis);
}

export function drawCalendars(dice: Dice, policy: Policy): Map<string, CalendarWindows> {
  const named = new Set([
    ...policy.pools.map((pool) => pool.calendarKey),
    ...policy.slas.map((sla) => sla.calendarKey),
  ]);
  const calendars = new Map<string, CalendarWindows>();
  for (const key of [...named, 'night']) {
    const kind = dice.roll(10);
    if (key !== null && kind < 9) {
      calendars.set(key, workingDays(key, dice.between(-8, 9), kind < 7 ? days : 3));
    }
  }
  return calendars;
}

export function drawReps(dice: Dice, policy: Policy): Map<string, Rep> {
  const keys = [...new Set(policy.members.map((member) => member.memberKey))];
  const reps = new Map<string, Rep>();
  for (const repKey of dice.shuffle(keys)) {
    if (dice.chance(95)) {
      reps.set(repKey, {
        repKey,
        displayName: repKey,
        isActive: dice.chance(90),
        calendarKey: dice.chance(20) ? 'night' : null,
        skills: ['enterprise', 'small-business', 'gold'].filter(() => dice.chance(70)),
        languages: ['en', 'de'].filter(() => dice.chance(80)),
        timeOff: drawLeave(dice),
      });
    }
  }
  return reps;
}

function drawLeave(dice: Dice): TimeWindow[] {
  const windows: TimeWindow[] = [];
  let day = dice.roll(40);
  for (let count = dice.chance(20) ? dice.between(1, 3) : 0; count > 0; count -= 1) {
    const opensAt = firstDay + day * dayMillis;
    day += dice.between(1, 15);
    windows.push({ opensAt, closesAt: firstDay + day * dayMillis });
    day += dice.between(1, 15);
  }
  return windows;
}

/** Ledgers as a store may hand them over: fresh, stale, with members that left and credits that no pool could earn. */
export function drawLedgers(dice: Dice, policy: Policy, now: number): TurnLedger[] {
  const ledgers: TurnLedger[] = [];
  for (const pool of policy.pools) {
    if (dice.chance(50)) {
      const keys = policy.members.filter((member) => member.poolKey === pool.poolKey).map((member) => member.memberKey);
      const known = [...keys, 'a-former-member', 'zz-former-member'].filter(() => dice.chance(85)).toSorted();
      ledgers.push({
        poolKey: pool.poolKey,
        sequence: dice.roll(1_000_000),
        dayStartedAt: now - dice.between(-2, 5) * dayMillis,
        weekStartedAt: now - dice.between(-2, 10) * dayMillis,
        entries: known.map((memberKey) => ({
          memberKey,
          weight: dice.roll(1_000),
          credit: dice.chance(10) ? dice.pick([-2_147_483_647, 2_147_483_647]) : dice.between(-3_000, 3_000),
          dayCount: dice.roll(12),
          weekCount: dice.roll(45),
          openCount: dice.roll(70),
        })),
      });
    }
  }
  return dice.shuffle(ledgers);
}
