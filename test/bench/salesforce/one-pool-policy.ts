import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readPolicy } from '../../../core/src/author/policy/read-policy.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';

const starterFile = path.join(import.meta.dirname, '..', '..', '..', 'core', 'policies', 'starter.json');

/** The pool into which every lead goes. */
export const onlyPool = 'enterprise';

/**
 * The starter policy with one way for all leads: into one pool of equal members who can always take one. So every lead costs
 * a turn of the same ledger, and whoever is not given their share was wronged by what happened around the ledger.
 */
export function onePoolPolicy(): Policy {
  const { policy } = readPolicy(readFileSync(starterFile, 'utf8'), 'starter.json');
  if (policy === null) throw new Error('The starter policy is broken.');
  const toPool = policy.destinations.find((each) => each.kind === 'pool' && each.poolKey !== null);
  if (toPool === undefined) throw new Error('The starter policy sends nothing to a pool.');
  return {
    ...policy,
    mode: 'live',
    guards: policy.guards.map((each) => ({ ...each, isActive: each.guardKey === 'ownerSetByPerson' })),
    rules: [],
    territories: [],
    // A missed promise gives the lead to somebody else: rightly, but not what these runs ask about.
    escalations: [],
    cells: policy.cells.map((each) => ({ ...each, destinationKey: toPool.destinationKey })),
    destinations: policy.destinations.map((each) =>
      each === toPool ? { ...each, isByTerritory: false, isOwnerFirst: false } : each,
    ),
    pools: policy.pools.map((each) => ({
      ...each,
      hoursRule: 'ignore',
      overflowPoolKey: null,
      requiredSkills: [],
      skillFieldKey: null,
      isLanguageMatched: false,
      rampSteps: [],
    })),
    members: policy.members.map((each) => ({
      ...each,
      weight: 10,
      dailyCap: null,
      weeklyCap: null,
      openWorkCap: null,
      joinedAt: null,
    })),
  };
}
