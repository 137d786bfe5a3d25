import type { Pool, PoolMember } from '../../../core/src/decide/model/policy.ts';
import type { PreparedPool } from '../../../core/src/decide/model/prepared-policy.ts';
import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import type { Dice } from './dice.ts';

/** Keys in order: member-01, member-02, … */
export function memberKey(place: number): string {
  return `member-${String(place + 1).padStart(2, '0')}`;
}

export function drawWeights(dice: Dice): number[] {
  return Array.from({ length: dice.between(2, 40) }, () => dice.between(1, 20));
}

/** A ledger as it stands before the first turn. */
export function freshLedger(weights: readonly number[]): TurnLedger {
  return {
    poolKey: 'pool',
    sequence: 0,
    dayStartedAt: 0,
    weekStartedAt: 0,
    entries: weights.map((weight, place) => ({
      memberKey: memberKey(place),
      weight,
      credit: 0,
      dayCount: 0,
      weekCount: 0,
      openCount: 0,
    })),
  };
}

const pool: Pool = {
  poolKey: 'pool',
  label: 'Pool',
  calendarKey: 'business',
  hoursRule: 'ignore',
  overflowPoolKey: null,
  requiredSkills: [],
  skillFieldKey: null,
  isLanguageMatched: false,
  isOwnerMatchCounted: false,
  rampSteps: [],
};

export function plainMember(key: string, weight: number): PoolMember {
  return {
    poolKey: 'pool',
    memberKey: key,
    weight,
    dailyCap: null,
    weeklyCap: null,
    openWorkCap: null,
    joinedAt: null,
  };
}

/** A pool ready for turns, its members in key order as prepare leaves them. */
export function poolOf(members: readonly PoolMember[], changed: Partial<Pool> = {}): PreparedPool {
  const inOrder = members.toSorted((one, other) => (one.memberKey < other.memberKey ? -1 : 1));
  return { pool: { ...pool, ...changed }, members: inOrder, skillFieldPosition: -1 };
}
