import { makeException, type Failure } from '../apex/library/exception/exceptions.ts';
import { ApexSObject, objectNameOf, recordTypeOf, type SaveOptions } from '../apex/library/record/apex-sobject.ts';
import type { Callout } from '../apex/library/system/callouts.ts';
import { countQuery, countRows, refuseLongRun, useLimit } from '../apex/library/system/limits.ts';
import { userInfoMembers } from '../apex/library/system/running-user.ts';
import { notePendingWork, transactionState } from '../apex/library/system/transaction-state.ts';
import type { ApexException } from '../apex/run/apex-object.ts';
import { execution, isRunning, type Execution } from '../apex/run/execution.ts';
import type { Access, Org, UserRights } from '../apex/run/org.ts';
import type { Program } from '../apex/run/program.ts';
import { callAuraEnabled, type AuraAnswer, type AuraCall } from './access/call-aura-enabled.ts';
import { objectsOfAccess, OrgAccess } from './access/org-access.ts';
import { readSharingModels, type SharingModel } from './access/org-wide-defaults.ts';
import { asksForAccess, RecordAccessRows } from './access/record-access-rows.ts';
import { classVersions, seedPermissions } from './access/seed-permissions.ts';
import { seedUsers } from './access/seed-users.ts';
import type { FieldAccess } from './access/standard-profiles.ts';
import { inaccessibleFields } from './access/user-change-rights.ts';
import { JobQueue } from './async/job-queue.ts';
import { OrgClock } from './async/org-clock.ts';
import { seedHours, type SeededHours } from './calendar/seed-hours.ts';
import { WorkingTime } from './calendar/working-time.ts';
import {
  noTriggers,
  type ChangeEnvironment,
  type ChangeHooks,
  type TriggerRunner,
} from './change/change-environment.ts';
import type { ChangeError, ChangeResult } from './change/change-result.ts';
import type { ChangeRights } from './change/change-rights.ts';
import { RecordChanges, type Operation } from './change/record-changes.ts';
import { Refusal } from './change/refusal.ts';
import { triggersOf } from './change/run-triggers.ts';
import { findClash, lockError } from './concurrency/find-clash.ts';
import type { KillPlan } from './concurrency/kill-plans.ts';
import type { StepHook } from './concurrency/step.ts';
import { Transactions, type LockConflict } from './concurrency/transactions.ts';
import { EventBus } from './events/event-bus.ts';
import { Outbox } from './messaging/outbox.ts';
import { computeWith } from './records/compute-field.ts';
import { RecordStore } from './records/record-store.ts';
import { RowLocks } from './records/row-locks.ts';
import { seededIds, seedOrg } from './records/seed-org.ts';
import { seedNotificationTypes } from './records/seed-notification-types.ts';
import { seedQueues } from './records/seed-queues.ts';
import { seedRules } from './records/seed-rules.ts';
import { seedStaticResources } from './records/seed-static-resources.ts';
import type { Savepoint } from './records/undo-log.ts';
import { nativeRules } from './rules/native-rules.ts';
import type { MetadataFiles } from './schema/metadata-files.ts';
import type { ObjectSchema } from './schema/object-schema.ts';
import { buildSchema, type OrgSchema } from './schema/org-schema.ts';
import { readLabels } from './schema/read-labels.ts';
import { seedMetadata } from './records/seed-metadata.ts';
import { runQuery } from './soql/run-query.ts';
import { runSearch } from './sosl/run-search.ts';

export interface InMemoryOrgOptions {
  /** The metadata of the package that is deployed: readMetadataFolder('salesforce/package'). */
  readonly files?: MetadataFiles;
  /** Of a managed package: its files have it in all their names, and its Apex may leave it out. deploy/ sees to both. */
  readonly namespace?: string | null;
  /** What the clock says outside of Apex; the computer's by default. */
  readonly now?: () => number;
  readonly timeZone?: string;
  /** Who is working outside of Apex; the administrator by default. */
  readonly userId?: () => string;
  readonly hooks?: ChangeHooks;
  /** Org-wide defaults by object: { Lead: 'Private' }. Others are as the object's metadata says, or as in a new org. */
  readonly sharingModels?: Readonly<Record<string, SharingModel>>;
  /** Whether administrators have a package's fields without a permission set, which they have not after a plain deployment. */
  readonly fieldAccess?: FieldAccess;
  /** Beside those that are open around the clock. */
  readonly businessHours?: readonly SeededHours[];
  /** Answers callouts outside of tests; without it they are Unsupported. */
  readonly callOut?: Callout;
  /** Whether a transaction ends whose statements would have taken too much processor time; it does not by default. */
  readonly limitsCpu?: boolean;
}

