import type { DecisionRecord } from '../../decide/model/decision-record.ts';
import type { Policy } from '../../decide/model/policy.ts';
import type { PreparedPool } from '../../decide/model/prepared-policy.ts';
import { settleLedger } from '../../decide/route/settle-ledger.ts';
import type { PoolFairness } from './report-data.ts';

type Standing = { memberKey: string; taken: number; share: number };
type CountedPool = { prepared: PreparedPool; turns: number; standings: Standing[] };

export type FairnessMeter = {
  add(record: DecisionRecord): void;
  finish(nameOf: (repKey: string) => string): PoolFairness[];
};

/**
 * Counts each member's turns against their share: in every turn those who could take it share one lead by their weight
 * on that day. Deviations are in leads; fair turns keep them small however often people are away.
 */
export function createFairnessMeter(policy: Policy): FairnessMeter {
  const pools = policy.pools.map((pool) => countedPool(pool.poolKey, policy));
  return {
    add: (record) => {
      const pool = pools[record.assignment.pool];
      if (record.assignment.consumedTurn && pool !== undefined) countTurn(pool, record);
    },
    finish: (nameOf) => pools.filter((pool) => pool.turns > 0).map((pool) => fairnessOf(pool, nameOf)),
  };
}

function countedPool(poolKey: string, policy: Policy): CountedPool {
  const pool = policy.pools.find((each) => each.poolKey === poolKey)!;
  const members = policy.members
    .filter((member) => member.poolKey === poolKey)
    .toSorted((one, other) => (one.memberKey < other.memberKey ? -1 : 1));
  return {
    prepared: { pool, members, skillFieldPosition: -1 },
    turns: 0,
    standings: members.map(({ memberKey }) => ({ memberKey, taken: 0, share: 0 })),
  };
}

function countTurn(pool: CountedPool, record: DecisionRecord): void {
  const marks = record.assignment.tries.findLast((each) => each.marks.includes('T'))?.marks;
  if (marks === undefined) return;
  // A settled ledger has the weights of the day, with every joiner's ramp in them.
  const weights = settleLedger(pool.prepared, null, null, record.decidedAt).entries.map(({ weight }) => weight);
  const able = pool.standings.map((_, position) => marks[position] === 'T' || marks[position] === 'e');
  const whole = weights.reduce((sum, weight, position) => sum + (able[position] === true ? weight : 0), 0);
  pool.turns += 1;
  for (const [position, standing] of pool.standings.entries()) {
    if (marks[position] === 'T') standing.taken += 1;
    if (able[position] === true && whole > 0) standing.share += weights[position]! / whole;
  }
}

function fairnessOf(pool: CountedPool, nameOf: (repKey: string) => string): PoolFairness {
  const members = pool.standings.map(({ memberKey, taken, share }) => ({
    memberKey,
    label: nameOf(memberKey),
    taken,
    share,
    deviation: taken - share,
  }));
  return {
    poolKey: pool.prepared.pool.poolKey,
    label: pool.prepared.pool.label,
    turns: pool.turns,
    members,
    largestDeviation: members.reduce((most, { deviation }) => Math.max(most, Math.abs(deviation)), 0),
  };
}
