import type { KnownType } from '../records/portal-schema.ts';
import type { PropertyDefinition } from '../records/property-definition.ts';
import type { PortalRecord } from '../records/portal-record.ts';
import { bulkForm } from './bulk-actions.ts';
import { html, type Html } from './html.ts';
import { navigationOf, type Visit } from './navigation.ts';
import { showInstant, showValue } from './show-value.ts';
import { pluralOf, titleOf } from './type-names.ts';
import { writePage } from './write-page.ts';

const onPage = 50;

/** What of a list is looked at. */
export type ListView = {
  readonly page: number;
  /** Why something that was asked for was not done; null for none. */
  readonly problem: string | null;
  /** What apps do with several records; null where none does. */
  readonly bulk: Html | null;
  readonly selected: readonly string[];
};

/** All records of a type, the newest first. Whatever properties an app added are columns. */
export function objectListPage(visit: Visit, type: KnownType, shownNow: ListView): string {
  const { page, problem, bulk } = shownNow;
  const { records } = visit.portal;
  const all = records.listRecords(type.objectTypeId, null, Number.MAX_SAFE_INTEGER);
  const end = Math.max(0, all.length - (page - 1) * onPage);
  const shown = all.slice(Math.max(0, end - onPage), end).toReversed();
  const columns = columnsOf(type);
  return writePage({
    title: pluralOf(type),
    navigation: navigationOf(visit),
    content: html`${problem !== null && html`<p role="alert">${problem}</p>`}
      ${type.objectTypeId === '0-1' && creationForm(visit)} ${bulk}
      <section id="list" data-live aria-label="${pluralOf(type)}">
        <p class="soft">${all.length} in all</p>
        ${
          shown.length > 0 &&
          html`<div class="scroll" tabindex="0" role="region" aria-label="Table of ${pluralOf(type)}">
            <table class="list">
              <thead>
                <tr>
                  ${bulk !== null && html`<th scope="col"><span class="hidden">Selected</span></th>`}
                  <th scope="col">Name</th>
                  ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
                  <th scope="col">Created</th>
                </tr>
              </thead>
              <tbody>
                ${shown.map((record) => rowOf(visit, type, columns, record, shownNow))}
              </tbody>
            </table>
          </div>`
        }
        ${pagesOf(all.length, page)}
      </section>`,
  });
}

function rowOf(
  { portal }: Visit,
  type: KnownType,
  columns: readonly PropertyDefinition[],
  record: PortalRecord,
  { bulk, selected }: ListView,
): Html {
  const address = `/portal/${portal.portalId}/objects/${type.objectTypeId}/${record.id}`;
  return html`<tr>
    ${bulk !== null && html`<td>${selectionBox(type, record, selected.includes(record.id))}</td>`}
    <td><a href="${address}">${titleOf(type, record)}</a></td>
    ${columns.map((column) => html`<td>${showValue(portal.records, column, record.value(column.name) ?? '').slice(0, 120)}</td>`)}
    <td>${showInstant(portal.records, record.createdAt)}</td>
  </tr>`;
}

function selectionBox(type: KnownType, record: PortalRecord, isSelected: boolean): Html {
  return html`<input
    type="checkbox"
    form="${bulkForm}"
    id="select-${record.id}"
    name="ids"
    value="${record.id}"
    aria-label="Select ${titleOf(type, record)}"
    ${isSelected && html`checked`}
  />`;
}

/** A few of HubSpot's own, then those that somebody added, in the order in which they were added. */
function columnsOf(type: KnownType): PropertyDefinition[] {
  const definitions = [...type.definitions.values()];
  const usual = ['email', 'company', 'domain', 'hubspot_owner_id', 'hs_pipeline_stage'];
  return [
    ...usual.flatMap((name) => type.definitions.get(name) ?? []),
    ...definitions.filter(
      ({ isHubSpotDefined, isHidden, name }) => !isHubSpotDefined && !isHidden && !usual.includes(name),
    ),
  ];
}

function creationForm({ portal }: Visit): Html {
  const fields = ['firstname', 'lastname', 'email', 'company', 'jobtitle', 'message'];
  const definitions = portal.records.schema.type('0-1').definitions;
  return html`<section>
    <details id="new-contact">
      <summary>Create a contact</summary>
      <form method="post" action="/portal/${portal.portalId}/objects/0-1">
        <div class="row">
          ${fields.flatMap((name) => {
            const definition = definitions.get(name);
            return definition === undefined
              ? []
              : [
                  html`<div>
                    <label for="new-${name}">${definition.label}</label
                    ><input type="text" id="new-${name}" name="${name}" />
                  </div>`,
                ];
          })}
          <button>Create contact</button>
        </div>
      </form>
    </details>
  </section>`;
}

function pagesOf(count: number, page: number): Html | null {
  const pages = Math.ceil(count / onPage);
  if (pages <= 1) return null;
  return html`<p>
    ${page > 1 && html`<a href="?page=${page - 1}">Newer</a>`} Page ${page} of ${pages}
    ${page < pages && html`<a href="?page=${page + 1}">Older</a>`}
  </p>`;
}
