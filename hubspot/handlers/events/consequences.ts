import { decided } from '../portal/property-names.ts';
import { companyTypeId, contactTypeId } from './object-types.ts';
import type { Consequence, PortalEvent } from './portal-event.ts';
import type { WatchedMeaning, WatchedProperties } from './watched-properties.ts';

export type ConsequenceContext = {
  /** The app as which we write. */
  readonly appId: number;
  readonly watched: WatchedProperties;
  /** Type ids of the objects that hold the portal's rules; empty where they are files. */
  readonly ruleTypeIds: ReadonlySet<string>;
};

/** Only we write these, whatever the event says of its source. */
const ownProperties: ReadonlySet<string> = new Set(Object.values(decided));

/** Where people change records by hand. */
const handSources: ReadonlySet<string> = new Set(['CRM_UI', 'CRM_UI_BULK_ACTION', 'MOBILE_IOS', 'MOBILE_ANDROID']);

/**
 * What an event asks of us, decided by the event alone. Deliveries come more than once and in any order, and one thing that
 * happens may send several events, so that whoever acts on a consequence reads the record first.
 *
 * A form that is filled again: [{ kind: "route", contactId: "7", reason: "submitted", at: … }]
 */
export function consequencesOf(event: PortalEvent, given: ConsequenceContext): Consequence[] {
  if (event.kind === 'other') {
    return ignored('unknown');
  }
  if (given.ruleTypeIds.has(event.objectTypeId)) {
    return isOwnWrite(event, given)
      ? ignored('ownWrite')
      : [{ kind: 'rulesChanged', objectTypeId: event.objectTypeId }];
  }
  if (event.kind === 'associationChange') {
    return ofAssociation(event, given);
  }
  switch (event.objectTypeId) {
    case contactTypeId:
      return ofContact(event, given);
    case companyTypeId:
      return ofCompany(event, given);
    default:
      return ignored('notWatched');
  }
}

function ofContact(event: PortalEvent, given: ConsequenceContext): Consequence[] {
  const contactId = event.objectId;
  switch (event.kind) {
    case 'creation':
      return [{ kind: 'route', contactId: contactId, reason: 'created', at: event.occurredAt }];
    case 'deletion':
      return [{ kind: 'deleted', contactId: contactId, at: event.occurredAt }];
    case 'privacyDeletion':
      return [{ kind: 'erased', contactId: contactId, at: event.occurredAt }];
    case 'restore':
      return [{ kind: 'restored', contactId: contactId, at: event.occurredAt }];
    case 'merge':
      return [{ kind: 'merged', fromIds: event.mergedIds, toId: event.newObjectId ?? contactId }];
    case 'propertyChange':
      return ofContactProperty(event, given);
    case 'associationChange':
    case 'other':
      return ignored('unknown');
  }
}

function ofContactProperty(event: PortalEvent, given: ConsequenceContext): Consequence[] {
  const property = event.property ?? '';
  if (ownProperties.has(property) || isOwnWrite(event, given)) {
    return ignored('ownWrite');
  }
  const meaning = given.watched.contact.get(property);
  if (meaning === undefined) {
    return ignored('notWatched');
  }
  return ofMeaning(meaning, event);
}

function ofMeaning(meaning: WatchedMeaning, event: PortalEvent): Consequence[] {
  const contactId = event.objectId;
  const at = event.occurredAt;
  switch (meaning) {
    case 'submitted':
    case 'changed':
      return [{ kind: 'route', contactId: contactId, reason: meaning, at: at }];
    case 'ownerChanged':
    case 'touched':
      return [{ kind: meaning, contactId: contactId, at: at }];
    case 'touchedByPerson':
      return isByPerson(event) ? [{ kind: 'touched', contactId: contactId, at: at }] : ignored('notWatched');
  }
}

function ofCompany(event: PortalEvent, given: ConsequenceContext): Consequence[] {
  if (event.kind !== 'propertyChange' || !given.watched.company.has(event.property ?? '')) {
    return ignored('notWatched');
  }
  return isOwnWrite(event, given)
    ? ignored('ownWrite')
    : [{ kind: 'companyChanged', companyId: event.objectId, at: event.occurredAt }];
}

/** A contact that gets or loses its company is decided with what is known of the company now. Either end may be told first. */
function ofAssociation(event: PortalEvent, given: ConsequenceContext): Consequence[] {
  const ends = [{ objectTypeId: event.objectTypeId, objectId: event.objectId }];
  if (event.associated) {
    ends.push(event.associated);
  }
  const contact = ends.find((end) => end.objectTypeId === contactTypeId);
  const company = ends.find((end) => end.objectTypeId === companyTypeId);
  if (contact === undefined || company === undefined) {
    return ignored('notWatched');
  }
  return isOwnWrite(event, given)
    ? ignored('ownWrite')
    : [{ kind: 'route', contactId: contact.objectId, reason: 'changed', at: event.occurredAt }];
}

function isByPerson(event: PortalEvent): boolean {
  return handSources.has(event.changeSource ?? '') || (event.sourceId ?? '').startsWith('userId:');
}

function isOwnWrite(event: PortalEvent, given: ConsequenceContext): boolean {
  const isProgram = event.changeSource === 'INTEGRATION' || event.changeSource === 'API';
  return isProgram && event.sourceId === String(given.appId);
}

function ignored(reason: 'ownWrite' | 'notWatched' | 'unknown'): Consequence[] {
  return [{ kind: 'ignored', reason: reason }];
}
