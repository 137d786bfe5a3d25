import type { RouteReason } from '../events/portal-event.ts';
import type { ActionAnswer } from './action-answer.ts';
import type { ActionKey } from './action-definition.ts';

/** Why an action could not do what was asked. */
export type ActionRefusal =
  /** The portal has no such contact, or it is archived. */
  | { readonly state: 'noContact' }
  /** No revision is published in this portal. */
  | { readonly state: 'notPublished' }
  /** In plain words and without anything personal. */
  | { readonly state: 'failed'; readonly cause: string };

/** A decision, or what would be one, in the words that workflows use. Scores are 0..100. */
export type ToldDecision = {
  /** HubSpot's id of the owner; null where whom it goes to has no user. */
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly destinationKey: string;
  readonly basis: string;
  readonly band: string;
  readonly fitScore: number;
  readonly engagementScore: number;
  readonly intentScore: number;
  readonly capacityScore: number;
  readonly confidence: number;
  readonly reason: string;
  readonly dueAt: number | null;
};

export type DecideRequest = {
  readonly contactId: string;
  readonly leadId: string | null;
  /**
   * What is done where it was decided before: `changed` decides it with what is known now, `submitted` takes it as a new
   * arrival, null answers the decision that stands. Where there is no decision yet it is decided, whatever stands here.
   */
  readonly reason: RouteReason | null;
  /** Of two requests with the same key the second changes nothing. */
  readonly key: string;
  /** Until when the caller waits. What is decided later completes the callback. */
  readonly deadline: number;
};

export type DecideOutcome =
  | { readonly state: 'decided' | 'repeated'; readonly decisionId: string; readonly decision: ToldDecision }
  /** It is marked and will be decided; whoever decides it completes the callback whose id is the key. */
  | { readonly state: 'waiting' }
  | ActionRefusal;

export type PreviewOutcome = { readonly state: 'previewed'; readonly decision: ToldDecision } | ActionRefusal;

export type TakeNextRequest = {
  readonly contactId: string;
  readonly leadId: string | null;
  readonly poolKey: string;
  /** Whether whoever has the turn also becomes the owner. */
  readonly isGiven: boolean;
  readonly key: string;
};

export type TakeNextOutcome =
  | {
      readonly state: 'taken';
      readonly ownerId: string | null;
      readonly ownerName: string;
      readonly turnNumber: number;
      readonly basis: string;
      /** Whether the policy is not live, so that the turn counts in the trial's ledger and no owner was written. */
      readonly isTrial: boolean;
      /** Why the lead has another owner than the contact, which was given away. */
      readonly leadProblem?: string;
    }
  | { readonly state: 'unknownPool'; readonly knownKeys: readonly string[] }
  | { readonly state: 'nobodyCan' }
  /** The owner could not be written: the turn was given back. */
  | { readonly state: 'givenBack'; readonly cause: string }
  | ActionRefusal;

export type StartClockRequest = { readonly contactId: string; readonly slaKey: string; readonly key: string };

export type StartClockOutcome =
  | { readonly state: 'started' | 'runsAlready'; readonly dueAt: number; readonly ownerName: string }
  /** The policy is not live: nothing was started. It tells when it would have been due, and to whom. */
  | { readonly state: 'trial'; readonly dueAt: number; readonly ownerName: string }
  | { readonly state: 'unknownServiceLevel'; readonly knownKeys: readonly string[] }
  | ActionRefusal;

export type ReviewRequest = { readonly contactId: string; readonly reason: string; readonly key: string };

export type ReviewOutcome =
  /** `trial` where the policy is not live: neither the clock was started nor anybody asked. */
  { readonly state: 'asked' | 'trial'; readonly ownerId: string | null; readonly ownerName: string } | ActionRefusal;

export type CloseClockRequest = { readonly contactId: string; readonly reason: string; readonly key: string };

export type CloseClockOutcome =
  | { readonly state: 'closed'; readonly clockState: string }
  /** None ran. `clockState` is how the last one ended; null where there never was one. */
  | { readonly state: 'noneRan'; readonly clockState: string | null }
  | ActionRefusal;

export type KeptAnswer = {
  readonly callbackId: string;
  readonly action: ActionKey;
  readonly contactId: string;
  readonly calledAt: number;
  readonly answer: ActionAnswer;
};

/**
 * What the actions ask of an edition, for one portal. Whatever takes a key does nothing the second time it gets the same one,
 * and answers what it answered the first time. Methods may throw `CrmError`; what they throw never names a person.
 */
export interface ActionPorts {
  readonly portalId: number;
  /** What this callback was answered before; null where it never was. */
  findAnswer(callbackId: string): Promise<ActionAnswer | null>;
  keepAnswer(kept: KeptAnswer): Promise<void>;
  /** The contact that a lead record is of; null where the lead or its contact is gone. */
  primaryContactOf(leadId: string): Promise<string | null>;
  decideNow(request: DecideRequest): Promise<DecideOutcome>;
  /** What would be decided now. Nothing is written and no turn is taken. */
  preview(contactId: string): Promise<PreviewOutcome>;
  takeNext(request: TakeNextRequest): Promise<TakeNextOutcome>;
  startClock(request: StartClockRequest): Promise<StartClockOutcome>;
  askForReview(request: ReviewRequest): Promise<ReviewOutcome>;
  closeClock(request: CloseClockRequest): Promise<CloseClockOutcome>;
}
