/** One event of a webhook, read. Unknown kinds are kept as `other` and do nothing. */
export type PortalEvent = {
  readonly portalId: number;
  readonly appId: number | null;
  readonly subscriptionId: number;
  readonly eventId: number;
  readonly occurredAt: number;
  readonly attempt: number;
  readonly kind:
    | 'creation'
    | 'deletion'
    | 'privacyDeletion'
    | 'merge'
    | 'restore'
    | 'propertyChange'
    | 'associationChange'
    | 'other';
  /** The type id: 0-1 contacts, 0-2 companies, 0-136 leads, 2-… custom objects. */
  readonly objectTypeId: string;
  readonly objectId: string;
  readonly property: string | null;
  readonly changeSource: string | null;
  readonly sourceId: string | null;
  /** Merges: the ids that are no more, and the one that is. */
  readonly mergedIds: readonly string[];
  readonly newObjectId: string | null;
  /** Changes of an association: the record at its other end. */
  readonly associated?: { readonly objectTypeId: string; readonly objectId: string } | null;
};

/** Why a contact is to be decided. */
export type RouteReason =
  /** It is new: the first arrival. */
  | 'created'
  /** The person came in again: a new arrival. */
  | 'submitted'
  /** A value changed that the policy can read: the same arrival, decided with what is known now. */
  | 'changed';

/** What an event asks of us. */
export type Consequence =
  | { readonly kind: 'route'; readonly contactId: string; readonly reason: RouteReason; readonly at: number }
  /** Somebody else set the owner: it may be a person's choice that is to be kept. */
  | { readonly kind: 'ownerChanged'; readonly contactId: string; readonly at: number }
  /** A value of a company changed that the policy can read: its contacts are decided with what is known now. */
  | { readonly kind: 'companyChanged'; readonly companyId: string; readonly at: number }
  /** Somebody may have answered: the clock is looked at. */
  | { readonly kind: 'touched'; readonly contactId: string; readonly at: number }
  | { readonly kind: 'merged'; readonly fromIds: readonly string[]; readonly toId: string }
  | { readonly kind: 'deleted'; readonly contactId: string; readonly at: number }
  /** By privacy law: whatever of the person we hold is erased. */
  | { readonly kind: 'erased'; readonly contactId: string; readonly at: number }
  | { readonly kind: 'restored'; readonly contactId: string; readonly at: number }
  | { readonly kind: 'rulesChanged'; readonly objectTypeId: string }
  /** Nothing is to be done; the reason is counted. */
  | { readonly kind: 'ignored'; readonly reason: 'ownWrite' | 'notWatched' | 'unknown' };
