import * as z from 'zod';
import type { PropertyDefinition, PropertyType } from './crm.ts';

type FieldType = PropertyDefinition['fieldType'];

// HubSpot has more kinds than we ever make. Each is read as the one of ours whose values look alike.
const types: Readonly<Record<string, PropertyType>> = {
  number: 'number',
  date: 'datetime',
  datetime: 'datetime',
  enumeration: 'enumeration',
  bool: 'bool',
};

const fieldTypes: Readonly<Record<string, FieldType>> = {
  text: 'text',
  textarea: 'textarea',
  html: 'textarea',
  number: 'number',
  date: 'date',
  select: 'select',
  radio: 'select',
  checkbox: 'select',
  booleancheckbox: 'booleancheckbox',
};

/** A property of the portal, which somebody else may have made. */
export const propertySchema = z
  .looseObject({
    name: z.string().min(1),
    label: z.string().nullish(),
    description: z.string().nullish(),
    type: z.string().nullish(),
    fieldType: z.string().nullish(),
    groupName: z.string().nullish(),
    options: z.array(z.looseObject({ label: z.string(), value: z.string() })).nullish(),
    hasUniqueValue: z.boolean().nullish(),
    formField: z.boolean().nullish(),
  })
  .transform((property): PropertyDefinition => ({
    name: property.name,
    label: property.label ?? property.name,
    description: property.description ?? '',
    type: types[property.type ?? ''] ?? 'string',
    fieldType: fieldTypes[property.fieldType ?? ''] ?? 'text',
    groupName: property.groupName ?? '',
    options: (property.options ?? []).map(({ label, value }) => ({ label, value })),
    hasUniqueValue: property.hasUniqueValue ?? false,
    isFormField: property.formField ?? false,
  }));

/** What HubSpot is told of a property, a new one or one of a new custom object. */
export type WrittenDefinition = Omit<PropertyDefinition, 'options' | 'isFormField'> & {
  readonly options: { label: string; value: string; displayOrder: number; hidden: boolean }[];
  readonly formField?: boolean;
};

export function writeDefinition({ options, isFormField, ...rest }: PropertyDefinition): WrittenDefinition {
  return {
    ...rest,
    options: options.map(({ label, value }, displayOrder) => ({ label, value, displayOrder, hidden: false })),
    ...(isFormField === undefined ? {} : { formField: isFormField }),
  };
}
