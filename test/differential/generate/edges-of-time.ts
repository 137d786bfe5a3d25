import { dayStartOf, weekStartOf } from '../../../core/src/decide/model/business-time.ts';
import type { CalendarWindows } from '../../../core/src/decide/model/calendar.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { drawNow } from '../../property/generators/teams.ts';
import type { ContextValues, LeadValues } from '../pair.ts';

const dayMillis = 86_400_000;

/** An instant at, just before or just after something begins or ends; or any instant. */
export function drawMoment(dice: Dice, policy: Policy, context: ContextValues): number {
  const edge = dice.chance(70) ? drawEdge(dice, policy, context) : null;
  return Math.max(0, edge === null ? drawNow(dice) : edge + dice.between(-1, 1));
}

function drawEdge(dice: Dice, policy: Policy, context: ContextValues): number | null {
  const calendar = context.calendars.length === 0 ? null : dice.pick(context.calendars);
  const rep = context.reps.length === 0 ? null : dice.pick(context.reps);
  switch (dice.pick(['calendar', 'calendar', 'calendar', 'leave', 'ramp', 'trial'] as const)) {
    case 'calendar':
      return calendar === null ? null : drawCalendarEdge(dice, calendar);
    case 'leave': {
      const ends = rep === null ? [] : rep.timeOff.flatMap((leave) => [leave.opensAt, leave.closesAt]);
      return ends.length === 0 ? null : dice.pick(ends);
    }
    case 'ramp': {
      const joined = policy.members.flatMap((member) => (member.joinedAt === null ? [] : [member.joinedAt]));
      const steps = policy.pools.flatMap((pool) => pool.rampSteps);
      return joined.length === 0 || steps.length === 0
        ? null
        : dice.pick(joined) + dice.pick(steps).afterDays * dayMillis;
    }
    case 'trial':
      return policy.launchedAt === null ? null : policy.launchedAt + policy.auditDays * dayMillis;
  }
}

function drawCalendarEdge(dice: Dice, calendar: CalendarWindows): number {
  const windows = calendar.windows.length === 0 ? null : dice.pick(calendar.windows);
  const days = calendar.dayStartsAt.length === 0 ? null : dice.pick(calendar.dayStartsAt);
  const known = [calendar.coversFrom, calendar.coversUntil, days, windows?.opensAt ?? null, windows?.closesAt ?? null];
  return dice.pick(known.filter((instant) => instant !== null));
}

/** Activities whose age is a whole number of steps of fading, and one millisecond more or less. */
export function drawFading(dice: Dice, lead: LeadValues, policy: Policy): void {
  if (policy.signals.length === 0) {
    return;
  }
  const { submission, now } = lead.input;
  const count = dice.pick([1, 1, 2, 20, 21, 25]);
  const step = dice.between(0, policy.decayTable.length + 1);
  submission.activities = Array.from({ length: count }, () => {
    const signal = dice.pick(policy.signals);
    const stepMillis = Math.trunc((signal.halfLifeDays * dayMillis) / 16);
    const age = dice.pick([0, 1, 16, step, policy.decayTable.length]) * stepMillis + dice.between(-1, 1);
    return {
      signalKey: dice.chance(90) ? signal.signalKey : signal.signalKey.toUpperCase(),
      occurredAt: dice.chance(95) ? now - age : dice.pick([now + dayMillis, 0, -1, 8_640_000_000_000_000]),
      occurrences: dice.pick([-2_147_483_648, -1, 0, 1, 2, 99, 100, 101, 2_147_483_647]),
    };
  });
}

const mostCredit = 3_000_000;

/** Ledgers of this day and week or of others, with credits and counts just at what they may reach. */
export function drawEdgeLedgers(dice: Dice, policy: Policy, context: ContextValues, now: number): TurnLedger[] {
  const ledgers = policy.pools
    .filter(() => dice.chance(85))
    .map((pool): TurnLedger => {
      const calendar = context.calendars.find((one) => one.calendarKey === pool.calendarKey) ?? null;
      const members = policy.members.filter((member) => member.poolKey === pool.poolKey);
      const isTied = dice.chance(40);
      const entries = members
        .filter(() => dice.chance(90))
        .map((member) => ({
          memberKey: member.memberKey,
          weight: dice.roll(3),
          credit: isTied ? 0 : drawCredit(dice),
          dayCount: Math.max(0, (member.dailyCap ?? 5) + dice.between(-1, 1)),
          weekCount: Math.max(0, (member.weeklyCap ?? 9) + dice.between(-1, 1)),
          openCount: Math.max(0, (member.openWorkCap ?? 7) + dice.between(-1, 1)),
        }));
      const inOrder = entries.sort((one, other) => (one.memberKey < other.memberKey ? -1 : 1));
      return {
        poolKey: pool.poolKey,
        sequence: dice.pick([0, 1, 2_147_483_647, 9_007_199_254_740_989]),
        dayStartedAt: drawPeriod(dice, dayStartOf(calendar, now), dayMillis),
        weekStartedAt: drawPeriod(dice, weekStartOf(calendar, now), 7 * dayMillis),
        entries: dice.chance(80) ? inOrder : dice.shuffle(inOrder),
      };
    });
  return dice.chance(10) ? [...ledgers, ...ledgers.map((ledger) => ({ ...ledger, sequence: 7 }))] : ledgers;
}

function drawCredit(dice: Dice): number {
  const limit = dice.pick([mostCredit, -mostCredit]) + dice.between(-1, 1);
  return dice.pick([limit, limit, dice.between(-1_500_000, 1_500_000), -2_147_483_648, 2_147_483_647]);
}

function drawPeriod(dice: Dice, startsAt: number, length: number): number {
  return dice.chance(60)
    ? startsAt
    : dice.pick([0, startsAt - length, startsAt + 1, startsAt + length, startsAt + 2 * length, startsAt - 1]);
}
