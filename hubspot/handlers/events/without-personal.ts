import type { PortalEvent } from './portal-event.ts';

/** Ids of users, apps, workflows and forms. Some sources write an e-mail address or a name there instead. */
const idOfSource = /^(userId:)?[A-Za-z0-9_-]{1,100}$/;

/**
 * The event with nothing in it that could be somebody's: who changed something is kept as an id or not at all.
 *
 * withoutPersonal({ …, sourceId: "ana@example.com" }).sourceId → null
 */
export function withoutPersonal(event: PortalEvent): PortalEvent {
  const isId = event.sourceId !== null && idOfSource.test(event.sourceId);
  return { ...event, sourceId: isId ? event.sourceId : null };
}
