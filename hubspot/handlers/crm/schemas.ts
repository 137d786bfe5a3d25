import {
  CoreApi,
  createConfiguration,
  ServerConfiguration,
  wrapHttpLibrary,
  type ObjectTypePropertyCreate,
  type ObjectTypePropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/schemas/index.js';
import * as z from 'zod';
import type { HubSpotCalls } from './calls/hubspot-calls.ts';
import type { KnownSchema, PropertyDefinition, SchemaDefinition } from './crm.ts';
import { writeDefinition } from './property-definition.ts';
import { readAnswer } from './read-answer.ts';

const schemaSchema = z
  .looseObject({ objectTypeId: z.string().min(1), fullyQualifiedName: z.string().min(1), name: z.string().min(1) })
  .transform(({ objectTypeId, fullyQualifiedName, name }): KnownSchema => ({ objectTypeId, fullyQualifiedName, name }));

const listSchema = z.looseObject({ results: z.array(schemaSchema) });

/** The custom objects of a portal. */
export class Schemas {
  readonly #api: CoreApi;

  constructor(calls: HubSpotCalls) {
    const baseServer = new ServerConfiguration(calls.baseUrl, {});
    this.#api = new CoreApi(createConfiguration({ baseServer, httpApi: wrapHttpLibrary(calls) }));
  }

  async list(): Promise<KnownSchema[]> {
    return (await readAnswer(listSchema, 'the custom objects', this.#api.getAll(false))).results;
  }

  /** @throws CrmError `conflict` when there is one of that name, `forbidden` when the plan has no custom objects */
  async create(definition: SchemaDefinition): Promise<KnownSchema> {
    const answer = this.#api.create({
      name: definition.name,
      labels: { ...definition.labels },
      primaryDisplayProperty: definition.primaryDisplayProperty,
      secondaryDisplayProperties: [...definition.secondaryDisplayProperties],
      requiredProperties: [...definition.requiredProperties],
      searchableProperties: [definition.primaryDisplayProperty],
      associatedObjects: [],
      properties: definition.properties.map(writeProperty),
    });
    return readAnswer(schemaSchema, 'a new custom object', answer);
  }
}

// The object does not exist yet and has no group of ours: HubSpot puts what names none into a group of the object's own.
function writeProperty(definition: PropertyDefinition): ObjectTypePropertyCreate {
  const { groupName, ...rest } = writeDefinition(definition);
  return {
    ...rest,
    type: definition.type as ObjectTypePropertyCreateTypeEnum,
    ...(groupName === '' ? {} : { groupName }),
  };
}
