import type { Policy, Rule } from '../../../core/src/decide/model/policy.ts';
import type { PortalConfiguration } from '../../../hubspot/handlers/portal/portal-settings.ts';
import { configurationFor } from '../../../hubspot/handlers/rules/starter-configuration.ts';
import { policyTo } from '../effects/scene.ts';

/**
 * A live policy in which everybody takes leads at any hour: those from Germany go to the pool enterprise (3 members), those from
 * Spain to smallBusiness (3), all others to inbound (6).
 */
export function fewPools(change: (policy: Policy) => Policy = (policy) => policy): Policy {
  const policy = policyTo('sales', 'live');
  return change({
    ...policy,
    guards: policy.guards.map((guard) => ({ ...guard, isActive: guard.guardKey === 'ownerSetByPerson' })),
    inquiryRoutes: [],
    territories: [],
    rules: [ruleOf('germany', 'DE', 'enterprise'), ruleOf('spain', 'ES', 'smallBusiness')],
    destinations: policy.destinations.map((destination) => ({
      ...destination,
      isByTerritory: false,
      isOwnerFirst: false,
    })),
    pools: policy.pools.map((pool) => ({
      ...pool,
      hoursRule: 'ignore',
      requiredSkills: [],
      isLanguageMatched: false,
      rampSteps: [],
    })),
    members: policy.members.map((member) => ({ ...member, dailyCap: null, weeklyCap: null, openWorkCap: null })),
  });
}

function ruleOf(ruleKey: string, country: string, destinationKey: string): Rule {
  const condition = { fieldKey: 'country', operator: 'isOneOf' as const, texts: [country], low: null, high: null };
  return { ruleKey, label: ruleKey, isActive: true, conditions: [condition], logic: '', destinationKey, slaKey: null };
}

/** Everybody of the policy who works leads has a user. */
export function everybodyWorks(policy: Policy): PortalConfiguration {
  const { people, ...rest } = configurationFor(policy, 'Europe/Berlin');
  return {
    ...rest,
    people: people.map((person) => ({
      ...person,
      ownerEmail: policy.members.some(({ memberKey }) => memberKey === person.repKey) ? mailOf(person.repKey) : null,
    })),
  };
}

export const mailOf = (repKey: string): string => `${repKey}@northlight.example`;
