import type { Json, JsonObject } from './json.ts';

/** The user a session belongs to. */
export interface OrgUser {
  /** 18 characters. */
  readonly id: string;
  readonly username: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly userType: string;
  readonly isActive: boolean;
  readonly timeZone: string;
  readonly language: string;
  readonly locale: string;
  /** Milliseconds that the time zone is ahead of UTC. */
  readonly utcOffset: number;
}

export interface DescribedPicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly isDefault: boolean;
}

/** A field as a describe request shows it. */
export interface DescribedField {
  readonly name: string;
  readonly label: string;
  /** As the REST API names it: `string`, `reference`, `double`, `anyType`, … */
  readonly type: string;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly isNillable: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isDefaultedOnCreate: boolean;
  readonly isUnique: boolean;
  readonly isExternalId: boolean;
  readonly isCaseSensitive: boolean;
  readonly isAutoNumber: boolean;
  /** Whether its value is worked out when it is read. */
  readonly isCalculated: boolean;
  readonly formula: string | null;
  readonly defaultValue: Json;
  readonly defaultFormula: string | null;
  readonly picklist: { readonly isRestricted: boolean; readonly values: readonly DescribedPicklistValue[] } | null;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly isNameField: boolean;
  readonly isCascadeDelete: boolean;
  readonly isRestrictedDelete: boolean;
  readonly isMasterDetail: boolean;
}

export interface DescribedChild {
  readonly objectName: string;
  readonly fieldName: string;
  readonly relationshipName: string | null;
  readonly isCascadeDelete: boolean;
  readonly isRestrictedDelete: boolean;
}

/** An object as a describe request shows it. */
export interface DescribedObject {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly isCustomSetting: boolean;
  /** Whether records may be made, changed and deleted; custom metadata may only be read. */
  readonly isWritable: boolean;
  /** What the user who asks may do with its records, where that is less than everything. */
  readonly rights?: { readonly create: boolean; readonly edit: boolean; readonly delete: boolean };
  readonly fields: readonly DescribedField[];
  readonly children: readonly DescribedChild[];
  readonly recordTypes: readonly {
    readonly id: string;
    readonly label: string;
    readonly developerName: string;
    readonly isActive: boolean;
  }[];
}

/** A row of a query; fields in the order of the query, under the names that the answer shows. */
export interface OrgRow {
  readonly kind: 'row';
  /** `AggregateResult` where rows were grouped. */
  readonly objectName: string;
  readonly id: string | null;
  readonly fields: readonly (readonly [name: string, value: OrgValue])[];
}

/** The children of a row. */
export interface OrgRows {
  readonly kind: 'rows';
  readonly rows: readonly OrgRow[];
}

/** Dates are `2026-11-21`, points of time `2026-11-21T10:00:00.000+0000`, binary values base64. */
export type OrgValue = string | number | boolean | null | OrgRow | OrgRows;

export interface QueryOutcome {
  /** Of `SELECT COUNT()` the count, beside no rows. */
  readonly totalSize: number;
  readonly rows: readonly OrgRow[];
}

/** A record as a request gave it. Names are those of the object; a parent named by an external id is an object. */
export interface ChangeRow {
  readonly objectName: string;
  readonly id: string | null;
  readonly fields: JsonObject;
}

/** A test that was run, as the tooling tells of it. */
export interface TestOutcome {
  readonly className: string;
  readonly methodName: string;
  readonly milliseconds: number;
  /** Null where it passed. */
  readonly failure: { readonly message: string; readonly stackTrace: string } | null;
}

/** Which tests are to run: of a class, all or those named. */
export interface TestRequest {
  readonly className: string;
  readonly methodNames: readonly string[] | null;
}

/** What the headers of a request say about saving. */
export interface ChangeOptions {
  /** Whether assignment rules run for leads and cases; a text is the id of the rule. */
  readonly autoAssign: boolean | string;
  readonly duplicateRule: {
    readonly allowSave: boolean;
    readonly includeRecordDetails: boolean;
    readonly runAsCurrentUser: boolean;
  } | null;
}

