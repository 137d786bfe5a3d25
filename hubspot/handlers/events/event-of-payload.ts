import type { EventPayload } from './event-payload.ts';
import { typeIdOfName } from './object-types.ts';
import type { PortalEvent } from './portal-event.ts';

type Kind = PortalEvent['kind'];
type AboutRecord = Pick<
  PortalEvent,
  'objectTypeId' | 'objectId' | 'property' | 'mergedIds' | 'newObjectId' | 'associated'
>;

const kindOfWord: ReadonlyMap<string, Kind> = new Map([
  ['creation', 'creation'],
  ['deletion', 'deletion'],
  ['privacyDeletion', 'privacyDeletion'],
  ['merge', 'merge'],
  ['restore', 'restore'],
  ['propertyChange', 'propertyChange'],
  ['associationChange', 'associationChange'],
]);

/** What is missing from an event of its kind: the key, as HubSpot calls it. */
export type MissingKey = { readonly missing: string };

/**
 * The event that a payload tells of, in either of HubSpot's forms: `contact.creation`, or `object.creation` with the type's id.
 * A subscription that nobody knows is an event of kind `other`.
 *
 * { subscriptionType: "contact.creation", objectId: "7", … } → { kind: "creation", objectTypeId: "0-1", objectId: "7", … }
 */
export function eventOfPayload(payload: EventPayload): PortalEvent | MissingKey {
  const kind = kindOf(payload.subscriptionType);
  const about = aboutRecord(kind, payload);
  if ('missing' in about) {
    return about;
  }
  return {
    portalId: payload.portalId,
    appId: payload.appId,
    subscriptionId: payload.subscriptionId ?? 0,
    eventId: payload.eventId ?? 0,
    occurredAt: payload.occurredAt,
    attempt: payload.attemptNumber ?? 0,
    kind: kind,
    changeSource: payload.changeSource,
    sourceId: payload.sourceId,
    ...about,
  };
}

/** Events of conversations use some of the same words, and mean threads. */
function kindOf(subscriptionType: string): Kind {
  const [name = '', word = '', more] = subscriptionType.split('.');
  const isKnown = more === undefined && (name === 'object' || typeIdOfName.has(name));
  return (isKnown ? kindOfWord.get(word) : undefined) ?? 'other';
}

function aboutRecord(kind: Kind, payload: EventPayload): AboutRecord | MissingKey {
  switch (kind) {
    case 'merge':
      return aboutMerge(payload);
    case 'associationChange':
      return aboutAssociation(payload);
    case 'other':
      return plain(payload.objectTypeId ?? '', payload.objectId ?? '');
    case 'propertyChange':
      return payload.propertyName ? aboutOne(payload, payload.propertyName) : { missing: 'propertyName' };
    case 'creation':
    case 'deletion':
    case 'privacyDeletion':
    case 'restore':
      return aboutOne(payload, null);
  }
}

function aboutOne(payload: EventPayload, property: string | null): AboutRecord | MissingKey {
  const objectTypeId = typeIdOf(payload);
  if (objectTypeId === null) {
    return { missing: 'objectTypeId' };
  }
  if (payload.objectId === null) {
    return { missing: 'objectId' };
  }
  return { ...plain(objectTypeId, payload.objectId), property: property };
}

/** A merge may make a new record; then the one that was kept is no more, either. */
function aboutMerge(payload: EventPayload): AboutRecord | MissingKey {
  const objectTypeId = typeIdOf(payload);
  if (objectTypeId === null) {
    return { missing: 'objectTypeId' };
  }
  const primaryId = payload.primaryObjectId ?? payload.objectId;
  if (primaryId === null) {
    return { missing: 'primaryObjectId' };
  }
  const remainingId = payload.newObjectId ?? primaryId;
  const mergedIds = new Set([...(payload.mergedObjectIds ?? []), primaryId]);
  mergedIds.delete(remainingId);
  if (mergedIds.size === 0) {
    return { missing: 'mergedObjectIds' };
  }
  return { ...plain(objectTypeId, primaryId), mergedIds: [...mergedIds], newObjectId: remainingId };
}

function aboutAssociation(payload: EventPayload): AboutRecord | MissingKey {
  const [fromName, toName] = (payload.associationType ?? '').toLowerCase().split('_to_');
  const fromTypeId = payload.fromObjectTypeId ?? typeIdOf(payload) ?? typeIdOfName.get(fromName ?? '') ?? null;
  const fromId = payload.fromObjectId ?? payload.objectId;
  if (fromTypeId === null) {
    return { missing: 'fromObjectTypeId' };
  }
  if (fromId === null) {
    return { missing: 'fromObjectId' };
  }
  const toTypeId = payload.toObjectTypeId ?? typeIdOfName.get(toName ?? '') ?? null;
  const toId = payload.toObjectId;
  return {
    ...plain(fromTypeId, fromId),
    associated: toTypeId === null || toId === null ? null : { objectTypeId: toTypeId, objectId: toId },
  };
}

function typeIdOf(payload: EventPayload): string | null {
  const name = payload.subscriptionType.split('.')[0] ?? '';
  return payload.objectTypeId ?? typeIdOfName.get(name) ?? null;
}

function plain(objectTypeId: string, objectId: string): AboutRecord {
  return {
    objectTypeId: objectTypeId,
    objectId: objectId,
    property: null,
    mergedIds: [],
    newObjectId: null,
    associated: null,
  };
}
