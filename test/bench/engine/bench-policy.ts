import type { Policy, Pool, PoolMember } from '../../../core/src/decide/model/policy.ts';
import { readStarter } from './rule-subject.ts';
import { sixtyRules } from './sixty-rules.ts';

export const repCount = 40;
const poolKey = 'everybody';

/** rep-01 to rep-40 */
export const repKeys = Array.from({ length: repCount }, (_, place) => `rep-${String(place + 1).padStart(2, '0')}`);

/**
 * The starter policy's score cards, phrases, guards and destinations with sixty rules of its own, live, and one pool of
 * forty behind everything: the size at which the product has to be fast and its records small.
 */
export function benchPolicy(): Policy {
  const starter = readStarter();
  return {
    ...starter,
    name: 'Bench policy',
    mode: 'live',
    rules: sixtyRules(['sales', 'enterprise', 'smallBusiness', 'triage', 'owner']),
    destinations: starter.destinations.map((destination) => ({
      ...destination,
      poolKey: destination.poolKey === null ? null : poolKey,
    })),
    territories: starter.territories.map((territory) => ({ ...territory, poolKey })),
    pools: [benchPool(starter.pools[0]!)],
    members: repKeys.map(benchMember),
  };
}

function benchPool(first: Pool): Pool {
  return { ...first, poolKey, label: 'Everybody', overflowPoolKey: null, requiredSkills: [], skillFieldKey: null };
}

/** Weights of 1 to 3 and different caps, so that ledgers do not stay even. */
function benchMember(memberKey: string, place: number): PoolMember {
  return {
    poolKey,
    memberKey,
    weight: 1 + (place % 3),
    dailyCap: 60 + 10 * (place % 4),
    weeklyCap: 400,
    openWorkCap: null,
    joinedAt: null,
  };
}
