import { CrmError } from '../../hubspot/handlers/crm/crm-error.ts';
import type {
  Account,
  AssociationTo,
  Crm,
  CrmRecord,
  KnownSchema,
  ObjectCreation,
  ObjectType,
  ObjectUpdate,
  Owner,
  PortalWorkflow,
  PropertyDefinition,
  PropertyValues,
  SchemaDefinition,
  SearchRequest,
  StoredFile,
  WriteOutcome,
} from '../../hubspot/handlers/crm/crm.ts';
import { FileDrawer } from './memory/file-drawer.ts';
import { checkSearch, isFound } from './memory/match-filters.ts';
import { ObjectTables } from './memory/object-tables.ts';
import type { Source } from './memory/record-table.ts';

/** One call that was made, for counting: `readObjects contacts 3`. */
export type Call = { readonly method: keyof Crm; readonly about: string; readonly size: number };

/**
 * A portal in memory, as its documentation describes it: values are texts, histories say who, what is gone is missing, refused
 * items take no others along. It answers at once and knows no limits; `beforeCall` is where a test makes it fail.
 */
export class MemoryCrm implements Crm {
  readonly calls: Call[] = [];
  readonly owners: Owner[] = [];
  readonly workflows: PortalWorkflow[] = [];
  readonly completed: { readonly callbackId: string; readonly outputFields: { readonly [name: string]: string } }[] =
    [];
  /** Types that the app may not touch: a plan or a scope is missing. Reads and writes throw. */
  readonly forbidden = new Set<ObjectType>();
  /** Records that search does not find yet. HubSpot's index follows a write after some seconds. */
  readonly notIndexed = new Set<string>();
  /** Called before each call; what it throws is thrown. */
  beforeCall: (call: Call) => void | Promise<void> = () => undefined;
  /** The instant of what is written. Moves only when a test moves it. */
  now: number;
  readonly appId: number;

  readonly #tables = new ObjectTables();
  readonly #files = new FileDrawer();
  #lastId = 100;

  constructor(given: { readonly now?: number; readonly appId?: number } = {}) {
    this.now = given.now ?? Date.UTC(2026, 10, 20, 9);
    this.appId = given.appId ?? 77;
  }

  /** Puts a record there as if it had always been. */
  seed(
    objectType: ObjectType,
    properties: PropertyValues,
    given: { readonly id?: string; readonly source?: Source; readonly associations?: readonly AssociationTo[] } = {},
  ): string {
    const id = given.id ?? this.#nextId();
    this.#tables.of(objectType).insert(id, properties, given.source ?? { sourceType: 'FORM' }, this.now);
    for (const other of given.associations ?? []) {
      this.associate(objectType, id, other.toType, other.toId);
    }
    return id;
  }

  /** Somebody else changes a record. */
  change(objectType: ObjectType, id: string, properties: PropertyValues, source: Source): void {
    this.#tables.of(objectType).change(id, properties, source, this.now);
  }

  associate(fromType: ObjectType, fromId: string, toType: ObjectType, toId: string): void {
    this.#tables.associate(fromType, fromId, toType, toId);
  }

  /** A value as it stands, for a test's questions; no call. */
  valueOf(objectType: ObjectType, id: string, property: string): string | null {
    return this.#tables.of(objectType).valueOf(id, property);
  }

  idsOf(objectType: ObjectType): string[] {
    return this.#tables.of(objectType).ids();
  }

  async readObjects(
    objectType: ObjectType,
    ids: readonly string[],
    properties: readonly string[],
    historyOf: readonly string[] = [],
  ): Promise<CrmRecord[]> {
    await this.#enter('readObjects', objectType, ids.length);
    const table = this.#tables.of(objectType);
    return [...new Set(ids)].flatMap((id) => table.read(id, properties, historyOf) ?? []);
  }

  async readObjectsBy(
    objectType: ObjectType,
    keyProperty: string,
    keys: readonly string[],
    properties: readonly string[],
    historyOf: readonly string[] = [],
  ): Promise<CrmRecord[]> {
    await this.#enter('readObjectsBy', objectType, keys.length);
    const table = this.#tables.of(objectType);
    return [...new Set(keys)].flatMap((key) => {
      const id = table.idBy(keyProperty, key);
      return id === null ? [] : (table.read(id, [keyProperty, ...properties], historyOf) ?? []);
    });
  }

  async listObjects(objectType: ObjectType, properties: readonly string[]): Promise<CrmRecord[]> {
    await this.#enter('listObjects', objectType, 0);
    const table = this.#tables.of(objectType);
    return table.ids().flatMap((id) => table.read(id, properties, []) ?? []);
  }

  async searchObjects(request: SearchRequest): Promise<CrmRecord[]> {
    await this.#enter('searchObjects', request.objectType, request.groups.length);
    checkSearch(request);
    const table = this.#tables.of(request.objectType);
    return table
      .ids(request.order)
      .filter((id) => !this.notIndexed.has(id) && isFound(request, (property) => table.valueOf(id, property)))
      .slice(0, request.most)
      .flatMap((id) => table.read(id, request.properties, []) ?? []);
  }

  async countObjects({ objectType, groups }: Pick<SearchRequest, 'objectType' | 'groups'>): Promise<number> {
    await this.#enter('countObjects', objectType, groups.length);
    const request = { objectType, groups, properties: [], most: 10_000 };
    checkSearch(request);
    const table = this.#tables.of(objectType);
    return table
      .ids()
      .filter((id) => !this.notIndexed.has(id) && isFound(request, (property) => table.valueOf(id, property))).length;
  }

