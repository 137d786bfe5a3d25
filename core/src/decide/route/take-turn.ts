import type { Int, Long } from '../model/number.ts';
import type { LedgerEntry, Turn, TurnLedger, TurnShare } from '../model/turn-ledger.ts';

/** A turn and the ledger after it. */
export type TakenTurn = { turn: Turn; ledger: TurnLedger };

/**
 * Takes one fair turn from a pool: smooth weighted round robin over the members who may take this lead.
 *
 * Each eligible member earns its weight in credits; the richest takes the lead and pays what all earned together, so
 * nobody gets a whole lead ahead of their share (bound: docs/decisions/0004-fair-turns.md). Ties go to the lower key:
 * every platform picks the same rep.
 *
 * @param ledger   credits before the turn, in member-key order
 * @param eligible for each entry, whether it may take the lead; at least one may
 * @returns the turn and the ledger after it
 *
 * Weights a 5, b 1, credits 0 and 0, both eligible → taker a, credits −1 and 1.
 * Source: nginx, smooth weighted balancing.
 */
export function takeTurn(ledger: TurnLedger, eligible: boolean[], takenAt: Long): TakenTurn {
  let takerPosition: Int = -1;
  let mostCredit: Int = 0;
  for (let position: Int = 0; position < ledger.entries.length; position += 1) {
    const entry = ledger.entries[position]!;
    if (eligible[position]! && (takerPosition < 0 || entry.credit + entry.weight > mostCredit)) {
      takerPosition = position;
      mostCredit = entry.credit + entry.weight;
    }
  }
  return chargeTurn(ledger, eligible, takerPosition, takenAt);
}

/** Books a turn on a given taker: as takeTurn, when somebody else has already decided who. */
export function chargeTurn(ledger: TurnLedger, eligible: boolean[], takerPosition: Int, takenAt: Long): TakenTurn {
  let earned: Int = 0;
  const shares: TurnShare[] = [];
  const entries: LedgerEntry[] = [];
  for (let position: Int = 0; position < ledger.entries.length; position += 1) {
    const entry = ledger.entries[position]!;
    if (eligible[position]!) {
      earned += entry.weight;
      shares.push({ memberKey: entry.memberKey, earned: entry.weight });
      entries.push(withTurn(entry, entry.credit + entry.weight, position === takerPosition ? 1 : 0));
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
 * The day's and week's counts go down only if they still count the same day and week.
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
      dayCount: isTaker && turn.takenAt >= ledger.dayStartedAt ? lessOne(entry.dayCount) : entry.dayCount,
      weekCount: isTaker && turn.takenAt >= ledger.weekStartedAt ? lessOne(entry.weekCount) : entry.weekCount,
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
