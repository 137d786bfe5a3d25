import { checkValue, type AllowedValues } from './check-value.ts';
import type { PortalRecord } from './portal-record.ts';
import type { KnownType } from './portal-schema.ts';
import { shelfOf, type PortalState } from './portal-state.ts';
import type { PropertyDefinition } from './property-definition.ts';
import type { ChangeSource } from './record-change.ts';
import { RecordRefusal, refuseValues, type ValueProblem } from './record-refusal.ts';
import { isOutsider } from './write-values.ts';

/** Values as they come in: HubSpot takes numbers and truth values for texts. Null and the empty text take a value away. */
export type NewValues = { readonly [property: string]: string | number | boolean | null };

/**
 * Checks the values of a write, all of them before any is written.
 *
 * @param record what they are written on; null for a new one
 * @throws RecordRefusal VALIDATION_ERROR with everything that is wrong, CONFLICT for an e-mail address that a contact has
 */
export function checkProperties(
  state: PortalState,
  type: KnownType,
  properties: NewValues,
  source: ChangeSource,
  record: PortalRecord | null,
): Map<string, string> {
  const checked = new Map<string, string>();
  const problems: ValueProblem[] = [];
  const allowed = allowedValues(state, type);
  for (const [name, given] of Object.entries(properties)) {
    const definition = type.definitions.get(name);
    if (definition === undefined) {
      problems.push({ property: name, code: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` });
    } else if (definition.isReadOnly && isOutsider(source)) {
      const message = `"${name}" is a read only property; its value cannot be set.`;
      problems.push({ property: name, code: 'READ_ONLY_VALUE', message });
    } else {
      const value = valueToCheck(definition, given === null ? '' : String(given), record);
      const result = checkValue(definition, value, allowed);
      if ('problem' in result) problems.push(result.problem);
      else checked.set(name, result.value);
    }
  }
  if (problems.length > 0) throw refuseValues(state.portalId, problems);
  refuseBlockedEmail(state, type, checked);
  refuseTaken(state, type, checked, record);
  return checked;
}

/** A semicolon in front of the values of several means that they are added to those that are there. */
function valueToCheck(definition: PropertyDefinition, written: string, record: PortalRecord | null): string {
  if (definition.fieldType !== 'checkbox' || !written.startsWith(';')) return written;
  const before = (record?.value(definition.name) ?? '').split(';');
  return [...new Set([...before, ...written.split(';')])].filter((value) => value !== '').join(';');
}

/** What the references among a type's properties can be set to. */
function allowedValues(state: PortalState, type: KnownType): AllowedValues {
  return {
    allowedFor: (definition) => {
      switch (definition.optionsFrom) {
        case null:
          return definition.options;
        case 'owners':
          return state.people.active().map(({ id, email }) => ({ value: id, label: email }));
        case 'pipelines':
          return state.schema.pipelines(type.objectTypeId).map(({ id, label }) => ({ value: id, label }));
        case 'stages':
          return state.schema
            .pipelines(type.objectTypeId)
            .flatMap(({ stages }) => stages)
            .map(({ id, label }) => ({ value: id, label }));
      }
    },
  };
}

function refuseBlockedEmail(state: PortalState, type: KnownType, checked: ReadonlyMap<string, string>): void {
  const email = checked.get('email') ?? '';
  if (type.objectTypeId !== '0-1' || !state.blockedEmails.has(email)) return;
  const message = 'The email address belongs to a contact that was deleted for privacy and cannot be added again.';
  throw refuseValues(state.portalId, [{ property: 'email', code: 'GDPR_BLOCKLISTED', message }]);
}

function refuseTaken(
  state: PortalState,
  type: KnownType,
  checked: ReadonlyMap<string, string>,
  record: PortalRecord | null,
): void {
  const shelf = shelfOf(state, type.objectTypeId);
  const email = checked.get('email') ?? '';
  if (type.objectTypeId === '0-1' && email !== '') {
    const holder = shelf.findByValue('email', email);
    if (holder !== null && holder.id !== record?.id) throw refuseExistingContact(holder.id);
  }
  for (const name of type.uniqueProperties) {
    const value = checked.get(name) ?? '';
    const holder = value === '' ? null : shelf.findByValue(name, value);
    if (holder === null || holder.id === record?.id) continue;
    throw refuseTakenValue(state, type, name, value, record?.id ?? null, holder.id);
  }
}

/** @param id of the contact that has the address; null when another input of the same request wants it too */
export function refuseExistingContact(id: string | null): RecordRefusal {
  if (id === null) return new RecordRefusal(409, 'CONFLICT', 'Contact already exists.');
  return new RecordRefusal(409, 'CONFLICT', `Contact already exists. Existing ID: ${id}`, {
    context: { existingId: [id] },
  });
}

export function refuseTakenValue(
  state: PortalState,
  type: KnownType,
  property: string,
  value: string,
  id: string | null,
  holderId: string,
): RecordRefusal {
  const coordinates = `portalId=${state.portalId}, objectTypeId=${type.objectTypeId}, propertyName=${property}, value=${value}`;
  const target = id === null ? 'a new record' : id;
  const message = `Cannot set PropertyValueCoordinates{${coordinates}} on ${target}. ${holderId} already has that value.`;
  return refuseValues(state.portalId, [{ property, code: 'CONFLICTING_UNIQUE_VALUE', message }]);
}
