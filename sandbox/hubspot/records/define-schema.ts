import { completeProperty, defineProperties, type NewProperty } from './define-properties.ts';
import type { KnownType } from './portal-schema.ts';
import { shelfOf, type PortalState } from './portal-state.ts';
import { RecordRefusal, refuseMissing } from './record-refusal.ts';
import { everyRecord, lastModified } from './standard/every-record.ts';

/** What a new custom object is described by. */
export type NewSchema = {
  readonly name: string;
  readonly labels: { readonly singular: string; readonly plural: string };
  readonly description?: string | null;
  readonly primaryDisplayProperty: string;
  readonly secondaryDisplayProperties?: readonly string[];
  readonly requiredProperties: readonly string[];
  readonly searchableProperties?: readonly string[];
  readonly properties: readonly (Omit<NewProperty, 'groupName'> & { readonly groupName?: string })[];
  /** CONTACT, COMPANY, or the type ids of other objects. */
  readonly associatedObjects?: readonly string[];
};

const schemaName = /^[a-zA-Z][a-zA-Z0-9_]*$/;
const mostSchemas = 10;

/**
 * Makes a custom object, which only Enterprise portals can. Activities can be associated with it at once.
 *
 * @throws RecordRefusal MISSING_SCOPES (403) on a lower plan: the scopes that it needs cannot be granted there
 */
export function defineSchema(state: PortalState, input: NewSchema): KnownType {
  if (state.tier !== 'enterprise') {
    throw new RecordRefusal(403, 'MISSING_SCOPES', 'This account does not have access to custom objects.', {
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: ['crm.schemas.custom.write'] },
        },
      ],
    });
  }
  checkSchema(state, input);
  const now = state.now();
  const name = fullyQualified(state, input.name);
  const groupName = `${input.name.toLowerCase()}_information`;
  const type = state.schema.addType(
    {
      objectTypeId: `2-${state.newId()}`,
      name,
      pathNames: [name.toLowerCase(), `p_${input.name.toLowerCase()}`],
      properties: [...everyRecord, ...lastModified].map((definition) => ({ ...definition, groupName })),
      requiredProperties: input.requiredProperties,
      defaultProperties: ['hs_createdate', 'hs_lastmodifieddate', 'hs_object_id'],
      searchableProperties: input.searchableProperties ?? [input.primaryDisplayProperty],
      modifiedProperty: 'hs_lastmodifieddate',
      createdProperty: 'hs_createdate',
      isActivity: false,
    },
    {
      shortName: input.name,
      labels: input.labels,
      description: input.description ?? null,
      primaryDisplayProperty: input.primaryDisplayProperty,
      secondaryDisplayProperties: input.secondaryDisplayProperties ?? [],
      searchableProperties: input.searchableProperties ?? [input.primaryDisplayProperty],
      createdAt: now,
      updatedAt: now,
    },
  );
  try {
    defineProperties(
      type,
      input.properties.map((property) => ({ ...property, groupName })),
      now,
    );
  } catch (problem) {
    state.schema.removeType(type);
    throw problem;
  }
  associateWith(state, type, input.associatedObjects ?? []);
  return type;
}

function checkSchema(state: PortalState, input: NewSchema): void {
  const refuse = (message: string): never => {
    throw new RecordRefusal(400, 'VALIDATION_ERROR', message);
  };
  if (!schemaName.test(input.name))
    refuse(`The object name "${input.name}" may hold only letters, digits and underscores.`);
  if (state.schema.findType(fullyQualified(state, input.name)) !== null) {
    throw new RecordRefusal(409, 'OBJECT_ALREADY_EXISTS', `An object named '${input.name}' already exists.`);
  }
  if (state.schema.customTypes().length >= mostSchemas)
    refuse(`An account can have at most ${mostSchemas} custom objects.`);
  const names = new Set(input.properties.map((property) => completeProperty({ groupName: '', ...property }, 0).name));
  const named = [
    input.primaryDisplayProperty,
    ...input.requiredProperties,
    ...(input.secondaryDisplayProperties ?? []),
    ...(input.searchableProperties ?? []),
  ];
  const unknown = named.find((name) => !names.has(name));
  if (unknown !== undefined) refuse(`The property "${unknown}" is not among the properties of the object.`);
  for (const other of input.associatedObjects ?? []) state.schema.type(other);
}

/** `p7_rule` for `rule` in portal 7. */
function fullyQualified(state: PortalState, name: string): string {
  return `p${state.portalId}_${name}`;
}

function associateWith(state: PortalState, type: KnownType, others: readonly string[]): void {
  const activities = state.schema.types().filter(({ isActivity }) => isActivity);
  const asked = others.map((other) => state.schema.type(other));
  for (const other of new Set([...asked, ...activities])) {
    state.schema.associationTypes.define(type.objectTypeId, other.objectTypeId, null, `${type.name}_to_${other.name}`);
  }
}

/** Takes a custom object away, which no record may use any more. */
export function removeSchema(state: PortalState, type: KnownType): void {
  if (type.custom === null) throw refuseMissing();
  if (shelfOf(state, type.objectTypeId).page(false, null, 1).length > 0) {
    throw new RecordRefusal(400, 'VALIDATION_ERROR', 'Cannot delete the schema because records of it exist.');
  }
  state.schema.removeType(type);
  state.shelves.delete(type.objectTypeId);
}
