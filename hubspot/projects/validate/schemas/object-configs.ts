import * as z from 'zod';

const text = z.string().min(1);

const option = z.strictObject({
  label: text,
  value: text,
  description: z.string().optional(),
  displayOrder: z.int().optional(),
  hidden: z.boolean().optional(),
});

const property = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/, 'small letters, digits and underscores'),
  label: text,
  type: z.enum(['string', 'number', 'bool', 'enumeration', 'date', 'datetime']),
  fieldType: z.enum([
    'text',
    'textarea',
    'number',
    'select',
    'radio',
    'checkbox',
    'booleancheckbox',
    'date',
    'file',
    'html',
    'phonenumber',
    'calculation_equation',
  ]),
  description: z.string().optional(),
  options: z.array(option).optional(),
  groupName: text.optional(),
  hasUniqueValue: z.boolean().optional(),
  readOnlyValue: z.boolean().optional(),
  hidden: z.boolean().optional(),
  formField: z.boolean().optional(),
  calculationFormula: text.optional(),
});

/** A type of record that the app brings. */
export const appObjectConfig = z.strictObject({
  name: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'capitals, digits and underscores'),
  description: text,
  singularForm: text,
  pluralForm: text,
  appPrefix: text,
  primaryDisplayLabelPropertyName: text,
  secondaryDisplayLabelPropertyNames: z.array(text).optional(),
  properties: z.array(property).min(1),
  propertyGroups: z.array(z.strictObject({ name: text, label: text })).optional(),
  defaultCreateFormFields: z
    .array(z.strictObject({ propertyName: text, isRequired: z.boolean(), isRemovable: z.boolean() }))
    .optional(),
  settings: z
    .strictObject({ hasRecordPage: z.boolean(), allowsUserCreatedRecords: z.boolean(), hasEngagements: z.boolean() })
    .optional(),
});

export const associationConfig = z.strictObject({ firstObjectType: text, secondObjectType: text });

/** Something that happened, on the time line of a record. */
export const appEventConfig = z.strictObject({
  name: text,
  objectType: text,
  description: z.string().optional(),
  headerTemplate: text,
  detailTemplate: text,
  properties: z.array(
    z.strictObject({
      name: text,
      label: text,
      type: z.enum(['string', 'number', 'enumeration', 'date', 'datetime']),
      options: z.array(z.strictObject({ value: text, label: text })).optional(),
    }),
  ),
});
