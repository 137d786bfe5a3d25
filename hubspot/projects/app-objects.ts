import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ruleTypeNames } from '../handlers/rules/object-types.ts';
import { revisionSchema } from '../handlers/rules/revision-properties.ts';
import { rowSchema } from '../handlers/rules/row-properties.ts';
import type { PropertyDefinition, SchemaDefinition } from '../handlers/crm/crm.ts';
import { write } from './building/gather-metadata.ts';

/** Where the objects of the feature app-object stand. */
export const appObjectFolder = 'hubspot/marketplace-app/profiles/app-object/src/app/app-objects';

/**
 * The metadata of the objects that hold rules and revisions, by file name: the same properties as those of the custom objects
 * that Signalbox makes where an app has no objects of its own.
 */
export function appObjectFiles(): Map<string, string> {
  const row = appObject('signalbox_rule', rowSchema(ruleTypeNames.row), {
    description: 'A row of the rules by which Signalbox scores and routes leads.',
    isMadeByPeople: true,
  });
  const revision = appObject('signalbox_revision', revisionSchema(ruleTypeNames.revision), {
    description: 'A published state of the rules. Signalbox makes it; nobody edits it.',
    isMadeByPeople: false,
  });
  return new Map([
    ['revision-hsmeta.json', write(revision)],
    ['rule-hsmeta.json', write(row)],
  ]);
}

/** The files that do not say what the code says, or are not there. How they are laid out does not matter. */
export function driftedAppObjects(root: string): string[] {
  return [...appObjectFiles()]
    .filter(([file, text]) => contentOf(path.join(root, appObjectFolder, file)) !== JSON.stringify(JSON.parse(text)))
    .map(([file]) => `${appObjectFolder}/${file}`);
}

function contentOf(file: string): string | null {
  try {
    return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

function appObject(
  uid: string,
  schema: SchemaDefinition,
  about: { description: string; isMadeByPeople: boolean },
): object {
  return {
    uid: uid,
    type: 'app-object',
    config: {
      name: schema.name.toUpperCase(),
      description: about.description,
      singularForm: schema.labels.singular,
      pluralForm: schema.labels.plural,
      appPrefix: 'Signalbox',
      primaryDisplayLabelPropertyName: schema.primaryDisplayProperty,
      secondaryDisplayLabelPropertyNames: schema.secondaryDisplayProperties,
      properties: schema.properties.map(propertyOf),
      defaultCreateFormFields: schema.requiredProperties.map((name) => ({
        propertyName: name,
        isRequired: true,
        isRemovable: false,
      })),
      settings: { hasRecordPage: true, allowsUserCreatedRecords: about.isMadeByPeople, hasEngagements: false },
    },
  };
}

function propertyOf({
  name,
  label,
  description,
  type,
  fieldType,
  options,
  hasUniqueValue,
}: PropertyDefinition): object {
  return {
    name: name,
    label: label,
    description: description,
    type: type,
    fieldType: fieldType,
    ...(options.length > 0 && {
      options: options.map((option, place) => ({ label: option.label, value: option.value, displayOrder: place })),
    }),
    ...(hasUniqueValue && { hasUniqueValue: true }),
  };
}
