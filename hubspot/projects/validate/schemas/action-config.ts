import * as z from 'zod';

const text = z.string().min(1);

const option = z.strictObject({
  value: text,
  label: text,
  description: z.string().optional(),
  displayOrder: z.int().optional(),
  hidden: z.boolean().optional(),
});

const typeDefinition = z.strictObject({
  name: text,
  type: z.enum([
    'bool',
    'currency_number',
    'date',
    'datetime',
    'enumeration',
    'json',
    'number',
    'object_coordinates',
    'phone_number',
    'string',
  ]),
  fieldType: z
    .enum([
      'booleancheckbox',
      'calculation_equation',
      'checkbox',
      'date',
      'file',
      'html',
      'number',
      'phonenumber',
      'radio',
      'select',
      'text',
      'textarea',
    ])
    .optional(),
  options: z.array(option).optional(),
  optionsUrl: text.optional(),
  externalOptions: z.boolean().optional(),
  referencedObjectType: z.enum(['OWNER']).optional(),
});

const texts = z.record(z.string(), text);

const labels = z.strictObject({
  actionName: text,
  actionDescription: text,
  actionCardContent: text,
  appDisplayName: text.optional(),
  inputFieldLabels: texts.optional(),
  inputFieldDescriptions: texts.optional(),
  inputFieldOptionLabels: z.record(z.string(), texts).optional(),
  outputFieldLabels: texts.optional(),
  executionRules: texts.optional(),
});

const client = z.strictObject({
  client: z.enum(['WORKFLOWS', 'AGENTS']),
  toolType: z.enum(['GET_DATA', 'GENERATE', 'TAKE_ACTION']).optional(),
  llmConfig: z.strictObject({ actionDescription: text }).optional(),
});

/** A custom workflow action, which agents may use as a tool. */
export const actionConfig = z.strictObject({
  actionUrl: text,
  isPublished: z.boolean(),
  supportedClients: z.array(client).min(1),
  inputFields: z
    .array(
      z.strictObject({
        typeDefinition: typeDefinition,
        supportedValueTypes: z.array(z.enum(['STATIC_VALUE', 'OBJECT_PROPERTY'])).min(1),
        isRequired: z.boolean(),
      }),
    )
    .optional(),
  outputFields: z.array(z.strictObject({ typeDefinition: typeDefinition })).optional(),
  objectRequestOptions: z.strictObject({ properties: z.array(text) }).optional(),
  inputFieldDependencies: z
    .array(
      z.strictObject({
        dependencyType: z.enum(['SINGLE_FIELD', 'CONDITIONAL_SINGLE_FIELD']),
        controllingFieldName: text,
        controllingFieldValue: z.string().optional(),
        dependentFieldNames: z.array(text).min(1),
      }),
    )
    .optional(),
  executionRules: z
    .array(z.strictObject({ labelName: text, conditions: z.record(z.string(), z.unknown()) }))
    .optional(),
  labels: z.object({ en: labels }).catchall(labels),
  objectTypes: z.array(text),
});
