import type { PortalEvent } from '../../../handlers/events/portal-event.ts';

export type SortedEvents = {
  readonly ours: readonly PortalEvent[];
  readonly ofOtherApps: number;
  readonly ofOtherPortals: number;
};

/** Ours are those that name this app and a portal in which it is installed; an event that names no app is nobody's. */
export function sortEvents(
  events: readonly PortalEvent[],
  appId: number,
  installed: ReadonlySet<number>,
): SortedEvents {
  const ofThisApp = events.filter((event) => event.appId === appId);
  const ours = ofThisApp.filter((event) => installed.has(event.portalId));
  return {
    ours,
    ofOtherApps: events.length - ofThisApp.length,
    ofOtherPortals: ofThisApp.length - ours.length,
  };
}