/**
 * An org in memory: standard objects and those of a package, with their records, and all that happens when records are saved.
 * A program is compiled against it and its triggers are then given to it:
 *
 *     const org = new InMemoryOrg({ files });
 *     const program = compileProgram(sources, { org });
 *     org.useTriggers(program);
 *     org.transact(() => program.begin().call('Intake', 'run', []));
 */
export class InMemoryOrg implements Org {
  readonly schema: OrgSchema;
  readonly namespace: string | null;
  readonly labels: ReadonlyMap<string, string>;
  readonly store: RecordStore;
  readonly changes: RecordChanges;
  /** What each user may do. */
  readonly access: OrgAccess;
  /** What the running user may do, for the runtime. */
  readonly rights: UserRights;
  readonly locks = new RowLocks();
  readonly jobs = new JobQueue(this);
  readonly transactions = new Transactions(this);
  readonly events = new EventBus(this);
  readonly messages = new Outbox(this);
  readonly calendar = new WorkingTime(this);
  readonly clock: OrgClock;
  readonly callOut: Callout | null;
  /** Filled when the store is there, which they work on. */
  private readonly hooks: ChangeHooks = {};
  private readonly options: InMemoryOrgOptions;
  private readonly versions: ReadonlyMap<string, number>;
  private isReadOnly = false;
  private triggers: TriggerRunner = noTriggers;

  constructor(options: InMemoryOrgOptions = {}) {
    this.options = options;
    this.clock = new OrgClock(options.now ?? Date.now);
    this.callOut = options.callOut ?? null;
    const files = options.files ?? new Map<string, string>();
    this.namespace = options.namespace ?? null;
    this.labels = readLabels(files);
    this.schema = buildSchema(files, this.namespace !== null);
    const environment = this.environment();
    this.store = new RecordStore(this.schema, computeWith(environment));
    this.changes = new RecordChanges(this.store, environment);
    // Flows change records in system mode; each that cannot be changed fails its own interview.
    const update = (records: readonly ApexSObject[]) => this.changes.apply('update', records, { allOrNone: false });
    Object.assign(this.hooks, nativeRules(files, this.store, environment, update), options.hooks);
    const models = readSharingModels(this.schema, files, options.sharingModels ?? {});
    this.access = new OrgAccess(this.store, models, environment.now, options.fieldAccess);
    this.rights = this.access.rightsOf(environment.userId);
    this.versions = classVersions(files);
    this.store.watch(objectsOfAccess, () => this.access.forget());
    seedOrg(this.store, environment.now());
    seedUsers(this.store, environment.now());
    seedMetadata(this.store, files);
    this.access.openTypes(seedPermissions(this.store, files, this.namespace));
    seedQueues(this.store, files);
    seedRules(this.store, files, environment.now());
    seedNotificationTypes(this.store, files, this.namespace);
    seedStaticResources(this.store, files, this.namespace);
    seedHours(this, options.businessHours ?? []);
    this.store.commit();
  }

  /** From now on the triggers of this program run when records are saved. */
  useTriggers(program: Program): void {
    this.triggers = triggersOf(program);
    this.jobs.useProgram(program);
    this.events.useProgram(program);
  }

  /** Runs an action as one transaction: what it changed stays when it ends well, and vanishes when it throws. */
  transact<T>(action: () => T): T {
    return this.transactions.run(action);
  }

  /**
   * Asks a hook at each step of each transaction; what it gives back runs amid that one, in transactions of its own, which do not
   * see what is not committed: org.interleave(({ kind }) => (kind === 'commit' ? () => org.transact(other) : null)).
   */
  interleave(hook: StepHook | null, conflict: LockConflict = 'time out'): void {
    this.transactions.interleave(hook, conflict);
  }

  /** Ends a transaction from outside: org.killAt({ before: 'DML', about: 'Lead', nth: 2 }). */
  killAt(plan: KillPlan): void {
    this.transactions.killAt(plan);
  }

