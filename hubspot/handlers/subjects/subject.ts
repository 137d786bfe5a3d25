import type { DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import type { CrmRecord } from '../crm/crm.ts';

/** A contact that waits for a decision. */
export type WaitingSubject = {
  readonly contactId: string;
  /** Counts the arrivals of this contact from 1: created, submitted again, handed back. Names the submission for ever. */
  readonly arrival: number;
  /** When it came in, in UTC milliseconds: the clock of its promise does not wait for us. */
  readonly waitingSince: number;
  /** Reps who are not asked again for it. */
  readonly handedBackKeys: readonly string[];
};

/** The decision that counts for a contact now, as whoever keeps decisions knows it. */
export type EarlierDecision = {
  readonly decisionId: string;
  readonly decidedAt: number;
  readonly submissionKey: string;
  readonly mode: string;
  readonly destinationKey: string;
  readonly band: string;
  readonly slaKey: string;
  readonly givenToKey: string;
};

/** Everything about one contact that a decision needs, read from the portal. */
export type GatheredSubject = {
  readonly waiting: WaitingSubject;
  readonly contact: CrmRecord;
  readonly input: DecisionInput;
  /** Owner of the contact as it was read; null where it has none. */
  readonly ownerId: string | null;
  /** Its lead records that are not closed, the oldest first. */
  readonly openLeads: readonly { readonly id: string; readonly ownerId: string | null }[];
  readonly earlier: EarlierDecision | null;
};
