import type { PolicyRow } from '../../../../core/src/decide/index.ts';
import type { RevisionEntry, RuleProblem } from '../../../handlers/rules/rule-store.ts';

/** Who calls, as HubSpot's signature says. Whether they may do it is not in it. */
export type UiCaller = { readonly portalId: number; readonly userId: string; readonly userEmail: string | null };

/** What became of a call of a card or a settings page. */
export type UiAnswer<T> =
  | { readonly state: 'answered'; readonly content: T }
  /** This portal has no such record. Both look the same from outside; one of another portal is counted. */
  | { readonly state: 'notFound'; readonly isOfAnotherPortal: boolean }
  | { readonly state: 'notAllowed' }
  /** The rules have problems, so nothing was published. */
  | { readonly state: 'refused'; readonly problems: readonly RuleProblem[] }
  /** The rules are no longer the ones that were looked at. */
  | { readonly state: 'changedMeanwhile' }
  /** HubSpot or the database cannot be asked now. */
  | { readonly state: 'unavailable'; readonly retryAfterSeconds: number };

/** The draft as it stands in the portal. */
export type UiDraft = {
  readonly rows: readonly PolicyRow[];
  readonly problems: readonly RuleProblem[];
  /** SHA-256 of what would be published; null while it cannot be. */
  readonly hash: string | null;
  readonly live: RevisionEntry | null;
};

export type UiPublished = {
  /** The revision that is live now. */
  readonly live: RevisionEntry;
  /** False where it was the live one before. */
  readonly isNew: boolean;
};

export type UiDecision = {
  readonly decisionId: string;
  readonly contactId: string;
  readonly decidedAt: number;
  readonly mode: string;
  readonly destinationKey: string;
  readonly band: string;
  readonly slaKey: string;
  readonly givenTo: string;
  readonly basis: string;
  readonly headline: string;
  readonly policyHash: string;
  /** Whether it counts now. */
  readonly isCurrent: boolean;
};

export type DecisionQuery = {
  readonly contactId: string | null;
  readonly destinationKey: string | null;
  readonly givenTo: string | null;
  /** UTC milliseconds, both included. */
  readonly from: number | null;
  readonly until: number | null;
  /** What the answer before said under `after`. */
  readonly after: string | null;
  readonly most: number;
};

/** Newest first. */
export type UiDecisions = { readonly decisions: readonly UiDecision[]; readonly after: string | null };

export type UiAlert = {
  readonly code: string;
  readonly about: string;
  readonly message: string;
  readonly nextStep: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly occurrences: number;
};

export type UiStatus = {
  readonly isPrepared: boolean;
  readonly mode: string | null;
  readonly live: RevisionEntry | null;
  readonly waitingLeads: number;
  /** UTC milliseconds; null where none waits. */
  readonly oldestWaitingSince: number | null;
  /** What is decided and not yet written into the portal. */
  readonly dueEffects: number;
  readonly lastDecidedAt: number | null;
  readonly openAlerts: number;
  /** Optional scopes that the portal did not grant. */
  readonly missingScopes: readonly string[];
};

export type UiUninstalled = {
  /** False where HubSpot could not be told: somebody disconnects the app there. */
  readonly isHubSpotTold: boolean;
};

/**
 * What cards and settings ask for. The portal is the caller's, always; ids may be anybody's, so each record is looked up
 * within the portal. Methods throw only where the program is broken.
 */
export interface UiPorts {
  /** What the card shows; plain data for the card in `hubspot/ui`. */
  card(caller: UiCaller, contactId: string): Promise<UiAnswer<object>>;
  draft(caller: UiCaller): Promise<UiAnswer<UiDraft>>;
  /** Publishes the draft, if its hash is still the one that was looked at. */
  publish(caller: UiCaller, draftHash: string): Promise<UiAnswer<UiPublished>>;
  /** Newest first. */
  revisions(caller: UiCaller): Promise<UiAnswer<{ readonly revisions: readonly RevisionEntry[] }>>;
  rollBack(caller: UiCaller, hash: string): Promise<UiAnswer<UiPublished>>;
  decisions(caller: UiCaller, query: DecisionQuery): Promise<UiAnswer<UiDecisions>>;
  alerts(caller: UiCaller): Promise<UiAnswer<{ readonly alerts: readonly UiAlert[] }>>;
  status(caller: UiCaller): Promise<UiAnswer<UiStatus>>;
  /** Takes the app away from the caller's portal. */
  uninstall(caller: UiCaller): Promise<UiAnswer<UiUninstalled>>;
}
