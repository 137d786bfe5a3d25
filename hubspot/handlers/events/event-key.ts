import { hashText } from '../../../core/src/author/run/hash-text.ts';
import type { PortalEvent } from './portal-event.ts';

/**
 * Names an event for ever: each delivery of the same event has the same key, and no other event has it. HubSpot's own event id
 * is not unique, so that the key holds everything that tells two events apart. The attempt is no part of it.
 *
 * @returns 64 hexadecimal digits
 */
export function eventKeyOf(event: PortalEvent): string {
  const parts = [
    event.portalId,
    event.subscriptionId,
    event.kind,
    event.objectTypeId,
    event.objectId,
    event.property,
    event.eventId,
    event.occurredAt,
    event.newObjectId,
    event.mergedIds,
    event.associated?.objectTypeId ?? null,
    event.associated?.objectId ?? null,
  ];
  return hashText(JSON.stringify(parts));
}
