import type { KnownType } from '../records/portal-schema.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import type { HubSpotApp, UiComponent } from '../hub/apps/hubspot-app.ts';
import type { UiFrameOf } from './app-frame.ts';
import { html, type Html } from './html.ts';
import { navigationOf, type Visit } from './navigation.ts';
import { propertyTable } from './property-table.ts';
import { recordCards } from './record-cards.ts';
import { showInstant, textOfHtml } from './show-value.ts';
import { pluralOf, titleOf } from './type-names.ts';
import { writePage } from './write-page.ts';

/** What stands around a record. */
export type RecordView = {
  readonly hasCard: boolean;
  /** Why something that was asked for was not done; null for none. */
  readonly problem: string | null;
  /** That the portal has. */
  readonly apps: readonly HubSpotApp[];
  readonly uiFrame: UiFrameOf | null;
};

/** One record: its properties and who changed them, what happened around it, and the cards of apps. */
export function recordPage(
  visit: Visit,
  type: KnownType,
  record: PortalRecord,
  { hasCard, problem, apps, uiFrame }: RecordView,
): string {
  const cards = (...locations: UiComponent['location'][]): Html => recordCards(visit, record, apps, locations, uiFrame);
  return writePage({
    title: titleOf(type, record),
    navigation: navigationOf(visit),
    content: html`${problem !== null && html`<p role="alert">${problem}</p>`}
      <div class="columns">
        <div>
          ${hasCard && cardPlace(visit, record)} ${cards('crm.record.tab')}
          <section id="properties" data-live aria-label="Properties">
            <h2>Properties</h2>
            ${propertyTable(visit, type, record)}
          </section>
        </div>
        <div>
          ${cards('crm.record.sidebar', 'crm.preview')}
          <section id="timeline" data-live aria-label="Timeline">
            <h2>Timeline</h2>
            ${timeline(visit, record)}
          </section>
          <section id="associations" data-live aria-label="Associations">
            <h2>Associations</h2>
            ${associations(visit, record)}
          </section>
        </div>
      </div>`,
  });
}

// The names of the attributes are what a card is told of where it is.
function cardPlace({ portal, user }: Visit, { objectTypeId, id }: PortalRecord): Html {
  const query = new URLSearchParams({ objectTypeId, objectId: id, userId: String(user?.userId ?? '') });
  const base = `/portal/${portal.portalId}`;
  return html`<section
    data-card
    aria-label="App card"
    data-src="${base}/card?${query.toString()}"
    data-fetch="${base}/ui-fetch"
    data-portal-id="${portal.portalId}"
    data-object-type-id="${objectTypeId}"
    data-object-id="${id}"
    data-user-id="${user?.userId ?? ''}"
  >
    <div data-card-content></div>
  </section>`;
}

function timeline({ portal }: Visit, record: PortalRecord): Html {
  const { records } = portal;
  const entries = ['NOTE', 'TASK'].flatMap((name) =>
    records.associationsOf(record.objectTypeId, record.id, name).flatMap(({ toId }) => {
      const found = records.findRecord(name, toId);
      return found === null ? [] : [{ name, found }];
    }),
  );
  if (entries.length === 0) return html`<p class="soft">Nothing yet.</p>`;
  const newestFirst = entries.toSorted(
    (one, other) => other.found.createdAt - one.found.createdAt || Number(other.found.id) - Number(one.found.id),
  );
  return html`<ul class="plain">
    ${newestFirst.map(({ name, found }) => {
      const value = (property: string): string => found.value(property) ?? '';
      const owner = records.people.find(value('hubspot_owner_id'));
      return html`<li>
        <b>${name === 'NOTE' ? 'Note' : 'Task'}</b> <span class="soft">${showInstant(records, found.createdAt)}</span>
        ${owner !== null && html`<span class="soft">for ${owner.firstName} ${owner.lastName}</span>`}
        ${name === 'TASK' && html`<div>${value('hs_task_subject')} <span class="soft">${value('hs_task_status')}, due ${dueAt(found, records.timeZone)}</span></div>`}
        <div class="value">${textOfHtml(value(name === 'NOTE' ? 'hs_note_body' : 'hs_task_body'))}</div>
      </li>`;
    })}
  </ul>`;
}

function dueAt(task: PortalRecord, timeZone: string): string {
  const value = task.value('hs_timestamp') ?? '';
  const at = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  if (Number.isNaN(at)) return 'at no time';
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at);
}

function associations({ portal }: Visit, record: PortalRecord): Html {
  const { records } = portal;
  const groups = ['0-1', '0-2', '0-136'].flatMap((typeId) => {
    const type = records.schema.type(typeId);
    const found = records
      .associationsOf(record.objectTypeId, record.id, typeId)
      .flatMap(({ toId }) => records.findRecord(typeId, toId) ?? []);
    return found.length === 0 ? [] : [{ type, found }];
  });
  if (groups.length === 0) return html`<p class="soft">None.</p>`;
  return html`${groups.map(
    ({ type, found }) =>
      html`<h3>${pluralOf(type)}</h3>
        <ul class="plain">
          ${found.map(
            (each) =>
              html`<li>
                <a href="/portal/${portal.portalId}/objects/${type.objectTypeId}/${each.id}">${titleOf(type, each)}</a>
              </li>`,
          )}
        </ul>`,
  )}`;
}
