import type { Int, Long } from './number.ts';

/** One member's standing in a pool. Credit is in millionths of a lead: positive means the pool owes them. */
export type LedgerEntry = {
  memberKey: string;
  weight: Int;
  credit: Int;
  dayCount: Int;
  weekCount: Int;
  openCount: Int;
};

/** A pool's memory of its turns. One row, one writer: see docs/decisions/0004-fair-turns.md. */
export type TurnLedger = {
  poolKey: string;
  /** Counts the turns and their reversals, so that two writers cannot both write the same one. */
  sequence: Long;
  dayStartedAt: Long;
  weekStartedAt: Long;
  /** In memberKey order. */
  entries: LedgerEntry[];
};

/** What one member earned in a turn, so that the turn can be given back exactly. */
export type TurnShare = { memberKey: string; earned: Int };

/** A turn that was taken: who, and what everybody earned for it. */
export type Turn = {
  poolKey: string;
  sequence: Long;
  takerKey: string;
  takenAt: Long;
  /** The day and week in which it was counted. */
  dayStartedAt: Long;
  weekStartedAt: Long;
  shares: TurnShare[];
};
