import { makeException, type Failure } from '../apex/library/exception/exceptions.ts';
import { ApexSObject, recordTypeOf } from '../apex/library/record/apex-sobject.ts';
import { countUse } from '../apex/library/system/limits.ts';
import { userInfoMembers } from '../apex/library/system/running-user.ts';
import { transactionState } from '../apex/library/system/transaction-state.ts';
import { Unsupported, type ApexException } from '../apex/run/apex-object.ts';
import { execution, type Execution } from '../apex/run/execution.ts';
import type { Access, Org } from '../apex/run/org.ts';
import type { Program } from '../apex/run/program.ts';
import { JobQueue } from './async/job-queue.ts';
import {
  noTriggers,
  type ChangeEnvironment,
  type ChangeHooks,
  type TriggerRunner,
} from './change/change-environment.ts';
import { changeError, type ChangeError, type ChangeResult } from './change/change-result.ts';
import { RecordChanges, type Operation } from './change/record-changes.ts';
import { Refusal } from './change/refusal.ts';
import { triggersOf } from './change/run-triggers.ts';
import { computeWith } from './records/compute-field.ts';
import { RecordStore } from './records/record-store.ts';
import { RowLocks } from './records/row-locks.ts';
import { seededIds, seedOrg } from './records/seed-org.ts';
import type { Savepoint } from './records/undo-log.ts';
import type { MetadataFiles } from './schema/metadata-files.ts';
import type { ObjectSchema } from './schema/object-schema.ts';
import { buildSchema, type OrgSchema } from './schema/org-schema.ts';
import { seedMetadata } from './records/seed-metadata.ts';
import { runQuery } from './soql/run-query.ts';

export interface InMemoryOrgOptions {
  /** The metadata of the package that is deployed: readMetadataFolder('salesforce/package'). */
  readonly files?: MetadataFiles;
  /** What the clock says outside of Apex; the computer's by default. */
  readonly now?: () => number;
  readonly timeZone?: string;
  /** Who is working outside of Apex; the administrator by default. */
  readonly userId?: () => string;
  readonly hooks?: ChangeHooks;
}

const mostStatements = 150;
const mostRows = 10_000;

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
  readonly store: RecordStore;
  readonly changes: RecordChanges;
  readonly locks = new RowLocks();
  readonly jobs = new JobQueue(this);
  private readonly options: InMemoryOrgOptions;
  private triggers: TriggerRunner = noTriggers;
  private transactions = 0;

  constructor(options: InMemoryOrgOptions = {}) {
    this.options = options;
    this.schema = buildSchema(options.files ?? new Map());
    const environment = this.environment();
    this.store = new RecordStore(this.schema, computeWith(environment));
    this.changes = new RecordChanges(this.store, environment);
    seedOrg(this.store, environment.now());
    seedMetadata(this.store, options.files ?? new Map());
    this.store.commit();
  }

  /** From now on the triggers of this program run when records are saved. */
  useTriggers(program: Program): void {
    this.triggers = triggersOf(program);
    this.jobs.useProgram(program);
  }

  /** Runs an action as one transaction: what it changed stays when it ends well, and vanishes when it throws. */
  transact<T>(action: () => T): T {
    const start = this.store.savepoint();
    this.transactions += 1;
    try {
      const result = action();
      this.store.commit();
      return result;
    } catch (thrown) {
      this.store.rollback(start);
      throw thrown;
    } finally {
      this.locks.release(this.transactionId());
    }
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

  query(text: string, values: readonly unknown[], access: Access): readonly object[] {
    const { now, timeZone, userId } = this.changes.environment;
    const result = runQuery(this.store, text, values, {
      now: now(),
      userTimeZone: timeZone(),
      userId: userId(),
      ...(access === null ? {} : { mode: access }),
    });
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

  search(): never {
    throw new Unsupported('SOSL', 'the org in memory');
  }

  /**
   * The results of a request in its order. Where all must succeed and one has not, throws the System.DmlException that tells of
   * each record that failed.
   */
  change(
    operation: Operation | 'merge',
    records: readonly object[],
    options: { readonly access: Access; readonly allOrNone: boolean; readonly field: string | null },
  ): readonly ChangeResult[] {
    countChange(records.length);
    const given = records.map(asRecord);
    try {
      const results =
        operation === 'merge' ? this.changes.merge(given, options) : this.changes.apply(operation, given, options);
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

  private environment(): ChangeEnvironment {
    const { options } = this;
    return {
      now: () => running()?.now() ?? (options.now ?? Date.now)(),
      timeZone: () => running()?.timeZone ?? options.timeZone ?? 'America/Los_Angeles',
      userId: () => runningUserId() ?? options.userId?.() ?? seededIds.user,
      organizationId: seededIds.organization,
      triggers: () => this.triggers,
      hooks: options.hooks ?? {},
      lock: (id) => this.lock(id),
      markLimits,
    };
  }

  private transactionId(): string {
    return `transaction ${String(this.transactions)}`;
  }

  /** Apex here runs to its end without a pause, so who would have to wait for another's lock waits in vain. */
  private lock(id: string): ChangeError | null {
    const answer = this.locks.request([id], this.transactionId(), this.changes.environment.now());
    return answer.kind === 'granted'
      ? null
      : changeError('UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record or 1 records: ${id}`);
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
  if (running() === null) {
    return;
  }
  countUse('DMLStatements');
  countUse('DMLRows', rows);
  const { used } = transactionState();
  refuseBeyond('Too many DML statements', used.get('DMLStatements') ?? 0, mostStatements);
  refuseBeyond('Too many DML rows', used.get('DMLRows') ?? 0, mostRows);
}

function refuseBeyond(words: string, count: number, most: number): void {
  if (count > most) {
    throwApex(makeException('System.LimitException', `${words}: ${String(count)}`));
  }
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
  const exception = makeException(
    'System.DmlException',
    `${title} failed. First exception on ${where}; first error: ${what}`,
  );
  exception.failures = failures;
  return exception;
}