export interface ChangeRequest {
  /** A record that is deleted hard is in no recycle bin. */
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete' | 'undelete';
  readonly rows: readonly ChangeRow[];
  /** Where one row fails, nothing is kept. */
  readonly allOrNone: boolean;
  /** Of an upsert; null for Id. */
  readonly externalIdField: string | null;
  readonly options: ChangeOptions;
}

export interface ChangeError {
  /** A status code such as REQUIRED_FIELD_MISSING. */
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** What became of a row: it was saved where there are no errors. */
export interface ChangeOutcome {
  readonly id: string | null;
  readonly isCreated: boolean;
  readonly errors: readonly ChangeError[];
}

export interface ApexRestRequest {
  readonly method: string;
  /** What follows `/services/apexrest`: `/leads/00Q…`. */
  readonly path: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

export interface ApexRestAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

export interface ActionParameter {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly type: string;
  readonly isRequired: boolean;
}

/** An invocable method of a class. */
export interface DescribedAction {
  /** The name of its class. */
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly inputs: readonly ActionParameter[];
  readonly outputs: readonly ActionParameter[];
}

export interface ActionOutcome {
  readonly outputValues: JsonObject | null;
  readonly errors: readonly ChangeError[];
}

export interface AnonymousOutcome {
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
  readonly line: number;
  readonly column: number;
}

/** What of an org's schema a user may know of. */
export interface OrgView {
  objectNames(): readonly string[];
  /** By name in any case. */
  describeObject(name: string): DescribedObject | null;
}

/**
 * What HTTP needs of an org, in values that JSON can say. Every call is one transaction; calls follow one another, so that
 * requests which come together are served one transaction after another. An OrgRefusal is what the caller did wrong.
 */
export interface OrgBehindHttp extends OrgView {
  readonly organization: { readonly id: string; readonly name: string };
  /** The user of a session; null where it is over or never was. */
  authenticate(sessionId: string): OrgUser | null;
  /** The id of a new session; null where name and password do not fit. */
  logIn(username: string, password: string): string | null;
  /** The id of a new session of the user whom a connected app runs as; null where id and secret do not fit. */
  logInClient(clientId: string, clientSecret: string): string | null;
  /** Sets the password of a user, who may log in with it from now on. */
  setPassword(userId: string, password: string): void;
  /** The id of a new session; null where the token is unknown. */
  refresh(refreshToken: string): string | null;
  logOut(sessionId: string): void;
  /** As a user of the org may read it; null where there is none of that id. */
  findUser(id: string): OrgUser | null;
  /** The schema as a user sees it; an org without it shows everybody everything. */
  viewOf?(user: OrgUser): OrgView;
  query(user: OrgUser, text: string, scope: 'live' | 'with deleted' | 'tooling'): QueryOutcome;
  change(user: OrgUser, request: ChangeRequest): readonly ChangeOutcome[];
  /** Runs work of several calls, and undoes all that it changed where its result is not to be kept. */
  attempt<T>(work: () => T, isKept: (result: T) => boolean): T;
  /** Null where no class answers to the path. */
  runApexRest(user: OrgUser, request: ApexRestRequest): ApexRestAnswer | null;
  actions(): readonly DescribedAction[];
  runAction(user: OrgUser, name: string, inputs: readonly JsonObject[]): readonly ActionOutcome[];
  executeAnonymous(user: OrgUser, text: string): AnonymousOutcome;
  /** Runs tests, each on what its class sets up; nothing of them is kept. An OrgRefusal names a class that is not there. */
  runTests(user: OrgUser, tests: readonly TestRequest[]): readonly TestOutcome[];
  /** The rows of each object that a SOSL search asks for, in its order. */
  search(user: OrgUser, text: string): readonly OrgRow[];
}

/** A request that the org refuses as a whole: new OrgRefusal('MALFORMED_QUERY', "unexpected token: 'FORM'"). */
export class OrgRefusal extends Error {
  readonly code: string;
  readonly fields: readonly string[];

  constructor(code: string, message: string, fields: readonly string[] = []) {
    super(message);
    this.name = 'OrgRefusal';
    this.code = code;
    this.fields = fields;
  }
}
