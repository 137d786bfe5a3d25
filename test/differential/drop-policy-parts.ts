import type { Policy } from '../../core/src/decide/model/policy.ts';

/** Policies without one part that others name; whatever named it names another, or nothing. */
export function policiesWithoutOnePart(policy: Policy): Policy[] {
  return [
    ...policy.pools.map(({ poolKey }) => withoutPool(policy, poolKey)),
    ...policy.destinations.map(({ destinationKey }) => withoutDestination(policy, destinationKey)),
    ...policy.slas.map(({ slaKey }) => withoutSla(policy, slaKey)),
  ];
}

function withoutPool(policy: Policy, dropped: string): Policy {
  const keyLeft = (poolKey: string | null): string | null => (poolKey === dropped ? null : poolKey);
  return {
    ...policy,
    pools: policy.pools
      .filter(({ poolKey }) => poolKey !== dropped)
      .map((pool) => ({ ...pool, overflowPoolKey: keyLeft(pool.overflowPoolKey) })),
    members: policy.members.filter(({ poolKey }) => poolKey !== dropped),
    destinations: policy.destinations.map((destination) => ({ ...destination, poolKey: keyLeft(destination.poolKey) })),
    territories: policy.territories
      .map((territory) => ({ ...territory, poolKey: keyLeft(territory.poolKey) }))
      .filter(({ poolKey, ownerKey }) => poolKey !== null || ownerKey !== null),
  };
}

function withoutDestination(policy: Policy, dropped: string): Policy {
  const destinations = policy.destinations.filter(({ destinationKey }) => destinationKey !== dropped);
  const keyLeft = (destinationKey: string): string =>
    destinationKey === dropped ? (destinations[0]?.destinationKey ?? dropped) : destinationKey;
  return {
    ...policy,
    destinations,
    auditDestinationKey: keyLeft(policy.auditDestinationKey),
    fallbackDestinationKey: keyLeft(policy.fallbackDestinationKey),
    reviewOverflowDestinationKey: keyLeft(policy.reviewOverflowDestinationKey),
    guards: policy.guards.map((guard) => ({
      ...guard,
      destinationKey: guard.destinationKey === null ? null : keyLeft(guard.destinationKey),
    })),
    inquiryRoutes: policy.inquiryRoutes.map((route) => ({ ...route, destinationKey: keyLeft(route.destinationKey) })),
    rules: policy.rules.map((rule) => ({ ...rule, destinationKey: keyLeft(rule.destinationKey) })),
    cells: policy.cells.map((cell) => ({ ...cell, destinationKey: keyLeft(cell.destinationKey) })),
  };
}

function withoutSla(policy: Policy, dropped: string): Policy {
  const slas = policy.slas.filter(({ slaKey }) => slaKey !== dropped);
  const keyLeft = (slaKey: string): string => (slaKey === dropped ? (slas[0]?.slaKey ?? dropped) : slaKey);
  return {
    ...policy,
    slas,
    escalations: policy.escalations.filter(({ slaKey }) => slaKey !== dropped),
    destinations: policy.destinations.map((destination) => ({ ...destination, slaKey: keyLeft(destination.slaKey) })),
    rules: policy.rules.map((rule) => ({ ...rule, slaKey: rule.slaKey === null ? null : keyLeft(rule.slaKey) })),
  };
}
