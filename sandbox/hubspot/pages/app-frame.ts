import type { HubSpotApp, UiComponent } from '../hub/apps/hubspot-app.ts';
import type { FrameAddress } from '../hub/ui/frame-address.ts';
import { html, type Html } from './html.ts';
import type { Visit } from './navigation.ts';

/** Where an app's user interface is shown; null where nothing runs it. */
export type UiFrameOf = (address: FrameAddress) => string;

/** The records that it is about. */
export type FrameRecords = { readonly objectTypeId: string | null; readonly objectIds: readonly string[] };

/** Something of an app, with its own name above it. */
export function appFrame(
  { portal, user }: Visit,
  app: HubSpotApp,
  component: UiComponent,
  { objectTypeId, objectIds }: FrameRecords,
  uiFrame: UiFrameOf | null,
): Html {
  if (uiFrame === null || user === null) {
    return html`<p class="soft">${user === null ? 'There is nobody to show it to.' : 'No host for it is here.'}</p>`;
  }
  const src = uiFrame({
    portalId: portal.portalId,
    appId: app.appId,
    component: component.uid,
    userId: user.userId,
    objectTypeId,
    objectIds,
  });
  return html`<iframe class="frame" title="${component.name}" src="${src}"></iframe>
    <script src="/ui-host/embed.js" defer></script>`;
}

/** The components of a portal's apps for records of a type, at one of some places. */
export function componentsFor(
  { portal }: Visit,
  apps: readonly HubSpotApp[],
  objectTypeId: string,
  locations: readonly UiComponent['location'][],
): { readonly app: HubSpotApp; readonly component: UiComponent }[] {
  const isOfType = (name: string): boolean => portal.records.schema.findType(name)?.objectTypeId === objectTypeId;
  return apps.flatMap((app) =>
    app.components
      .filter(({ location, objectTypes }) => locations.includes(location) && objectTypes.some(isOfType))
      .map((component) => ({ app, component })),
  );
}
