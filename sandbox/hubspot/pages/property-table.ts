import type { KnownType } from '../records/portal-schema.ts';
import type { PortalRecord, PropertyVersion } from '../records/portal-record.ts';
import type { PropertyDefinition } from '../records/property-definition.ts';
import { html, type Html } from './html.ts';
import type { Visit } from './navigation.ts';
import { showInstant, showValue } from './show-value.ts';

/** The properties of a record. Those that somebody added stand first, then HubSpot's own that have a value, then the rest. */
export function propertyTable(visit: Visit, type: KnownType, record: PortalRecord): Html {
  const definitions = [...type.definitions.values()].filter(({ isHidden }) => !isHidden);
  const isAdded = ({ isHubSpotDefined }: PropertyDefinition): boolean => !isHubSpotDefined;
  const isFilled = ({ name }: PropertyDefinition): boolean => record.has(name);
  const own = definitions.filter((each) => !isAdded(each));
  const usual = [
    'firstname',
    'lastname',
    'email',
    'company',
    'jobtitle',
    'hubspot_owner_id',
    'lifecyclestage',
    'name',
    'domain',
  ];
  const isUsual = ({ name }: PropertyDefinition): boolean => usual.includes(name);
  return html`${table(visit, record, 'Main', own.filter(isUsual))}
    ${table(visit, record, 'Added by apps and people', definitions.filter(isAdded))}
    <details id="filled">
      <summary>What HubSpot says besides</summary>
      ${table(
        visit,
        record,
        'Filled',
        own.filter((each) => isFilled(each) && !isUsual(each)),
      )}
    </details>
    <details id="empty">
      <summary>Without a value</summary>
      ${table(
        visit,
        record,
        'Empty',
        own.filter((each) => !isFilled(each) && !isUsual(each) && !each.isReadOnly),
      )}
    </details>`;
}

function table(
  visit: Visit,
  record: PortalRecord,
  title: string,
  definitions: readonly PropertyDefinition[],
): Html | null {
  if (definitions.length === 0) return null;
  return html`<h3>${title}</h3>
    <ul class="plain">
      ${definitions.map((definition) => row(visit, record, definition))}
    </ul>`;
}

function row(visit: Visit, record: PortalRecord, definition: PropertyDefinition): Html {
  const { records } = visit.portal;
  const { name, label } = definition;
  const versions = record.history(name);
  return html`<li>
    <b>${label}</b> <code class="soft">${name}</code>
    <div class="value">${showValue(records, definition, record.value(name) ?? '')}</div>
    ${
      versions.length > 0 &&
      html`<details id="history-${name}">
        <summary>
          ${versions.length} ${versions.length === 1 ? 'change' : 'changes'} <span class="hidden">of ${label}</span>
        </summary>
        <ul class="plain">
          ${versions.map(
            (version) =>
              html`<li>
                <span class="value">${showValue(records, definition, version.value)}</span>
                <span class="soft">${showInstant(records, version.at)} · ${whoOf(visit, version)}</span>
              </li>`,
          )}
        </ul>
      </details>`
    }
    ${!definition.isReadOnly && visit.user !== null && editForm(visit, record, definition)}
  </li>`;
}

/** Such as `CRM_UI, Ana Lima` or `INTEGRATION 4711`. */
function whoOf({ portal }: Visit, { source: { sourceType, sourceId, userId } }: PropertyVersion): string {
  const user = userId === null ? null : portal.findUser(userId);
  if (user !== null) return `${sourceType}, ${user.firstName} ${user.lastName}`;
  return sourceId === null ? sourceType : `${sourceType} ${sourceId}`;
}

function editForm({ portal }: Visit, record: PortalRecord, definition: PropertyDefinition): Html {
  const { name, label } = definition;
  const id = `edit-${name}`;
  const address = `/portal/${portal.portalId}/objects/${record.objectTypeId}/${record.id}`;
  return html`<details id="open-${id}">
    <summary>Edit <span class="hidden">${label}</span></summary>
    <form method="post" action="${address}" class="row">
      <div>
        <label for="${id}">${label}</label
        >${control(portal.records.people.active(), id, definition, record.value(name) ?? '')}
      </div>
      <button>Save</button>
    </form>
  </details>`;
}

type OwnerChoice = { readonly id: string; readonly firstName: string; readonly lastName: string };

function control(
  owners: readonly OwnerChoice[],
  id: string,
  { name, type, fieldType, options, optionsFrom }: PropertyDefinition,
  value: string,
): Html {
  const choices =
    optionsFrom === 'owners'
      ? owners.map((owner) => ({ value: owner.id, label: `${owner.firstName} ${owner.lastName}` }))
      : options;
  if ((type === 'enumeration' || type === 'bool') && fieldType !== 'checkbox' && choices.length > 0) {
    return html`<select id="${id}" name="${name}">
      <option value=""></option>
      ${choices.map(
        (option) =>
          html`<option value="${option.value}" ${option.value === value && html`selected`}>${option.label}</option>`,
      )}
    </select>`;
  }
  return fieldType === 'textarea' || fieldType === 'html'
    ? html`<textarea id="${id}" name="${name}">${value}</textarea>`
    : html`<input type="text" id="${id}" name="${name}" value="${value}" />`;
}
