import { elementsOf } from '../../apex/library/collection/iteration.ts';
import { ApexList } from '../../apex/library/collection/apex-list.ts';
import { describeException, makeException } from '../../apex/library/exception/exceptions.ts';
import { raise } from '../../apex/library/raise.ts';
import { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { batchMethods } from '../../apex/library/system/asked-interfaces.ts';
import { QueryLocator } from '../../apex/library/system/query-locator.ts';
import type { ApexException, ApexObject } from '../../apex/run/apex-object.ts';
import { listOf, objectType, typeOf } from '../../apex/types/apex-type.ts';
import { copyObject } from './copy-object.ts';
import { callMethod, plainJob, type WaitingJob } from './job.ts';
import { ApexBatchableContext } from './job-contexts.ts';
import type { JobRecords } from './job-records.ts';
import type { JobTransactions } from './job-transactions.ts';

/** As documented for a QueryLocator; other scopes have no greatest size. */
const largestScope = 2000;

interface Batch {
  readonly transactions: JobTransactions;
  readonly records: JobRecords;
  readonly job: WaitingJob;
  readonly isStateful: boolean;
  /** As it was handed over; of a stateful one, as its last good part left it. */
  object: object;
}

/** Runs start, execute for each scope and finish, each in a transaction of its own; a scope that fails does not stop others. */
export function runBatch(
  handedOver: object,
  scopeSize: number,
  job: WaitingJob,
  transactions: JobTransactions,
  records: JobRecords,
): ApexException | null {
  const { $type } = handedOver as ApexObject;
  const isStateful = transactions.program.world.isSubtype($type, typeOf('Database.Stateful'));
  const batch: Batch = { transactions, records, job, isStateful, object: handedOver };
  transactions.note(() => records.change(job.id, { Status: 'Preparing' }));
  let scopes: ApexList[] = [];
  const notStarted =
    runPart(batch, 'start', null, (answer) => {
      scopes = scopesOf(answer, scopeSize);
    }) ?? refuseScopes(batch, scopes);
  if (notStarted !== null) {
    transactions.note(() => records.end(job.id, 'Failed', failureFields([notStarted])));
    return notStarted;
  }
  transactions.note(() => records.change(job.id, { Status: 'Processing', TotalJobItems: scopes.length }));
  const failures: ApexException[] = [];
  for (const [index, scope] of scopes.entries()) {
    const failure = runPart(batch, 'execute', scope);
    if (failure !== null) {
      failures.push(failure);
    }
    transactions.note(() => {
      records.change(job.id, { JobItemsProcessed: index + 1, ...failureFields(failures) });
    });
  }
  const unfinished = runPart(batch, 'finish', null);
  if (unfinished !== null) {
    failures.push(unfinished);
  }
  transactions.note(() => records.end(job.id, 'Completed', failureFields(failures)));
  return failures[0] ?? null;
}

function runPart(
  batch: Batch,
  part: 'start' | 'execute' | 'finish',
  scope: ApexList | null,
  useAnswer: (answer: unknown) => void = () => undefined,
): ApexException | null {
  const { transactions, job } = batch;
  const mayCallOut = transactions.allowsCallouts(batch.object);
  let worked = batch.object;
  const failure = transactions.attempt(plainJob('BatchApex', job.id, { part, mayCallOut }), job.user, () => {
    worked = copyObject(batch.object);
    const context = new ApexBatchableContext(job.id, part === 'execute' ? job.id : null);
    useAnswer(callMethod(worked, batchMethods[part], context, ...(scope === null ? [] : [scope])));
  });
  if (failure === null && batch.isStateful) {
    batch.object = worked;
  }
  return failure;
}

/** A test may run one scope only, as documented. */
function refuseScopes({ transactions }: Batch, scopes: readonly ApexList[]): ApexException | null {
  return transactions.isInTest && scopes.length > 1
    ? makeException(
        'System.UnexpectedException',
        'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.',
      )
    : null;
}

/** What start() gave, in lists of the scope's size. */
function scopesOf(answer: unknown, scopeSize: number): ApexList[] {
  if (answer === null) {
    return raise('System.UnexpectedException', 'Start did not return a valid iterable object.');
  }
  const isLocated = answer instanceof QueryLocator;
  const source = isLocated ? answer.rows : answer;
  const items = [...elementsOf(source)];
  const [first] = items;
  const given = source instanceof ApexList ? source.type : listOf(objectType);
  const type = first instanceof ApexSObject && !(source instanceof ApexList) ? listOf(first.type) : given;
  const size = isLocated ? Math.min(scopeSize, largestScope) : scopeSize;
  return Array.from(
    { length: Math.ceil(items.length / size) },
    (_, index) => new ApexList(type, items.slice(index * size, (index + 1) * size)),
  );
}

function failureFields(failures: readonly ApexException[]): Readonly<Record<string, unknown>> {
  const [first] = failures;
  return first === undefined
    ? {}
    : {
        NumberOfErrors: failures.length,
        ExtendedStatus: `First error: ${describeException(first)}`.slice(0, 255),
      };
}
