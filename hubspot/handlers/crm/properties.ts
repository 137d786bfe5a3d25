import {
  BatchApi,
  CoreApi,
  createConfiguration,
  GroupsApi,
  ServerConfiguration,
  wrapHttpLibrary,
  type PropertyCreateFieldTypeEnum,
  type PropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/properties/index.js';
import * as z from 'zod';
import { batchErrorsSchema } from './batch-errors.ts';
import { cutIntoBatches } from './batches.ts';
import type { HubSpotCalls } from './calls/hubspot-calls.ts';
import type { ObjectType, PropertyDefinition } from './crm.ts';
import { CrmError } from './crm-error.ts';
import { propertySchema, writeDefinition } from './property-definition.ts';
import { readAnswer } from './read-answer.ts';

const mostProperties = 100;

const listSchema = z.looseObject({ results: z.array(propertySchema) });
const batchSchema = z.looseObject({ errors: batchErrorsSchema });

export class Properties {
  readonly #core: CoreApi;
  readonly #batch: BatchApi;
  readonly #groups: GroupsApi;

  constructor(calls: HubSpotCalls) {
    const baseServer = new ServerConfiguration(calls.baseUrl, {});
    const configuration = createConfiguration({ baseServer, httpApi: wrapHttpLibrary(calls) });
    this.#core = new CoreApi(configuration);
    this.#batch = new BatchApi(configuration);
    this.#groups = new GroupsApi(configuration);
  }

  async list(objectType: ObjectType): Promise<PropertyDefinition[]> {
    return (await readAnswer(listSchema, 'properties', this.#core.getAll(objectType))).results;
  }

  /** @throws CrmError `conflict` when there is a group of that name */
  async createGroup(objectType: ObjectType, name: string, label: string): Promise<void> {
    const group = { name, label, displayOrder: -1 };
    await readAnswer(z.unknown(), 'a group of properties', this.#groups.create(objectType, group));
  }

  /**
   * @throws CrmError `conflict` when there is a property of one of the names. Others of the list may have been created then;
   * list them before creating what is missing.
   */
  async create(objectType: ObjectType, definitions: readonly PropertyDefinition[]): Promise<void> {
    for (const batch of cutIntoBatches(definitions, mostProperties)) {
      const inputs = batch.map((definition) => ({
        ...writeDefinition(definition),
        type: definition.type as PropertyCreateTypeEnum,
        fieldType: definition.fieldType as PropertyCreateFieldTypeEnum,
      }));
      const { errors } = await readAnswer(batchSchema, 'new properties', this.#batch.create(objectType, { inputs }));
      const [first] = errors;
      if (first !== undefined) {
        const isConflict = first.category === 'CONFLICT' || first.category === 'OBJECT_ALREADY_EXISTS';
        const what = [first.category, ...first.particulars].join(', ');
        throw new CrmError(
          isConflict ? 'conflict' : 'refused',
          `HubSpot did not create ${errors.length} of ${batch.length} properties (${what}). List them and create the rest.`,
          { status: 207, category: first.category, correlationId: first.correlationId },
        );
      }
    }
  }
}
