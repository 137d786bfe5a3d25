import type { AsynchronousJobs } from '../library/system/asynchronous-jobs.ts';
import type { ApexType } from '../types/apex-type.ts';
import { Unsupported } from './apex-object.ts';

/** A field of an sObject as the compiler and the library need it. */
export interface FieldDescription {
  readonly name: string;
  readonly type: ApexType;
  /** `Owner` for `OwnerId`: the name under which the parent record is read; null where the field is no relationship. */
  readonly relationshipName: string | null;
  readonly referenceTo: readonly string[];
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

/**
 * The org around a program: its objects, its data, its limits. The runtime knows nothing of records beyond this interface, and works
 * without data on `orgWithoutData`.
 */
export interface Org {
  /** By name in any case; null where there is no such object. */
  describeObject(name: string): ObjectDescription | null;
  objectNames(): readonly string[];
  /** `text` with its binds replaced by `:v0`, `:v1`, …; `values` in that order. Rows are ApexSObject or AggregateResult. */
  query(text: string, values: readonly unknown[], access: Access): readonly object[];
  search(text: string, values: readonly unknown[]): readonly (readonly object[])[];
  change(
    operation: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge',
    records: readonly object[],
    options: { readonly access: Access; readonly allOrNone: boolean; readonly field: string | null },
  ): readonly unknown[];
  /** A mark to which `rollback` takes the records back; orgs without data have neither. */
  savepoint?(): object;
  rollback?(mark: object): void;
  readonly jobs?: AsynchronousJobs;
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
