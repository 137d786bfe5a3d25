import type { HubSpotApp, UiComponent } from '../hub/apps/hubspot-app.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import { appFrame, componentsFor, type UiFrameOf } from './app-frame.ts';
import { html, type Html } from './html.ts';
import type { Visit } from './navigation.ts';

const words: Readonly<Partial<Record<UiComponent['location'], string>>> = {
  'crm.record.tab': 'tab',
  'crm.record.sidebar': 'sidebar',
  'crm.preview': 'preview',
};

/** The cards that a portal's apps have on a record's page, each in an area of its own. */
export function recordCards(
  visit: Visit,
  record: PortalRecord,
  apps: readonly HubSpotApp[],
  locations: readonly UiComponent['location'][],
  uiFrame: UiFrameOf | null,
): Html {
  const { objectTypeId, id } = record;
  const cards = componentsFor(visit, apps, objectTypeId, locations);
  return html`${cards.map(({ app, component }) => {
    const place = words[component.location] ?? component.location;
    return html`<section aria-label="${component.name}, ${place}">
      <h2>${component.name} <span class="soft">${app.name}, ${place}</span></h2>
      ${appFrame(visit, app, component, { objectTypeId, objectIds: [id] }, uiFrame)}
    </section>`;
  })}`;
}
