import { quotientLong, toInt, toLong, type Int, type Long } from '../model/number.ts';
import type { LedgerEntry, Turn, TurnLedger, TurnShare } from '../model/turn-ledger.ts';

/** A turn and the ledger after it. */
export type TakenTurn = { turn: Turn; ledger: TurnLedger };

/** What one lead is worth: credits are millionths of a lead, so that a turn costs the same whoever may take it. */
export const leadWorth: Int = 1000000;

/**
 * Takes one fair turn from a pool: smooth weighted round robin over the members who may take this lead.
 *
 * Each eligible member earns its share of the lead by weight; the richest takes it and pays what all earned together, so
 * nobody gets a whole lead ahead of their share (bound: docs/decisions/0004-fair-turns.md). Ties go to the lower key:
 * every platform picks the same rep.
 *
 * @param ledger   credits before the turn, in member-key order
 * @param eligible for each entry, whether it may take the lead; at least one may
 * @returns the turn and the ledger after it
 *
 * Weights a 3, b 1, credits 0 and 0, both eligible → taker a, credits −250000 and 250000.
 * Source: nginx, smooth weighted balancing; shares of one lead instead of weights, because who may take it changes.
 */
export function takeTurn(ledger: TurnLedger, eligible: boolean[], takenAt: Long): TakenTurn {
  const total: Int = eligibleWeight(ledger, eligible);
  let takerPosition: Int = -1;
  let mostCredit: Int = 0;
  for (let position: Int = 0; position < ledger.entries.length; position += 1) {
    if (eligible[position]!) {
      const entry = ledger.entries[position]!;
      const credit: Int = entry.credit + shareOfLead(entry.weight, total);
      if (takerPosition < 0 || credit > mostCredit) {
        takerPosition = position;
        mostCredit = credit;
      }
    }
  }
  return chargeTurn(ledger, eligible, takerPosition, takenAt);
}

function eligibleWeight(ledger: TurnLedger, eligible: boolean[]): Int {
  let total: Int = 0;
  for (let position: Int = 0; position < ledger.entries.length; position += 1) {
    if (eligible[position]!) {
      total += ledger.entries[position]!.weight;
    }
  }
  return total;
}

/** Nothing where nobody has weight, as on the first day of a ramp. */
function shareOfLead(weight: Int, total: Int): Int {
  if (total === 0) {
    return 0;
  }
  const parts: Long = toLong(weight) * toLong(leadWorth);
  return toInt(quotientLong(parts, toLong(total)));
}

/** Books a turn on a given taker: as takeTurn, when somebody else has already decided who. */
export function chargeTurn(ledger: TurnLedger, eligible: boolean[], takerPosition: Int, takenAt: Long): TakenTurn {
  let earned: Int = 0;
  const total: Int = eligibleWeight(ledger, eligible);
  const shares: TurnShare[] = [];
  const entries: LedgerEntry[] = [];
  for (let position: Int = 0; position < ledger.entries.length; position += 1) {
    const entry = ledger.entries[position]!;
    if (eligible[position]!) {
      const share: Int = shareOfLead(entry.weight, total);
      earned += share;
      shares.push({ memberKey: entry.memberKey, earned: share });
      entries.push(withTurn(entry, entry.credit + share, position === takerPosition ? 1 : 0));
    } else {
      entries.push(entry);
    }
  }
  const taker = entries[takerPosition]!;
  taker.credit -= earned;
  const sequence: Long = ledger.sequence + 1;
  return {
    turn: {
      poolKey: ledger.poolKey,
      sequence: sequence,
      takerKey: taker.memberKey,
      takenAt: takenAt,
      dayStartedAt: ledger.dayStartedAt,
      weekStartedAt: ledger.weekStartedAt,
      shares: shares,
    },
    ledger: {
      poolKey: ledger.poolKey,
      sequence: sequence,
      dayStartedAt: ledger.dayStartedAt,
      weekStartedAt: ledger.weekStartedAt,
      entries: entries,
    },
  };
}

function withTurn(entry: LedgerEntry, credit: Int, taken: Int): LedgerEntry {
  return {
    memberKey: entry.memberKey,
    weight: entry.weight,
    credit: credit,
    dayCount: entry.dayCount + taken,
    weekCount: entry.weekCount + taken,
    openCount: entry.openCount + taken,
  };
}

/**
 * Gives a turn back when its write failed or the lead was handed back: the exact reverse, whatever turns came between.
 * The day's and week's counts go down only if they still count the same day and week. Whoever writes the ledger gives each
 * turn back at most once: its sequence names it.
 */
export function giveTurnBack(ledger: TurnLedger, turn: Turn): TurnLedger {
  let earned: Int = 0;
  for (const share of turn.shares) {
    earned += share.earned;
  }
  const entries: LedgerEntry[] = [];
  for (const entry of ledger.entries) {
    const isTaker = entry.memberKey === turn.takerKey;
    entries.push({
      memberKey: entry.memberKey,
      weight: entry.weight,
      credit: entry.credit - shareOf(turn, entry.memberKey) + (isTaker ? earned : 0),
      dayCount: isTaker && turn.dayStartedAt === ledger.dayStartedAt ? lessOne(entry.dayCount) : entry.dayCount,
      weekCount: isTaker && turn.weekStartedAt === ledger.weekStartedAt ? lessOne(entry.weekCount) : entry.weekCount,
      openCount: isTaker ? lessOne(entry.openCount) : entry.openCount,
    });
  }
  return {
    poolKey: ledger.poolKey,
    sequence: ledger.sequence + 1,
    dayStartedAt: ledger.dayStartedAt,
    weekStartedAt: ledger.weekStartedAt,
    entries: entries,
  };
}

function shareOf(turn: Turn, memberKey: string): Int {
  for (const share of turn.shares) {
    if (share.memberKey === memberKey) {
      return share.earned;
    }
  }
  return 0;
}

function lessOne(count: Int): Int {
  return count > 0 ? count - 1 : 0;
}
