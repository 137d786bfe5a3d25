import type { KnownType } from './portal-schema.ts';
import type { PropertyDefinition, PropertyGroup, PropertyType } from './property-definition.ts';
import { RecordRefusal } from './record-refusal.ts';

/** What a new property is described by. */
export type NewProperty = {
  readonly name: string;
  readonly label: string;
  readonly type: PropertyType;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description?: string;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly displayOrder?: number }[];
  readonly hasUniqueValue?: boolean;
  readonly isFormField?: boolean;
  readonly isHidden?: boolean;
  readonly displayOrder?: number;
};

const propertyName = /^[a-z][a-z0-9_]{0,99}$/;
const mostUniqueProperties = 10;

const fieldTypes: { readonly [type in PropertyType]: readonly string[] } = {
  string: ['text', 'textarea', 'html', 'file', 'phonenumber', 'calculation_equation'],
  phone_number: ['phonenumber'],
  number: ['number', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox'],
  bool: ['booleancheckbox', 'calculation_equation'],
};

/**
 * Adds properties to a type, all of them or none.
 *
 * @throws RecordRefusal VALIDATION_ERROR when one cannot be so, OBJECT_ALREADY_EXISTS (409) when the name is taken
 */
export function defineProperties(type: KnownType, inputs: readonly NewProperty[], now: number): PropertyDefinition[] {
  const names = inputs.map(({ name }) => name);
  for (const [position, input] of inputs.entries()) {
    checkProperty(type, input);
    if (type.definitions.has(input.name) || names.indexOf(input.name) !== position) {
      const message = `A property named '${input.name}' already exists.`;
      throw new RecordRefusal(409, 'OBJECT_ALREADY_EXISTS', message, { context: { name: [input.name] } });
    }
  }
  const unique = type.uniqueProperties.size + inputs.filter(({ hasUniqueValue }) => hasUniqueValue === true).length;
  if (unique > mostUniqueProperties) {
    const message = `An object can have at most ${mostUniqueProperties} properties with unique values.`;
    throw new RecordRefusal(400, 'VALIDATION_ERROR', message);
  }
  return inputs.map((input) => {
    const definition = completeProperty(input, now);
    type.definitions.set(definition.name, definition);
    if (definition.hasUniqueValue) type.uniqueProperties.add(definition.name);
    return definition;
  });
}

/** A property as the portal keeps it. */
export function completeProperty(input: NewProperty, now: number): PropertyDefinition {
  const yesNo = [
    { label: 'Yes', value: 'true' },
    { label: 'No', value: 'false' },
  ];
  const options = (input.options ?? []).length === 0 && input.type === 'bool' ? yesNo : (input.options ?? []);
  return {
    name: input.name,
    label: input.label,
    description: input.description ?? '',
    type: input.type,
    fieldType: input.fieldType,
    groupName: input.groupName,
    options: options.map((option, place) => ({
      label: option.label,
      value: option.value,
      displayOrder: 'displayOrder' in option ? (option.displayOrder ?? place) : place,
      isHidden: false,
    })),
    hasUniqueValue: input.hasUniqueValue ?? false,
    isHubSpotDefined: false,
    isReadOnly: false,
    isCalculated: false,
    optionsFrom: null,
    isFormField: input.isFormField ?? false,
    isHidden: input.isHidden ?? false,
    displayOrder: input.displayOrder ?? -1,
    createdAt: now,
    updatedAt: now,
  };
}

/** Refuses a property that cannot be: its name, its type, its options, its group. */
function checkProperty(type: KnownType, input: NewProperty): void {
  const refuse = (message: string, code: string): never => {
    throw new RecordRefusal(400, 'VALIDATION_ERROR', message, {
      errors: [{ message, code, context: { propertyName: [input.name] } }],
    });
  };
  if (!propertyName.test(input.name)) {
    refuse(
      `The property name "${input.name}" must begin with a small letter and hold only small letters, digits and underscores.`,
      'INVALID_PROPERTY_NAME',
    );
  }
  if (input.label === '') refuse('A property needs a label.', 'MISSING_LABEL');
  if (!fieldTypes[input.type].includes(input.fieldType)) {
    refuse(`The field type "${input.fieldType}" does not fit the type "${input.type}".`, 'INVALID_FIELD_TYPE');
  }
  if (!type.groups.has(input.groupName)) {
    refuse(`The property group "${input.groupName}" does not exist.`, 'INVALID_GROUP_NAME');
  }
  const values = (input.options ?? []).map(({ value }) => value);
  if (input.type === 'enumeration' && values.length === 0) refuse('An enumeration needs options.', 'MISSING_OPTIONS');
  if (new Set(values).size !== values.length) refuse('The values of options must be unique.', 'DUPLICATE_OPTIONS');
  if (input.hasUniqueValue === true && input.type !== 'string' && input.type !== 'number') {
    refuse('Only texts and numbers can have unique values.', 'INVALID_UNIQUE_VALUE');
  }
}

/** Adds a group of properties to a type. */
export function defineGroup(type: KnownType, name: string, label: string): PropertyGroup {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new RecordRefusal(400, 'VALIDATION_ERROR', `The group name "${name}" is not valid.`);
  }
  if (type.groups.has(name)) {
    throw new RecordRefusal(409, 'OBJECT_ALREADY_EXISTS', `A property group named '${name}' already exists.`);
  }
  const group = { name, label, displayOrder: type.groups.size };
  type.groups.set(name, group);
  return group;
}

/** Takes a property away again. HubSpot's own stay. */
export function removeProperty(type: KnownType, name: string): void {
  const definition = type.definitions.get(name);
  if (definition === undefined) throw new RecordRefusal(404, 'OBJECT_NOT_FOUND', 'resource not found');
  if (definition.isHubSpotDefined) {
    throw new RecordRefusal(
      400,
      'VALIDATION_ERROR',
      `The property "${name}" is defined by HubSpot and cannot be archived.`,
    );
  }
  type.definitions.delete(name);
  type.uniqueProperties.delete(name);
}