  /** Takes back the kills that were planned and have not happened. */
  spare(): void {
    this.transactions.spare();
  }

  /** The emails that Apex sent. */
  get emails() {
    return this.messages.emails;
  }

  savepoint(): Savepoint {
    return this.store.savepoint();
  }

  rollback(mark: Savepoint): void {
    this.store.rollback(mark);
  }

  describeObject(name: string): ObjectSchema | null {
    return this.schema.find(name);
  }

  objectNames(): readonly string[] {
    return this.schema.names();
  }

  apiVersionOf(className: string): number | null {
    return this.versions.get(className) ?? null;
  }

  query(text: string, values: readonly unknown[], access: Access, isWithSharing = false): readonly object[] {
    if (isRunning()) {
      countQuery(text);
    }
    return this.find(text, values, access, isWithSharing);
  }

  private find(text: string, values: readonly unknown[], access: Access, isWithSharing: boolean): readonly object[] {
    this.transactions.step('SOQL', text);
    this.refuseLongRun();
    const { now, timeZone, userId } = this.changes.environment;
    const source = asksForAccess(text) ? new RecordAccessRows(this.store, this.access) : this.store;
    const result = runQuery(source, text, values, {
      now: now(),
      userTimeZone: timeZone(),
      userId: userId(),
      ...(access === null ? {} : { mode: access }),
      isWithSharing,
      ...this.access.of(userId()).queryRights,
    });
    if (isRunning()) {
      countRows(result.rowCount);
    }
    if (result.lockIds.some((id) => this.lock(id) !== null)) {
      throwApex(
        makeException(
          'System.QueryException',
          'Record Currently Unavailable: The record you are attempting to edit, or one of its related records, is currently being modified by another user. Please try again.',
        ),
      );
    }
    // The runtime counts the rows of SELECT COUNT().
    return result.count === null
      ? result.rows
      : Array.from({ length: result.count }, () => new ApexSObject(recordTypeOf('AggregateResult')));
  }

  /** The rows of each object that a SOSL search asks for; in a test, of the records alone that it has named. */
  search(
    text: string,
    values: readonly unknown[],
    access: Access = null,
    isWithSharing = false,
  ): readonly (readonly object[])[] {
    const isTest = running()?.isRunningTest() ?? false;
    if (isRunning()) {
      useLimit('SoslQueries');
    }
    return runSearch({
      store: this.store,
      text,
      values,
      query: (soql, mode) => this.find(soql, values, mode ?? access, isWithSharing),
      fixedIds: isTest ? transactionState().fixedSearchResults : null,
    });
  }

  /**
   * The results of a request in its order. Where all must succeed and one has not, throws the System.DmlException that tells of
   * each record that failed.
   */
  change(
    operation: Operation | 'merge',
    records: readonly object[],
    options: {
      readonly access: Access;
      readonly isWithSharing?: boolean;
      readonly allOrNone: boolean;
      readonly field: string | null;
      readonly saving?: SaveOptions | null;
    },
  ): readonly ChangeResult[] {
    this.refuseLongRun();
    if (this.isReadOnly) {
      throwApex(makeException('System.LimitException', 'Too many DML statements: 1'));
    }
    countChange(records.length);
    const given = records.map(asRecord);
    const { access, isWithSharing = false, allOrNone, field } = options;
    const rights = this.rightsToChange(access, isWithSharing);
    const asked = { ...savingOf(options.saving), allOrNone, field, rights };
    try {
      const results =
        operation === 'merge' ? this.changes.merge(given, asked) : this.changes.apply(operation, given, asked);
      if (options.allOrNone && results.some((each) => !each.success)) {
        throwApex(dmlException(operation, results));
      }
      return results;
    } catch (thrown) {
      if (thrown instanceof Refusal) {
        throwApex(makeException(thrown.exceptionName, thrown.message));
      }
      throw thrown;
    }
  }

  /** Calls an @AuraEnabled method as a component does: org.callAuraEnabled({ program, userId, method: 'Card.read', args: {} }). */
  callAuraEnabled(call: AuraCall): AuraAnswer {
    return callAuraEnabled(this, call);
  }

