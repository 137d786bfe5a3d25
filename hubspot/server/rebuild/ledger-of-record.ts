import { none } from '../../../core/src/decide/model/decision-context.ts';
import type { DecisionRecord, RecordedTry } from '../../../core/src/decide/model/decision-record.ts';
import type { PreparedPolicy } from '../../../core/src/decide/model/prepared-policy.ts';
import type { Turn, TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import { settleLedger } from '../../../core/src/decide/route/settle-ledger.ts';
import { chargeTurn } from '../../../core/src/decide/route/take-turn.ts';

/** A turn as a record tells it, with the ledger that it left behind. */
export type RecordedTurn = { readonly turn: Turn; readonly ledgerAfter: TurnLedger };

/**
 * The ledger after a decision, made again of its record: the record holds the ledger before it, who could take the lead, and
 * who took it. Null where the decision took no turn.
 */
export function recordedTurnOf(record: DecisionRecord, prepared: PreparedPolicy): RecordedTurn | null {
  const { assignment } = record;
  if (!assignment.consumedTurn || assignment.pool === none) {
    return null;
  }
  const pool = prepared.pools[assignment.pool]!;
  const last = assignment.tries.findLast((each) => each.pool === pool.pool.poolKey && each.marks.includes('T'));
  // A pool that was asked twice, within hours and without, tells of its ledger only the first time.
  const told = assignment.tries.find((each) => each.pool === pool.pool.poolKey && each.sequence !== null);
  if (last === undefined || told === undefined) {
    return null;
  }
  // Weights are the policy's own on that day, which a fresh ledger shows.
  const fresh = settleLedger(pool, null, null, record.decidedAt);
  const before = ledgerOf(told, fresh);
  const eligible = [...last.marks].map((mark) => mark === 'T' || mark === eligibleMark);
  const { turn, ledger } = chargeTurn(before, eligible, last.marks.indexOf('T'), record.decidedAt);
  return { turn, ledgerAfter: ledger };
}

/** How find-eligible marks a member who could have taken the lead and was not next. */
const eligibleMark = 'e';

/** The ledger as it stood before the turn. A list of zeros is written as an empty one. */
function ledgerOf(told: RecordedTry, fresh: TurnLedger): TurnLedger {
  return {
    poolKey: told.pool,
    sequence: told.sequence ?? 0,
    dayStartedAt: told.day ?? 0,
    weekStartedAt: told.week ?? 0,
    entries: fresh.entries.map(({ memberKey, weight }, place) => ({
      memberKey,
      weight,
      credit: told.credits[place] ?? 0,
      dayCount: told.days[place] ?? 0,
      weekCount: told.weeks[place] ?? 0,
      openCount: told.opens[place] ?? 0,
    })),
  };
}
