/**
 * What the handlers ask of a portal. Nothing outside `hubspot/handlers/crm` knows paths, limits, retries or the library that
 * sends the requests, so that both editions and the tests can bring their own.
 */

/** `contacts`, `companies`, `leads`, `notes`, `tasks`, `users`, or the fully qualified name or type id of a custom object. */
export type ObjectType = string;

/** Values as HubSpot writes them: always texts, null where nothing is. */
export type PropertyValues = { readonly [property: string]: string | null };

/** One earlier value of a property, the newest first. */
export type PropertyVersion = {
  readonly value: string;
  readonly changedAt: number;
  /** Such as CRM_UI, FORM, IMPORT, INTEGRATION, API, AUTOMATION_PLATFORM. */
  readonly sourceType: string;
  /** For INTEGRATION the app's id; for a person `userId:…`; else what the platform writes there. */
  readonly sourceId: string | null;
  readonly updatedByUserId: number | null;
};

export type CrmRecord = {
  readonly id: string;
  readonly properties: PropertyValues;
  /** By property; only of properties that were asked for with history. */
  readonly history: { readonly [property: string]: readonly PropertyVersion[] };
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly isArchived: boolean;
};

/** What became of one item of a batch. `position` is its place among the inputs. */
export type WriteOutcome =
  | { readonly position: number; readonly isWritten: true; readonly id: string }
  | { readonly position: number; readonly isWritten: false; readonly problem: CrmProblem };

/** Why HubSpot refused an item, or a call. The message never repeats a property's value. */
export type CrmProblem = {
  /**
   * HubSpot's category, such as OBJECT_NOT_FOUND, VALIDATION_ERROR, MISSING_SCOPES. CONFLICT is a value that another record has
   * already and may have only once, whatever HubSpot calls that.
   */
  readonly category: string;
  readonly message: string;
};

export type ObjectUpdate = { readonly id: string; readonly properties: PropertyValues };

export type AssociationTo = { readonly toType: ObjectType; readonly toId: string };

export type ObjectCreation = { readonly properties: PropertyValues; readonly associations: readonly AssociationTo[] };

export type FilterOperator =
  'EQ' | 'NEQ' | 'GT' | 'GTE' | 'LT' | 'LTE' | 'IN' | 'NOT_IN' | 'HAS_PROPERTY' | 'NOT_HAS_PROPERTY';

export type SearchFilter = {
  readonly property: string;
  readonly operator: FilterOperator;
  readonly values: readonly string[];
};

/** Any group of filters may hold; within a group all must. At most 5 groups of 6. */
export type SearchRequest = {
  readonly objectType: ObjectType;
  readonly groups: readonly (readonly SearchFilter[])[];
  readonly properties: readonly string[];
  /** Stops after so many; at most 10,000. */
  readonly most: number;
  /** By rising ids, if nothing is said. */
  readonly order?: SearchOrder;
};

/**
 * Newer records mostly have higher ids, and whoever comes back goes on after an id that was found: `fallingIds` turn pages from the
 * newest on. `lastCreated` is by the instant of creation itself, of those of one instant the higher id first; the records have to
 * have the property `createdate`, as contacts and companies do.
 */
export type SearchOrder = 'risingIds' | 'fallingIds' | 'lastCreated';

/** What a portal says of itself. */
export type Account = {
  readonly portalId: number;
  /** Such as STANDARD, SANDBOX or DEVELOPER_TEST. */
  readonly accountType: string;
  readonly timeZone: string;
};

export type Owner = {
  /** What `hubspot_owner_id` holds. */
  readonly id: string;
  readonly userId: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly isArchived: boolean;
};

export type PropertyType = 'string' | 'number' | 'datetime' | 'enumeration' | 'bool';

export type PropertyDefinition = {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: PropertyType;
  readonly fieldType: 'text' | 'textarea' | 'number' | 'date' | 'select' | 'booleancheckbox';
  readonly groupName: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
  readonly hasUniqueValue: boolean;
  /** Whether a form may ask for it. What is left out is up to HubSpot. */
  readonly isFormField?: boolean;
};

