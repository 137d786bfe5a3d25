import { AccountInfo } from './account-info.ts';
import { Associations } from './associations.ts';
import { HubSpotCalls, type HubSpotCallsOptions } from './calls/hubspot-calls.ts';
import type {
  Account,
  Crm,
  CrmRecord,
  KnownSchema,
  ObjectCreation,
  ObjectType,
  ObjectUpdate,
  Owner,
  PortalWorkflow,
  PropertyDefinition,
  SchemaDefinition,
  SearchRequest,
  StoredFile,
  WriteOutcome,
} from './crm.ts';
import { CrmError } from './crm-error.ts';
import { archiveObjects } from './objects/archive-objects.ts';
import { createObjects } from './objects/create-objects.ts';
import { listObjects } from './objects/list-objects.ts';
import { objectApis, type ObjectApis } from './objects/object-apis.ts';
import { readObjects, readObjectsBy } from './objects/read-objects.ts';
import { countObjects, searchObjects } from './objects/search-objects.ts';
import { updateObjects } from './objects/update-objects.ts';
import { Owners } from './owners.ts';
import { Properties } from './properties.ts';
import { Schemas } from './schemas.ts';
import { Workflows } from './workflows.ts';

/**
 * One portal of HubSpot without its files and callbacks: what the library brings for these is a quarter of its code, which
 * functions cannot carry and have no use for.
 */
export class RecordCrm implements Crm {
  protected readonly calls: HubSpotCalls;
  readonly #objects: ObjectApis;
  readonly #associations: Associations;
  readonly #owners: Owners;
  readonly #properties: Properties;
  readonly #schemas: Schemas;
  readonly #account: AccountInfo;
  readonly #workflows: Workflows;

  constructor(options: HubSpotCallsOptions) {
    const calls = new HubSpotCalls(options);
    this.calls = calls;
    this.#objects = objectApis(calls);
    this.#associations = new Associations(calls);
    this.#owners = new Owners(calls);
    this.#properties = new Properties(calls);
    this.#schemas = new Schemas(calls);
    this.#account = new AccountInfo(calls);
    this.#workflows = new Workflows(calls);
  }

  readObjects(
    objectType: ObjectType,
    ids: readonly string[],
    properties: readonly string[],
    historyOf: readonly string[] = [],
  ): Promise<CrmRecord[]> {
    return readObjects(this.#objects.batch, objectType, ids, properties, historyOf);
  }

  readObjectsBy(
    objectType: ObjectType,
    keyProperty: string,
    keys: readonly string[],
    properties: readonly string[],
    historyOf: readonly string[] = [],
  ): Promise<CrmRecord[]> {
    return readObjectsBy(this.#objects.batch, objectType, keyProperty, keys, properties, historyOf);
  }

  listObjects(objectType: ObjectType, properties: readonly string[]): Promise<CrmRecord[]> {
    return listObjects(this.#objects.list, objectType, properties);
  }

  searchObjects(request: SearchRequest): Promise<CrmRecord[]> {
    return searchObjects(this.#objects.search, request, (...read) => this.readObjects(...read));
  }

  countObjects(request: Pick<SearchRequest, 'objectType' | 'groups'>): Promise<number> {
    return countObjects(this.#objects.search, request);
  }

  readAssociations(
    fromType: ObjectType,
    toType: ObjectType,
    fromIds: readonly string[],
  ): Promise<Map<string, string[]>> {
    return this.#associations.read(fromType, toType, fromIds);
  }

  updateObjects(objectType: ObjectType, updates: readonly ObjectUpdate[]): Promise<WriteOutcome[]> {
    return updateObjects(this.#objects.batch, objectType, updates);
  }

  createObjects(objectType: ObjectType, creations: readonly ObjectCreation[]): Promise<WriteOutcome[]> {
    return createObjects(this.#objects.batch, objectType, creations);
  }

  archiveObjects(objectType: ObjectType, ids: readonly string[]): Promise<void> {
    return archiveObjects(this.#objects.batch, objectType, ids);
  }

  listOwners(): Promise<Owner[]> {
    return this.#owners.list();
  }

  listProperties(objectType: ObjectType): Promise<PropertyDefinition[]> {
    return this.#properties.list(objectType);
  }

  createPropertyGroup(objectType: ObjectType, name: string, label: string): Promise<void> {
    return this.#properties.createGroup(objectType, name, label);
  }

  createProperties(objectType: ObjectType, definitions: readonly PropertyDefinition[]): Promise<void> {
    return this.#properties.create(objectType, definitions);
  }

  listSchemas(): Promise<KnownSchema[]> {
    return this.#schemas.list();
  }

  listWorkflows(): Promise<PortalWorkflow[]> {
    return this.#workflows.list();
  }

  createSchema(definition: SchemaDefinition): Promise<KnownSchema> {
    return this.#schemas.create(definition);
  }

  writeFile(_folder: string, _name: string, _content: string, _mediaType: string): Promise<StoredFile> {
    return Promise.reject(withoutFiles());
  }

  listFiles(_folder: string): Promise<StoredFile[]> {
    return Promise.reject(withoutFiles());
  }

  readFile(_file: StoredFile): Promise<string> {
    return Promise.reject(withoutFiles());
  }

  readAccount(): Promise<Account> {
    return this.#account.read();
  }

  completeCallback(_callbackId: string, _outputFields: { readonly [name: string]: string }): Promise<void> {
    return Promise.reject(
      new CrmError('forbidden', 'This edition answers workflows at once and has nothing to complete.'),
    );
  }
}

function withoutFiles(): CrmError {
  return new CrmError('forbidden', 'This edition keeps nothing in files.');
}