  /** Runs an action in which a change is an exceeded limit, as in methods whose answers are cached. */
  withoutChanges<T>(action: () => T): T {
    const earlier = this.isReadOnly;
    this.isReadOnly = true;
    try {
      return action();
    } finally {
      this.isReadOnly = earlier;
    }
  }

  /** Null in system mode without sharing, which nothing is refused to. */
  private rightsToChange(access: Access, isWithSharing: boolean): ChangeRights | null {
    const mode = access === 'user' ? 'user' : isWithSharing ? 'sharing' : null;
    return mode === null ? null : this.access.of(this.changes.environment.userId()).rightsToChange(mode);
  }

  private environment(): ChangeEnvironment {
    const { options } = this;
    const userId = () => runningUserId() ?? options.userId?.() ?? seededIds.user;
    return {
      now: () => running()?.now() ?? this.clock.now(),
      timeZone: () => running()?.timeZone ?? options.timeZone ?? 'America/Los_Angeles',
      userId,
      ownerId: () => this.access.ownerFor(userId()),
      organizationId: seededIds.organization,
      triggers: () => this.triggers,
      hooks: this.hooks,
      lock: (id) => this.lock(id),
      beforeChange: (records) => this.transactions.step('DML', namesOf(records)),
      findClash: (object, fields, ownId) => findClash(this, object, fields, ownId),
      markLimits,
    };
  }

  private refuseLongRun(): void {
    if (this.options.limitsCpu === true && isRunning()) {
      refuseLongRun();
    }
  }

  /** Apex here runs to its end without a pause, so who would have to wait for another's lock waits in vain. */
  private lock(id: string): ChangeError | null {
    return this.transactions.lock(id) ? null : lockError(id);
  }
}

function running(): Execution | null {
  try {
    return execution();
  } catch {
    return null;
  }
}

/** Whom UserInfo tells of, who is another within System.runAs; null where no program is running. */
function runningUserId(): string | null {
  const read = userInfoMembers['String getUserId()'];
  const id: unknown = running() !== null && typeof read === 'function' ? read() : null;
  return typeof id === 'string' ? id : null;
}

/** Exceptions of Apex have stacks of their own and are no Errors. */
function throwApex(exception: ApexException): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw exception;
}

function asRecord(value: object): ApexSObject {
  if (value instanceof ApexSObject) {
    return value;
  }
  return throwApex(makeException('System.TypeException', 'DML requires SObject or SObject list type'));
}

function markLimits(): () => void {
  if (running() === null) {
    return () => undefined;
  }
  const { used } = transactionState();
  const before = new Map(used);
  return () => {
    used.clear();
    before.forEach((count, limit) => used.set(limit, count));
  };
}

/** Counts a statement for the limits of the running transaction. */
function countChange(rows: number): void {
  if (!isRunning()) {
    return;
  }
  useLimit('DMLStatements');
  useLimit('DMLRows', rows);
  notePendingWork();
}

function namesOf(records: readonly ApexSObject[]): string {
  return [...new Set(records.map((each) => objectNameOf(each.type) ?? ''))].join(', ');
}

function savingOf(saving: SaveOptions | null = null) {
  return {
    useAssignmentRules: saving?.useAssignmentRules ?? false,
    allowDuplicates: saving?.allowDuplicates ?? false,
  };
}

/** What a DML statement throws: dmlException('insert', results).failures[0]?.status. */
function dmlException(operation: string, results: readonly ChangeResult[]) {
  const failures = results.flatMap(({ id, errors }, index): Failure[] =>
    errors
      .filter((each) => each.statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK')
      .map((each) => ({ index, id, status: each.statusCode, message: each.message, fields: each.fields })),
  );
  const [first] = failures;
  const where =
    first === undefined ? '' : `row ${String(first.index)}${first.id === null ? '' : ` with id ${first.id}`}`;
  const what = first === undefined ? '' : `${first.status}, ${first.message}: [${first.fields.join(', ')}]`;
  const title = operation.charAt(0).toUpperCase() + operation.slice(1);
  const message = `${title} failed. First exception on ${where}; first error: ${what}`;
  const exception = makeException(
    'System.DmlException',
    first?.message.startsWith(inaccessibleFields) === true ? first.message : message,
  );
  exception.failures = failures;
  return exception;
}
