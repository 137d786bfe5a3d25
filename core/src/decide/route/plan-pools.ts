import { none } from '../model/decision-context.ts';
import type { Int } from '../model/number.ts';
import type { PreparedPolicy } from '../model/prepared-policy.ts';
import type { Identity } from '../identify/identify.ts';
import type { Choice } from './choose-destination.ts';

export type PlannedOwner = { ownerKey: string; isOfTerritory: boolean };

/** Whom to ask, in order: owners, then at most two pools, then the holder. It names the only ledgers assign needs. */
export type PoolPlan = {
  /** Who may already own it, the strongest claim first. */
  owners: PlannedOwner[];
  /** Whether the first owner stays, whoever they are: a person chose them. */
  isOwnerKept: boolean;
  poolPositions: Int[];
  holderKey: string;
};

/** Turns a destination into the people and pools that can take the lead. */
export function planPools(choice: Choice, identity: Identity, prepared: PreparedPolicy): PoolPlan {
  const destination = prepared.policy.destinations[choice.destinationPosition]!;
  const plan: PoolPlan = {
    owners: [],
    isOwnerKept: identity.isOwnerSetByPerson,
    poolPositions: [],
    holderKey: destination.holderKey,
  };
  if (destination.isOwnerFirst || identity.isOwnerSetByPerson) {
    planOwners(plan, identity, isAboutAccount(choice, prepared));
  }
  let poolKey = destination.poolKey;
  if (destination.isByTerritory && choice.territoryPosition !== none) {
    const territory = prepared.policy.territories[choice.territoryPosition]!;
    poolKey = territory.poolKey ?? poolKey;
    if (territory.ownerKey !== null) {
      plan.owners.push({ ownerKey: territory.ownerKey, isOfTerritory: true });
    }
  }
  addPool(plan, poolKey, prepared);
  if (plan.poolPositions.length === 1) {
    addPool(plan, prepared.pools[plan.poolPositions[0]!]!.pool.overflowPoolKey, prepared);
  }
  return plan;
}

/** A named account and a customer go to the account's owner before anybody who knows only the person. */
function isAboutAccount(choice: Choice, prepared: PreparedPolicy): boolean {
  if (choice.guardPosition === none) {
    return false;
  }
  const guardKey = prepared.guards[choice.guardPosition]!.guardKey;
  return guardKey === 'namedAccount' || guardKey === 'existingCustomer';
}

function planOwners(plan: PoolPlan, identity: Identity, isAccountFirst: boolean): void {
  for (const owner of identity.owners) {
    if (isAccountFirst && owner.basis === 'account') {
      plan.owners.push({ ownerKey: owner.ownerKey, isOfTerritory: false });
    }
  }
  for (const owner of identity.owners) {
    if (!isAccountFirst || owner.basis !== 'account') {
      plan.owners.push({ ownerKey: owner.ownerKey, isOfTerritory: false });
    }
  }
}

function addPool(plan: PoolPlan, poolKey: string | null, prepared: PreparedPolicy): void {
  const position = poolKey === null ? null : (prepared.poolPositions.get(poolKey) ?? null);
  if (position !== null) {
    plan.poolPositions.push(position);
  }
}
