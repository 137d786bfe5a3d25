import { none } from '../model/decision-context.ts';
import type { Int } from '../model/number.ts';
import type { PreparedPolicy } from '../model/prepared-policy.ts';
import type { Identity } from '../identify/identify.ts';
import type { Choice } from './choose-destination.ts';

/** Whom to ask, in order: an owner, then at most two pools, then the holder. It names the only ledgers assign needs. */
export type PoolPlan = {
  ownerKey: string | null;
  isOwnerKept: boolean;
  isTerritoryOwner: boolean;
  poolPositions: Int[];
  holderKey: string;
};

/** Turns a destination into the people and pools that can take the lead. */
export function planPools(choice: Choice, identity: Identity, prepared: PreparedPolicy): PoolPlan {
  const destination = prepared.policy.destinations[choice.destinationPosition]!;
  const plan: PoolPlan = {
    ownerKey: null,
    isOwnerKept: false,
    isTerritoryOwner: false,
    poolPositions: [],
    holderKey: destination.holderKey,
  };
  if (identity.isOwnerSetByPerson) {
    plan.ownerKey = identity.ownerKey;
    plan.isOwnerKept = true;
  } else if (destination.isOwnerFirst) {
    plan.ownerKey = identity.ownerKey;
  }
  let poolKey = destination.poolKey;
  if (destination.isByTerritory && choice.territoryPosition !== none) {
    const territory = prepared.policy.territories[choice.territoryPosition]!;
    poolKey = territory.poolKey ?? poolKey;
    if (plan.ownerKey === null && territory.ownerKey !== null) {
      plan.ownerKey = territory.ownerKey;
      plan.isTerritoryOwner = true;
    }
  }
  addPool(plan, poolKey, prepared);
  if (plan.poolPositions.length === 1) {
    addPool(plan, prepared.pools[plan.poolPositions[0]!]!.pool.overflowPoolKey, prepared);
  }
  return plan;
}

function addPool(plan: PoolPlan, poolKey: string | null, prepared: PreparedPolicy): void {
  const position = poolKey === null ? null : (prepared.poolPositions.get(poolKey) ?? null);
  if (position !== null) {
    plan.poolPositions.push(position);
  }
}
