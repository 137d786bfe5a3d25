import type { PortalRules } from './read-policy.ts';

/** How people call what the rules call by short names; the short name itself where nobody has a better one. */
export type PortalNames = {
  readonly rep: (repKey: string) => string;
  readonly destination: (destinationKey: string) => string;
  readonly promise: (slaKey: string) => string;
};

/** namesOf(rules).rep('ana') → 'Ana Ruiz'. */
export function namesOf(rules: PortalRules): PortalNames {
  const policy = rules.findPolicy(rules.findLive()?.hash ?? '');
  const reps = new Map(rules.listReps().map(({ repKey, displayName }) => [repKey, displayName]));
  const destinations = new Map(policy?.destinations.map(({ destinationKey, label }) => [destinationKey, label]));
  const promises = new Map(policy?.slas.map(({ slaKey, label }) => [slaKey, label]));
  return {
    rep: (key) => reps.get(key) ?? key,
    destination: (key) => destinations.get(key) ?? key,
    promise: (key) => promises.get(key) ?? key,
  };
}
