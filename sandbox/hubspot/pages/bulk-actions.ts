import type { HubSpotApp } from '../hub/apps/hubspot-app.ts';
import { appFrame, componentsFor, type UiFrameOf } from './app-frame.ts';
import { html, type Html } from './html.ts';
import type { Visit } from './navigation.ts';

/** What somebody chose on a list: records, and what is to be done with them. */
export type BulkChoice = {
  readonly ids: readonly string[];
  /** `APP:UID`; null where nothing was asked for. */
  readonly action: string | null;
};

/** The form that the boxes of a list belong to. */
export const bulkForm = 'bulk';

/** The buttons for what apps do with several records, and the panel of the one that was pressed. Null where no app does. */
export function bulkActions(
  visit: Visit,
  objectTypeId: string,
  apps: readonly HubSpotApp[],
  { ids, action }: BulkChoice,
  uiFrame: UiFrameOf | null,
): Html | null {
  const actions = componentsFor(visit, apps, objectTypeId, ['crm.bulkActions']).map((each) => ({
    ...each,
    value: `${each.app.appId}:${each.component.uid}`,
  }));
  if (actions.length === 0) return null;
  const chosen = actions.find(({ value }) => value === action);
  return html`<section aria-label="Actions">
      <form id="${bulkForm}" method="get" action="${visit.path}" class="row">
        <span>With the selected records:</span>
        ${actions.map(
          ({ app, component, value }) =>
            html`<button name="action" value="${value}">
              ${component.name}<span class="hidden"> of ${app.name}</span>
            </button>`,
        )}
      </form>
    </section>
    ${
      chosen !== undefined &&
      html`<section
        aria-label="${chosen.component.name}"
        class="${(chosen.component.displayMode ?? 'PANEL').toLowerCase()}"
      >
        <h2>${chosen.component.name} <span class="soft">${chosen.app.name}, ${ids.length} selected</span></h2>
        ${
          ids.length === 0
            ? html`<p role="alert">Nothing is selected.</p>`
            : appFrame(visit, chosen.app, chosen.component, { objectTypeId, objectIds: ids }, uiFrame)
        }
        <p><a href="${visit.path}">Close</a></p>
      </section>`
    }`;
}
