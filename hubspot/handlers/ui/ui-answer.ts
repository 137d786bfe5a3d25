import type { RuleProblem } from '../rules/rule-store.ts';

/** Who calls. In the marketplace edition HubSpot's signature says so, in the private one a session that HubSpot confirmed. */
export type UiCaller = {
  readonly portalId: number;
  /** Null where nobody said who it is. */
  readonly userId: string | null;
  readonly userEmail: string | null;
};

/** What became of a call of a card, a page or the settings. */
export type UiAnswer<Content> =
  | { readonly state: 'answered'; readonly content: Content }
  /** This portal has no such record. Both look the same from outside; one of another portal is counted. */
  | { readonly state: 'notFound'; readonly isOfAnotherPortal: boolean }
  | { readonly state: 'notAllowed' }
  /** HubSpot has yet to confirm who calls. */
  | { readonly state: 'signInNeeded' }
  /** The rules have problems, so nothing was published or saved. */
  | { readonly state: 'refused'; readonly problems: readonly RuleProblem[] }
  /** The rules are no longer the ones that were looked at. */
  | { readonly state: 'changedMeanwhile' }
  /** HubSpot, the database or the plan cannot answer now. */
  | { readonly state: 'unavailable'; readonly retryAfterSeconds: number };

export function answered<Content>(content: Content): UiAnswer<Content> {
  return { state: 'answered', content };
}
