import { AssociationCatalogue } from './association-catalogue.ts';
import type { PropertyDefinition, PropertyGroup } from './property-definition.ts';
import { RecordRefusal } from './record-refusal.ts';
import { standardTypes, type ObjectType } from './standard/object-types.ts';
import { standardPipelines, type Pipeline } from './standard/pipelines.ts';

/** An object type as the portal has it: with the properties that were added, and for a custom object its names. */
export type KnownType = ObjectType & {
  readonly definitions: Map<string, PropertyDefinition>;
  readonly groups: Map<string, PropertyGroup>;
  /** Names of those that may have a value only once. */
  readonly uniqueProperties: Set<string>;
  readonly custom: CustomNames | null;
};

/** What a custom object has beside what every type has. */
export type CustomNames = {
  readonly shortName: string;
  readonly labels: { readonly singular: string; readonly plural: string };
  readonly description: string | null;
  readonly primaryDisplayProperty: string;
  readonly secondaryDisplayProperties: readonly string[];
  readonly searchableProperties: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** The types, properties, pipelines and association types that a portal has. */
export class PortalSchema {
  readonly associationTypes = new AssociationCatalogue();
  readonly #types = new Map<string, KnownType>();
  readonly #byPathName = new Map<string, string>();

  constructor() {
    for (const type of standardTypes) this.addType(type, null);
  }

  addType(type: ObjectType, custom: CustomNames | null): KnownType {
    const definitions = new Map(type.properties.map((definition) => [definition.name, definition]));
    const groupNames = [...new Set(type.properties.map((definition) => definition.groupName))];
    const groups = new Map(
      groupNames.map((name, displayOrder) => [name, { name, label: labelOf(name), displayOrder }] as const),
    );
    const uniqueProperties = new Set(type.properties.filter((each) => each.hasUniqueValue).map((each) => each.name));
    const known: KnownType = { ...type, definitions, groups, uniqueProperties, custom };
    this.#types.set(type.objectTypeId, known);
    for (const name of [type.objectTypeId, ...type.pathNames]) this.#byPathName.set(name, type.objectTypeId);
    return known;
  }

  removeType(type: KnownType): void {
    this.#types.delete(type.objectTypeId);
    for (const name of [type.objectTypeId, ...type.pathNames]) this.#byPathName.delete(name);
    this.associationTypes.forget(type.objectTypeId);
  }

  /** By what a path or a caller may call it: `contacts`, `CONTACT`, `0-1`, `p123_rule`. */
  findType(name: string): KnownType | null {
    const objectTypeId = this.#byPathName.get(name) ?? this.#byPathName.get(name.toLowerCase());
    return objectTypeId === undefined ? null : this.#types.get(objectTypeId)!;
  }

  /** As findType. Throws the refusal that HubSpot answers for a type that nobody knows. */
  type(name: string): KnownType {
    const found = this.findType(name);
    if (found === null) {
      throw new RecordRefusal(400, 'VALIDATION_ERROR', `Unable to infer object type from: ${name}`);
    }
    return found;
  }

  types(): KnownType[] {
    return [...this.#types.values()];
  }

  customTypes(): KnownType[] {
    return this.types().filter((type) => type.custom !== null);
  }

  pipelines(objectTypeId: string): readonly Pipeline[] {
    return standardPipelines[objectTypeId] ?? [];
  }
}

/** `contactinformation` → `Contactinformation`; the portal's own groups have no better names in the API. */
function labelOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');
}
