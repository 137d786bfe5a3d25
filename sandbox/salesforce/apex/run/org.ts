import type { AsynchronousJobs } from '../library/system/asynchronous-jobs.ts';
import type { BusinessCalendar } from '../library/system/business-hours.ts';
import type { Callout } from '../library/system/callouts.ts';
import type { Messages } from '../library/system/emails.ts';
import type { PlatformEvents } from '../library/system/platform-events.ts';
import type { SaveOptions } from '../library/record/apex-sobject.ts';
import type { ApexType } from '../types/apex-type.ts';
import { Unsupported } from './apex-object.ts';

/** A field of an sObject as the compiler and the library need it. */
export interface FieldDescription {
  readonly name: string;
  readonly type: ApexType;
  /** `Owner` for `OwnerId`: the name under which the parent record is read; null where the field is no relationship. */
  readonly relationshipName: string | null;
  readonly referenceTo: readonly string[];
  /** The most characters of a text; null where it is none. An org need not describe it. */
  readonly length?: number | null;
  readonly picklist?: {
    readonly isRestricted: boolean;
    readonly values: readonly {
      readonly value: string;
      readonly label: string;
      readonly isActive: boolean;
      readonly isDefault: boolean;
    }[];
  } | null;
}

export interface ObjectDescription {
  readonly name: string;
  readonly label: string;
  readonly keyPrefix: string | null;
  /** By lower-case name. */
  readonly fields: ReadonlyMap<string, FieldDescription>;
  /** Child relationships by lower-case name: `Contacts` → Contact. */
  readonly children: ReadonlyMap<string, string>;
}

export type Access = 'user' | 'system' | null;

/** What may be done with records of an object, or with a field of theirs. */
export type Right = 'read' | 'create' | 'edit' | 'delete';

/** What the running user may do. Names are canonical. */
export interface UserRights {
  mayAccessObject(objectName: string, right: Right): boolean;
  mayAccessField(objectName: string, fieldName: string, right: Exclude<Right, 'delete'>): boolean;
  hasCustomPermission(name: string): boolean;
  /** The whole record of a user, as Apex sees it; null where there is none with that id. */
  findUser(id: string): object | null;
}

/**
 * The org around a program: its objects, its data, its limits. The runtime knows nothing of records beyond this interface, and works
 * without data on `orgWithoutData`.
 */
export interface Org {
  /** By name in any case; null where there is no such object. */
  describeObject(name: string): ObjectDescription | null;
  objectNames(): readonly string[];
  /** `text` with its binds replaced by `:v0`, `:v1`, …; `values` in that order. Rows are ApexSObject or AggregateResult. */
  query(text: string, values: readonly unknown[], access: Access, isWithSharing?: boolean): readonly object[];
  search(
    text: string,
    values: readonly unknown[],
    access?: Access,
    isWithSharing?: boolean,
  ): readonly (readonly object[])[];
  change(
    operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge',
    records: readonly object[],
    options: {
      readonly access: Access;
      readonly isWithSharing?: boolean;
      readonly allOrNone: boolean;
      readonly field: string | null;
      /** What DMLOptions say. */
      readonly saving?: SaveOptions | null;
    },
  ): readonly unknown[];
  /** Of the managed package that the program is; without one, names are as they are written. */
  readonly namespace?: string | null;
  /** Custom labels by lower-case name. */
  readonly labels?: ReadonlyMap<string, string>;
  /** The version of the API that a class was deployed with; null where no metadata says it. */
  apiVersionOf?(className: string): number | null;
  /** What the running user may do; without it, everything. */
  readonly rights?: UserRights;
  /** A mark to which `rollback` takes the records back; orgs without data have neither. */
  savepoint?(): object;
  rollback?(mark: object): void;
  readonly jobs?: AsynchronousJobs;
  readonly events?: PlatformEvents;
  readonly messages?: Messages;
  readonly calendar?: BusinessCalendar;
  /** Answers callouts outside of tests. */
  readonly callOut?: Callout | null;
}

/** Objects may be described and made; anything that needs stored data is Unsupported. */
export function orgWithoutData(objects: readonly ObjectDescription[]): Org {
  const byName = new Map(objects.map((each) => [each.name.toLowerCase(), each]));
  const without = (what: string): never => {
    throw new Unsupported(what, 'an org without data');
  };
  return {
    describeObject: (name) => byName.get(name.toLowerCase()) ?? null,
    objectNames: () => objects.map((each) => each.name),
    query: () => without('SOQL'),
    search: () => without('SOSL'),
    change: (operation) => without(`DML ${operation}`),
  };
}
