import type { PropertyDefinition, PropertyGroup } from '../records/property-definition.ts';
import { writeInstant } from '../records/read-instant.ts';

/** A property as HubSpot describes it. */
export function propertyAnswer(definition: PropertyDefinition): { [key: string]: unknown } {
  const { createdAt, updatedAt, isHubSpotDefined, isReadOnly } = definition;
  return {
    ...(updatedAt === null ? {} : { updatedAt: writeInstant(updatedAt) }),
    ...(createdAt === null ? {} : { createdAt: writeInstant(createdAt) }),
    name: definition.name,
    label: definition.label,
    type: definition.type,
    fieldType: definition.fieldType,
    description: definition.description,
    groupName: definition.groupName,
    options: definition.options.map(({ label, value, displayOrder, isHidden }) => ({
      label,
      value,
      displayOrder,
      hidden: isHidden,
    })),
    ...(definition.optionsFrom === 'owners' ? { referencedObjectType: 'OWNER' } : {}),
    displayOrder: definition.displayOrder,
    calculated: definition.isCalculated,
    externalOptions: definition.optionsFrom !== null,
    archived: false,
    hasUniqueValue: definition.hasUniqueValue,
    hidden: definition.isHidden,
    hubspotDefined: isHubSpotDefined,
    modificationMetadata: {
      archivable: !isHubSpotDefined,
      readOnlyDefinition: isHubSpotDefined,
      readOnlyOptions: isHubSpotDefined,
      readOnlyValue: isReadOnly,
    },
    formField: definition.isFormField,
    dataSensitivity: 'non_sensitive',
  };
}

export function groupAnswer({ name, label, displayOrder }: PropertyGroup): { [key: string]: unknown } {
  return { name, label, displayOrder, archived: false };
}
