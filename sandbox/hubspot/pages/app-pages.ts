import type { HubSpotApp, UiComponent } from '../hub/apps/hubspot-app.ts';
import { appFrame, type UiFrameOf } from './app-frame.ts';
import { html, type Html } from './html.ts';
import { navigationOf, type Visit } from './navigation.ts';
import { writePage } from './write-page.ts';

const noRecords = { objectTypeId: null, objectIds: [] };

/** The apps that a portal has, with what they let people see. */
export function connectedAppsPage(visit: Visit, apps: readonly HubSpotApp[]): string {
  return writePage({
    title: 'Connected apps',
    navigation: navigationOf(visit),
    content: html`<section aria-label="Connected apps">
      ${
        apps.length === 0
          ? html`<p class="soft">None yet.</p>`
          : html`<ul class="plain">
              ${apps.map((app) => html`<li><b>${app.name}</b> ${linksOf(visit, app, null)}</li>`)}
            </ul>`
      }
    </section>`,
  });
}

/** One of an app's own pages: its settings, or its home with all pages behind it. Null where the app has none. */
export function appPage(
  visit: Visit,
  app: HubSpotApp,
  type: 'settings' | 'page',
  uiFrame: UiFrameOf | null,
): string | null {
  const component = componentOf(app, type);
  if (component === null) return null;
  return writePage({
    title: type === 'settings' ? `${app.name}: settings` : app.name,
    navigation: navigationOf(visit),
    content: html`<p class="row">${linksOf(visit, app, type)}</p>
      <section aria-label="${type === 'settings' ? 'Settings' : 'Home'}">
        ${appFrame(visit, app, component, noRecords, uiFrame)}
      </section>`,
  });
}

function linksOf({ portal }: Visit, app: HubSpotApp, current: 'settings' | 'page' | null): Html {
  const base = `/portal/${portal.portalId}/apps/${app.appId}`;
  const links: ['settings' | 'page', string, string][] = [
    ['page', base, 'Home'],
    ['settings', `${base}/settings`, 'Settings'],
  ];
  return html`${links
    .filter(([type]) => componentOf(app, type) !== null)
    .map(([type, address, words]) =>
      type === current
        ? html`<a href="${address}" aria-current="page">${words}</a> `
        : html`<a href="${address}">${words} <span class="hidden">of ${app.name}</span></a> `,
    )}`;
}

function componentOf(app: HubSpotApp, type: UiComponent['type']): UiComponent | null {
  return app.components.find((each) => each.type === type) ?? null;
}
