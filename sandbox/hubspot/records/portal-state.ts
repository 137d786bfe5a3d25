import { AssociationBook } from './association-book.ts';
import { PeopleBook } from './people-book.ts';
import { PortalSchema } from './portal-schema.ts';
import type { RecordChange, Tier } from './record-change.ts';
import { RecordShelf } from './record-shelf.ts';
import { SearchIndexes } from './search/search-indexes.ts';

export type PortalOptions = {
  readonly portalId: number;
  readonly tier: Tier;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** The id of the next record, a text of digits; larger than those before. */
  readonly newId: () => string;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** How long a change takes, on average, until searches find it. */
  readonly searchDelayMillis?: number;
  /** Whether a new contact is associated with the company that has the domain of its address. */
  readonly isCompanyAssociated?: boolean;
  /** Whether the primary record of a merge keeps its id, as in portals of that public beta. */
  readonly isPrimaryIdKept?: boolean;
  readonly timeZone?: string;
  /** How many properties may be added to all types together; null, or nothing, for as many as anybody likes. */
  readonly mostCustomProperties?: number | null;
};

/** Everything that a portal holds. The functions beside this file work on it; PortalRecords is their public face. */
export type PortalState = {
  readonly portalId: number;
  readonly tier: Tier;
  readonly now: () => number;
  readonly newId: () => string;
  readonly isCompanyAssociated: boolean;
  readonly isPrimaryIdKept: boolean;
  readonly mostCustomProperties: number | null;
  readonly schema: PortalSchema;
  readonly people: PeopleBook;
  readonly associations: AssociationBook;
  readonly search: SearchIndexes;
  /** Addresses that must not be in the portal again. */
  readonly blockedEmails: Set<string>;
  readonly shelves: Map<string, RecordShelf>;
  /** Tells the listeners, once what happens now is done. */
  readonly announce: (change: RecordChange) => void;
};

export function openPortalState(options: PortalOptions, announce: (change: RecordChange) => void): PortalState {
  return {
    portalId: options.portalId,
    tier: options.tier,
    now: options.now,
    newId: options.newId,
    isCompanyAssociated: options.isCompanyAssociated ?? true,
    isPrimaryIdKept: options.isPrimaryIdKept ?? false,
    mostCustomProperties: options.mostCustomProperties ?? null,
    schema: new PortalSchema(),
    people: new PeopleBook(),
    associations: new AssociationBook(),
    search: new SearchIndexes(options.now, options.random, options.searchDelayMillis ?? 1_500),
    blockedEmails: new Set(),
    shelves: new Map(),
    announce,
  };
}

/** The records of a type. */
export function shelfOf(state: PortalState, objectTypeId: string): RecordShelf {
  let shelf = state.shelves.get(objectTypeId);
  if (shelf === undefined) state.shelves.set(objectTypeId, (shelf = new RecordShelf()));
  return shelf;
}
