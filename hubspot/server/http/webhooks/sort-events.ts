import type { PortalEvent } from '../../../handlers/events/portal-event.ts';

export type SortedEvents = {
  readonly ours: readonly PortalEvent[];
  readonly ofOtherApps: number;
  readonly ofOtherPortals: number;
};

/**
 * Ours are those that name this app and a portal in which it is installed; an event that names no app is nobody's. Whom privacy
 * law deletes is erased here as well where the app was uninstalled: what we hold of the person did not go with it.
 */
export function sortEvents(
  events: readonly PortalEvent[],
  appId: number,
  portals: { readonly installed: ReadonlySet<number>; readonly known: ReadonlySet<number> },
): SortedEvents {
  const ofThisApp = events.filter((event) => event.appId === appId);
  const ours = ofThisApp.filter((event) =>
    (event.kind === 'privacyDeletion' ? portals.known : portals.installed).has(event.portalId),
  );
  return {
    ours,
    ofOtherApps: events.length - ofThisApp.length,
    ofOtherPortals: ofThisApp.length - ours.length,
  };
}
