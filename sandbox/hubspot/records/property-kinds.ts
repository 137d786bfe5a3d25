import type { PropertyDefinition, PropertyType } from './property-definition.ts';

/** The properties that HubSpot brings along are written with these words, in the tables of each object type. */
function standard(
  type: PropertyType,
  fieldType: string,
  name: string,
  label: string,
  more: Partial<PropertyDefinition> = {},
): PropertyDefinition {
  return {
    name,
    label,
    description: '',
    type,
    fieldType,
    groupName: '',
    options: [],
    hasUniqueValue: false,
    isHubSpotDefined: true,
    isReadOnly: false,
    isCalculated: false,
    optionsFrom: null,
    isFormField: false,
    isHidden: false,
    displayOrder: -1,
    createdAt: null,
    updatedAt: null,
    ...more,
  };
}

export function text(name: string, label: string): PropertyDefinition {
  return standard('string', 'text', name, label, { isFormField: true });
}

export function longText(name: string, label: string): PropertyDefinition {
  return standard('string', 'textarea', name, label, { isFormField: true });
}

export function htmlText(name: string, label: string): PropertyDefinition {
  return standard('string', 'html', name, label);
}

export function phone(name: string, label: string): PropertyDefinition {
  return standard('string', 'phonenumber', name, label, { isFormField: true });
}

export function number(name: string, label: string): PropertyDefinition {
  return standard('number', 'number', name, label);
}

export function instant(name: string, label: string): PropertyDefinition {
  return standard('datetime', 'date', name, label);
}

export function day(name: string, label: string): PropertyDefinition {
  return standard('date', 'date', name, label);
}

export function yesNo(name: string, label: string): PropertyDefinition {
  return standard('bool', 'booleancheckbox', name, label, { options: optionsOf(['true', 'Yes'], ['false', 'No']) });
}

/** One of some values, each with its label. */
export function choice(
  name: string,
  label: string,
  ...options: readonly (readonly [string, string])[]
): PropertyDefinition {
  return standard('enumeration', 'select', name, label, { options: optionsOf(...options), isFormField: true });
}

/** Several of some values, written with semicolons between them. */
export function choices(
  name: string,
  label: string,
  ...options: readonly (readonly [string, string])[]
): PropertyDefinition {
  return standard('enumeration', 'checkbox', name, label, { options: optionsOf(...options) });
}

/** One of the portal's owners, of its pipelines, or of a pipeline's stages. */
export function reference(
  name: string,
  label: string,
  optionsFrom: 'owners' | 'pipelines' | 'stages',
): PropertyDefinition {
  return standard('enumeration', 'select', name, label, { optionsFrom });
}

/** The same properties, which the portal alone writes. */
export function readOnly(...definitions: readonly PropertyDefinition[]): PropertyDefinition[] {
  return definitions.map((definition) => ({ ...definition, isReadOnly: true, isFormField: false }));
}

/** The same properties, which the portal works out. */
export function calculated(...definitions: readonly PropertyDefinition[]): PropertyDefinition[] {
  return readOnly(...definitions).map((definition) => ({ ...definition, isCalculated: true }));
}

/** The same properties in a group. */
export function grouped(groupName: string, definitions: readonly PropertyDefinition[]): PropertyDefinition[] {
  return definitions.map((definition) => ({ ...definition, groupName }));
}

function optionsOf(...options: readonly (readonly [string, string])[]): PropertyDefinition['options'] {
  return options.map(([value, label], displayOrder) => ({ value, label, displayOrder, isHidden: false }));
}
