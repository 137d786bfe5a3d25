import { dayStartOf, weekStartOf } from '../model/business-time.ts';
import type { CalendarWindows } from '../model/calendar.ts';
import { quotientLong, type Int, type Long } from '../model/number.ts';
import type { Pool, PoolMember } from '../model/policy.ts';
import type { PreparedPool } from '../model/prepared-policy.ts';
import type { LedgerEntry, TurnLedger } from '../model/turn-ledger.ts';
import { leadWorth } from './take-turn.ts';

const dayMillis: Long = 86400000;
const weekMillis: Long = 604800000;

/**
 * Brings a ledger up to date with the pool as it is now: one entry for each member in key order, weights of today, counts
 * of this day and week. Credits stay through every change of members. Settling twice changes nothing more.
 *
 * In a pool with a ramp weights are in hundredths, so that a joiner's share of 25 % is a whole number.
 */
export function settleLedger(
  prepared: PreparedPool,
  ledger: TurnLedger | null,
  calendar: CalendarWindows | null,
  now: Long,
): TurnLedger {
  const earlierDayAt: Long = ledger === null ? 0 : ledger.dayStartedAt;
  const earlierWeekAt: Long = ledger === null ? 0 : ledger.weekStartedAt;
  const dayStartedAt: Long = periodStart(dayStartOf(calendar, now), earlierDayAt, now + dayMillis);
  const weekStartedAt: Long = periodStart(weekStartOf(calendar, now), earlierWeekAt, now + weekMillis);
  const isNewDay = earlierDayAt !== dayStartedAt;
  const isNewWeek = earlierWeekAt !== weekStartedAt;
  const entries: LedgerEntry[] = [];
  let known: Int = 0;
  for (const member of prepared.members) {
    const weight: Int = member.weight * rampFactor(prepared.pool, member, now);
    if (ledger !== null) {
      known = skipTo(ledger.entries, known, member.memberKey);
    }
    const earlier = ledger === null ? null : entryAt(ledger.entries, known, member.memberKey);
    entries.push({
      memberKey: member.memberKey,
      weight: weight,
      credit: earlier === null ? 0 : withinBounds(earlier.credit),
      dayCount: earlier === null || isNewDay ? 0 : earlier.dayCount,
      weekCount: earlier === null || isNewWeek ? 0 : earlier.weekCount,
      openCount: earlier === null ? 0 : earlier.openCount,
    });
  }
  return {
    poolKey: prepared.pool.poolKey,
    sequence: ledger === null ? 0 : ledger.sequence,
    dayStartedAt: dayStartedAt,
    weekStartedAt: weekStartedAt,
    entries: entries,
  };
}

/**
 * The period that counts go on in. A lead that comes a little out of order is counted in the running period; a ledger from
 * further ahead was written by a wrong clock, and its counts end.
 */
function periodStart(startedAt: Long, earlierAt: Long, latestAt: Long): Long {
  return earlierAt > startedAt && earlierAt <= latestAt ? earlierAt : startedAt;
}

/** Both lists are in key order, so one walk finds every member; a list in another order is searched from its start. */
function skipTo(entries: LedgerEntry[], start: Int, memberKey: string): Int {
  for (let place: Int = start; place < entries.length; place += 1) {
    if (entries[place]!.memberKey === memberKey) {
      return place;
    }
  }
  for (let place: Int = 0; place < start; place += 1) {
    if (entries[place]!.memberKey === memberKey) {
      return place;
    }
  }
  return start;
}

function entryAt(entries: LedgerEntry[], place: Int, memberKey: string): LedgerEntry | null {
  if (place >= entries.length) {
    return null;
  }
  const entry = entries[place]!;
  return entry.memberKey === memberKey ? entry : null;
}

/**
 * Fair turns stay within a lead and a half of anybody's share. Only changed weights or many leads of existing owners lead
 * further; beyond three leads nothing is carried on, so that nobody who returns takes lead after lead.
 */
function withinBounds(credit: Int): Int {
  const most: Int = leadWorth * 3;
  if (credit > most) {
    return most;
  }
  return credit < -most ? -most : credit;
}

/** A joiner's share of full weight today, in hundredths; 1 in a pool without a ramp, where everybody has all of it. */
function rampFactor(pool: Pool, member: PoolMember, now: Long): Int {
  if (pool.rampSteps.length === 0) {
    return 1;
  }
  if (member.joinedAt === null) {
    return 100;
  }
  const days: Long = quotientLong(now - member.joinedAt, dayMillis);
  let percent: Int = 0;
  for (const step of pool.rampSteps) {
    if (days >= step.afterDays && now >= member.joinedAt) {
      percent = step.weightPercent;
    }
  }
  return percent;
}
