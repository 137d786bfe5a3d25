import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';

const other = (key: string): string => `x-${key}`;
const otherOrNull = (key: string | null): string | null => (key === null ? null : other(key));

/** The same policy with other names for its pools, destinations, service levels and rules. People keep theirs. */
export function renamed(policy: Policy): Policy {
  const withDestination = <Entry extends { destinationKey: string }>(entry: Entry): Entry => ({
    ...entry,
    destinationKey: other(entry.destinationKey),
  });
  return {
    ...policy,
    auditDestinationKey: other(policy.auditDestinationKey),
    fallbackDestinationKey: other(policy.fallbackDestinationKey),
    reviewOverflowDestinationKey: other(policy.reviewOverflowDestinationKey),
    guards: policy.guards.map((guard) => ({ ...guard, destinationKey: otherOrNull(guard.destinationKey) })),
    inquiryRoutes: policy.inquiryRoutes.map(withDestination),
    territories: policy.territories.map((territory) => ({ ...territory, poolKey: otherOrNull(territory.poolKey) })),
    rules: policy.rules.map((rule) => ({
      ...withDestination(rule),
      ruleKey: other(rule.ruleKey),
      slaKey: otherOrNull(rule.slaKey),
    })),
    cells: policy.cells.map(withDestination),
    destinations: policy.destinations.map((destination) => ({
      ...withDestination(destination),
      poolKey: otherOrNull(destination.poolKey),
      slaKey: other(destination.slaKey),
    })),
    pools: policy.pools.map((pool) => ({
      ...pool,
      poolKey: other(pool.poolKey),
      overflowPoolKey: otherOrNull(pool.overflowPoolKey),
    })),
    members: policy.members.map((member) => ({ ...member, poolKey: other(member.poolKey) })),
    slas: policy.slas.map((sla) => ({ ...sla, slaKey: other(sla.slaKey) })),
    escalations: policy.escalations.map((step) => ({ ...step, slaKey: other(step.slaKey) })),
  };
}

export function renamedLedger(ledger: TurnLedger): TurnLedger {
  return { ...ledger, poolKey: other(ledger.poolKey) };
}