export type SchemaDefinition = {
  readonly name: string;
  readonly labels: { readonly singular: string; readonly plural: string };
  readonly primaryDisplayProperty: string;
  readonly secondaryDisplayProperties: readonly string[];
  readonly requiredProperties: readonly string[];
  readonly properties: readonly PropertyDefinition[];
};

/** A custom object that the portal has. */
export type KnownSchema = { readonly objectTypeId: string; readonly fullyQualifiedName: string; readonly name: string };

/** A file of the portal's file manager. */
export type StoredFile = { readonly id: string; readonly name: string; readonly updatedAt: number };

/** A workflow of the portal, as far as we look at it. */
export type PortalWorkflow = {
  readonly id: string;
  readonly name: string;
  readonly isOn: boolean;
  readonly objectTypeId: string | null;
  readonly actions: readonly {
    readonly actionTypeId: string;
    /** The property that it sets; null where it sets none. */
    readonly propertyName: string | null;
  }[];
};

/**
 * One portal's CRM. Every method may throw a `CrmError` (crm-error.ts): what it throws never names a person. Reads of many go
 * in batches; what is not there is missing from the answer, which is no error.
 */
export interface Crm {
  /** By ids, in their order. With history at most 50 go into a call, without 100. */
  readObjects(
    objectType: ObjectType,
    ids: readonly string[],
    properties: readonly string[],
    historyOf?: readonly string[],
  ): Promise<CrmRecord[]>;
  /** By the values of a property that is unique, in the order of the values; each record is its value's. It is true at once. */
  readObjectsBy(
    objectType: ObjectType,
    keyProperty: string,
    keys: readonly string[],
    properties: readonly string[],
    historyOf?: readonly string[],
  ): Promise<CrmRecord[]>;
  /** All of a type, page by page, in order of id. */
  listObjects(objectType: ObjectType, properties: readonly string[]): Promise<CrmRecord[]>;
  /** Search follows some seconds behind. */
  searchObjects(request: SearchRequest): Promise<CrmRecord[]>;
  /** How many a search would find. */
  countObjects(request: Pick<SearchRequest, 'objectType' | 'groups'>): Promise<number>;
  /** The ids that each record is associated with; none is an empty list. */
  readAssociations(
    fromType: ObjectType,
    toType: ObjectType,
    fromIds: readonly string[],
  ): Promise<Map<string, string[]>>;
  /** An outcome for each input, in their order. One refused item takes no other along. */
  updateObjects(objectType: ObjectType, updates: readonly ObjectUpdate[]): Promise<WriteOutcome[]>;
  createObjects(objectType: ObjectType, creations: readonly ObjectCreation[]): Promise<WriteOutcome[]>;
  archiveObjects(objectType: ObjectType, ids: readonly string[]): Promise<void>;
  listOwners(): Promise<Owner[]>;
  listProperties(objectType: ObjectType): Promise<PropertyDefinition[]>;
  createPropertyGroup(objectType: ObjectType, name: string, label: string): Promise<void>;
  createProperties(objectType: ObjectType, definitions: readonly PropertyDefinition[]): Promise<void>;
  listSchemas(): Promise<KnownSchema[]>;
  listWorkflows(): Promise<PortalWorkflow[]>;
  createSchema(definition: SchemaDefinition): Promise<KnownSchema>;
  /** Writes a private file, or a new content over the file of that name in the folder. */
  writeFile(folder: string, name: string, content: string, mediaType: string): Promise<StoredFile>;
  listFiles(folder: string): Promise<StoredFile[]>;
  readFile(file: StoredFile): Promise<string>;
  readAccount(): Promise<Account>;
  /** Ends a workflow action that was answered with BLOCK. */
  completeCallback(callbackId: string, outputFields: { readonly [name: string]: string }): Promise<void>;
}