  async listWorkflows(): Promise<PortalWorkflow[]> {
    await this.#enter('listWorkflows', 'workflows', 0);
    return [...this.workflows];
  }

  async readAssociations(
    fromType: ObjectType,
    toType: ObjectType,
    fromIds: readonly string[],
  ): Promise<Map<string, string[]>> {
    await this.#enter('readAssociations', `${fromType} ${toType}`, fromIds.length, [fromType, toType]);
    return new Map(fromIds.map((id) => [id, this.#tables.associated(fromType, id, toType)]));
  }

  async updateObjects(objectType: ObjectType, updates: readonly ObjectUpdate[]): Promise<WriteOutcome[]> {
    await this.#enter('updateObjects', objectType, updates.length);
    const table = this.#tables.of(objectType);
    return updates.map((update, position) => {
      const problem = table.has(update.id)
        ? table.problemOf(update.properties, update.id)
        : { category: 'OBJECT_NOT_FOUND', message: 'There is no record of that id' };
      if (problem !== null) {
        return { position, isWritten: false, problem };
      }
      table.change(update.id, update.properties, this.#ourselves(), this.now);
      return { position, isWritten: true, id: update.id };
    });
  }

  async createObjects(objectType: ObjectType, creations: readonly ObjectCreation[]): Promise<WriteOutcome[]> {
    await this.#enter('createObjects', objectType, creations.length);
    return creations.map((creation, position) => {
      const problem = this.#tables.problemOfNew(objectType, creation);
      if (problem !== null) {
        return { position, isWritten: false, problem };
      }
      const { properties, associations } = creation;
      return {
        position,
        isWritten: true,
        id: this.seed(objectType, properties, { associations, source: this.#ourselves() }),
      };
    });
  }

  async archiveObjects(objectType: ObjectType, ids: readonly string[]): Promise<void> {
    await this.#enter('archiveObjects', objectType, ids.length);
    for (const id of ids) {
      this.#tables.of(objectType).archive(id);
    }
  }

  async listOwners(): Promise<Owner[]> {
    await this.#enter('listOwners', 'owners', 0);
    return [...this.owners];
  }

  async listProperties(objectType: ObjectType): Promise<PropertyDefinition[]> {
    await this.#enter('listProperties', objectType, 0);
    return [...this.#tables.of(objectType).definitions.values()];
  }

  async createPropertyGroup(objectType: ObjectType, name: string, label: string): Promise<void> {
    await this.#enter('createPropertyGroup', objectType, 1);
    this.#tables.of(objectType).addGroup(name, label);
  }

  async createProperties(objectType: ObjectType, definitions: readonly PropertyDefinition[]): Promise<void> {
    await this.#enter('createProperties', objectType, definitions.length);
    this.#tables.of(objectType).define(definitions);
  }

  async listSchemas(): Promise<KnownSchema[]> {
    await this.#enter('listSchemas', 'schemas', 0);
    return [...this.#tables.schemas];
  }

  async createSchema(definition: SchemaDefinition): Promise<KnownSchema> {
    await this.#enter('createSchema', 'schemas', 1);
    if (this.#tables.schemas.some((schema) => schema.name === definition.name)) {
      throw new CrmError('conflict', 'HubSpot has a custom object of that name.', {
        status: 409,
        category: 'CONFLICT',
      });
    }
    const schema = {
      objectTypeId: `2-${this.#nextId()}`,
      fullyQualifiedName: `p1_${definition.name}`,
      name: definition.name,
    };
    this.#tables.schemas.push(schema);
    for (const property of definition.properties) {
      this.#tables.of(schema.objectTypeId).definitions.set(property.name, property);
    }
    return schema;
  }

  async writeFile(folder: string, name: string, content: string): Promise<StoredFile> {
    await this.#enter('writeFile', `${folder}/${name}`, 1);
    return this.#files.write(folder, name, content, this.#nextId(), this.now);
  }

  async listFiles(folder: string): Promise<StoredFile[]> {
    await this.#enter('listFiles', folder, 0);
    return this.#files.list(folder);
  }

  async readFile(file: StoredFile): Promise<string> {
    await this.#enter('readFile', file.name, 1);
    return this.#files.read(file);
  }

  async readAccount(): Promise<Account> {
    await this.#enter('readAccount', 'account', 1);
    return { portalId: 1, accountType: 'STANDARD', timeZone: 'UTC' };
  }

  async completeCallback(callbackId: string, outputFields: { readonly [name: string]: string }): Promise<void> {
    await this.#enter('completeCallback', callbackId, 1);
    this.completed.push({ callbackId, outputFields });
  }

  async #enter(method: keyof Crm, about: string, size: number, types: readonly ObjectType[] = [about]): Promise<void> {
    const call = { method, about, size };
    this.calls.push(call);
    await this.beforeCall(call);
    if (types.some((type) => this.forbidden.has(type))) {
      throw new CrmError('forbidden', 'The app lacks a scope for this.', { status: 403, category: 'MISSING_SCOPES' });
    }
  }

  #ourselves(): Source {
    return { sourceType: 'INTEGRATION', sourceId: String(this.appId) };
  }

  #nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }
}
