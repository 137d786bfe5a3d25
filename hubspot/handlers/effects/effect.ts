import type { PropertyValues } from '../crm/crm.ts';

/**
 * What a decision does in the portal, in the order in which it is done. An effect is plain data: it is kept with the decision
 * before anything is sent, and may be applied again after a crash.
 */
export type Effect = RecordEffect | NoteEffect | TaskEffect | LeadEffect;

/** Signalbox's own properties, and the owner. */
export type RecordEffect = {
  readonly kind: 'record';
  readonly contactId: string;
  readonly properties: PropertyValues;
  readonly owner: OwnerChange | null;
  /** Open leads that get the same properties, and the owner where it is written there. */
  readonly leadIds: readonly string[];
};

export type OwnerChange = {
  readonly ownerId: string;
  readonly on: 'contact' | 'lead' | 'both';
  /** Owners as they were when it was decided. One whom a person chose since then is kept. */
  readonly decidedAt: number;
  /** Whether it was decided against a person's choice, which only somebody's hand can ask for (a workflow, a claim). */
  readonly isOverPerson: boolean;
};

/** A note on the contact. `marker` stands in its last line and tells whether it was written already. */
export type NoteEffect = {
  readonly kind: 'note';
  readonly contactId: string;
  readonly marker: string;
  /** HTML; everything that somebody typed is escaped. */
  readonly body: string;
  readonly at: number;
};

export type TaskEffect = {
  readonly kind: 'task';
  readonly contactId: string;
  readonly marker: string;
  readonly subject: string;
  readonly body: string;
  readonly ownerId: string | null;
  readonly dueAt: number;
  readonly isUrgent: boolean;
};

/** A lead record for a contact that goes to sales and has none that is open. */
export type LeadEffect = {
  readonly kind: 'lead';
  readonly contactId: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly properties: PropertyValues;
};

/** What became of an effect. */
export type EffectOutcome =
  | { readonly state: 'done'; readonly ids: readonly string[] }
  /** Done, but an owner whom a person chose in the meantime was kept. */
  | { readonly state: 'ownerKept'; readonly ids: readonly string[]; readonly ownerId: string }
  /** The portal will never take it: the contact is gone, the owner is no user. */
  | { readonly state: 'refused'; readonly category: string; readonly message: string }
  /** The plan or a scope does not allow it; the rest goes on. */
  | { readonly state: 'notAllowed'; readonly category: string; readonly message: string };
