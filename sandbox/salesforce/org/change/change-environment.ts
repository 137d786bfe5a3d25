import type { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import type { TriggerContext } from '../../apex/library/system/trigger-context.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { ChangeError } from './change-result.ts';
import type { ChangeRights } from './change-rights.ts';

/** The events of triggers, as their declarations write them. */
export type TriggerEvent =
  | 'before insert'
  | 'after insert'
  | 'before update'
  | 'after update'
  | 'before delete'
  | 'after delete'
  | 'after undelete';

/** The triggers of an org. */
export interface TriggerRunner {
  /** The names of those that listen to an event of an object, in the order in which they run. */
  namesFor(objectName: string, event: TriggerEvent): readonly string[];
  run(name: string, context: TriggerContext): void;
}

/** An org without triggers. */
export const noTriggers: TriggerRunner = { namesFor: () => [], run: () => undefined };

/** A record on its way into the store, or already there. */
export interface SavedChange {
  readonly record: ApexSObject;
  /** As stored before the change; null for what is new. */
  readonly before: StoredRecord | null;
}

/** Steps of a save that other parts of an org take. */
export interface ChangeHooks {
  /**
   * A duplicate rule that blocks: the reason why a record is not saved; null where it may be. A rule that only alerts lets a
   * request pass that allows duplicates. `before` is the record as stored before an edit; null for what is new.
   */
  readonly findDuplicate?: (
    object: ObjectSchema,
    fields: ReadonlyMap<string, unknown>,
    before: StoredRecord | null,
    allowSave: boolean,
  ) => ChangeError | null;
  /** Flows that run before the before-triggers and may set fields of the records; what went wrong for each. */
  readonly beforeSave?: (object: ObjectSchema, changes: readonly SavedChange[]) => readonly (ChangeError | null)[];
  /** Flows that run after everything else, once the records are stored. */
  readonly afterSave?: (object: ObjectSchema, changes: readonly SavedChange[]) => readonly (ChangeError | null)[];
  /** Assignment rules, for the records of a request that asked for them; they run after the after-triggers. */
  readonly assignOwners?: (object: ObjectSchema, ids: readonly string[]) => void;
}

/** What a change depends on beside the records themselves. */
export interface ChangeEnvironment {
  /** UTC epoch milliseconds. */
  readonly now: () => number;
  /** The running user's id and time zone. */
  readonly userId: () => string;
  /** Who owns what the running user makes and gives no owner. */
  readonly ownerId: () => string;
  readonly timeZone: () => string;
  readonly organizationId: string;
  readonly triggers: () => TriggerRunner;
  readonly hooks: ChangeHooks;
  /** Takes the lock of a record; gives back why that cannot be. */
  readonly lock: (id: string) => ChangeError | null;
  /** Is told of a request before anything of it is done. */
  readonly beforeChange?: (records: readonly ApexSObject[]) => void;
  /** Why a record cannot be stored now: another transaction that has not ended has one of its unique values. */
  readonly findClash?: (
    object: ObjectSchema,
    fields: ReadonlyMap<string, unknown>,
    ownId: string,
  ) => ChangeError | null;
  /** Marks what limits have counted so far; the function given back returns to it. */
  readonly markLimits: () => () => void;
}

export interface ChangeOptions {
  /** As with DML statements: one record that fails takes all others along. */
  readonly allOrNone: boolean;
  /** For upsert: the field that identifies a record; null for its id. */
  readonly field?: string | null;
  readonly useAssignmentRules?: boolean;
  /** Whether records are saved that a duplicate rule only alerts of. */
  readonly allowDuplicates?: boolean;
  /** What the user may do whose rights the change obeys; without it nothing is refused for want of rights. */
  readonly rights?: ChangeRights | null;
}
