import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import { starterPolicy } from './policies.ts';

const key = (name: string, place: number): string => `${name}-${String(place).padStart(3, '0')}`;
const list = <Entry>(length: number, make: (place: number) => Entry): Entry[] =>
  Array.from({ length }, (_, place) => make(place));

/** A policy as large as its form allows where a record grows with it: rules, territories, signals, bins and members. */
export function largestPolicy(): Policy {
  const policy = structuredClone(starterPolicy);
  const rule = policy.rules[0]!;
  const territory = policy.territories[0]!;
  const signal = policy.signals[0]!;
  const member = policy.members[0]!;
  return {
    ...policy,
    guards: [],
    rules: list(150, (place) => ({ ...rule, ruleKey: key('rule', place) })),
    territories: list(60, (place) => ({ ...territory, territoryKey: key('territory', place) })),
    signals: list(200, (place) => ({ ...signal, signalKey: key('signal', place) })),
    scorecards: policy.scorecards.map((card) => ({
      ...card,
      attributes: list(64, (place) => ({ ...card.attributes[0]!, attributeKey: key('attribute', place) })),
    })),
    cells: policy.cells.map((cell) => ({ ...cell, destinationKey: 'smallBusiness' })),
    pools: policy.pools.map((pool) => ({ ...pool, hoursRule: 'mustBeOpen' })),
    members: policy.pools.flatMap(({ poolKey }) =>
      list(60, (place) => ({ ...member, poolKey, memberKey: key('member', place), weight: 1_000, dailyCap: 10_000 })),
    ),
  };
}

/** Ledgers in which every member has gone through a great deal. */
export function fullLedgers(policy: Policy, now: number): TurnLedger[] {
  return policy.pools.map(({ poolKey }) => ({
    poolKey,
    sequence: 999_999_999,
    dayStartedAt: now,
    weekStartedAt: now,
    entries: list(60, (place) => ({
      memberKey: key('member', place),
      weight: 100_000,
      credit: place % 2 === 0 ? -3_000_000 : 3_000_000,
      dayCount: 9_999,
      weekCount: 9_999,
      openCount: 9_999,
    })),
  }));
}
