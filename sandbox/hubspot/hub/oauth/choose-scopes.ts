import type { Tier } from '../../records/record-change.ts';
import type { HubSpotApp } from '../apps/hubspot-app.ts';
import { canGrant } from './scopes-by-tier.ts';

/** What an address of the consent page asks for. */
export type ScopesAsked = { readonly scope: readonly string[]; readonly optionalScope: readonly string[] };

/** What can be granted in a portal. */
export type ScopeChoice =
  | {
      readonly isPossible: true;
      readonly required: readonly string[];
      /** Of the optional ones, those that the plan has. */
      readonly optional: readonly string[];
    }
  | { readonly isPossible: false; readonly missing: readonly string[] };

/** Why an address does not fit the app's settings; null where it does. HubSpot shows it instead of asking for consent. */
export function whyNotThese(app: HubSpotApp, { scope, optionalScope }: ScopesAsked): string | null {
  const left = app.requiredScopes.filter((each) => !scope.includes(each));
  if (left.length > 0) return `The address lacks scopes that the app requires: ${left.join(', ')}.`;
  const known = new Set([...app.requiredScopes, ...app.conditionallyRequiredScopes, ...app.optionalScopes]);
  const unknown = [...scope, ...optionalScope].filter((each) => !known.has(each));
  return unknown.length > 0 ? `The address has scopes that the app’s settings lack: ${unknown.join(', ')}.` : null;
}

/** Required scopes that the plan lacks make it impossible; optional ones are left out without a word. */
export function chooseScopes({ scope, optionalScope }: ScopesAsked, tier: Tier): ScopeChoice {
  const missing = scope.filter((each) => !canGrant(tier, each));
  if (missing.length > 0) return { isPossible: false, missing };
  const optional = optionalScope.filter((each) => canGrant(tier, each) && !scope.includes(each));
  return { isPossible: true, required: scope, optional: [...new Set(optional)] };
}
