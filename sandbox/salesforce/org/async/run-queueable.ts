import { describeException } from '../../apex/library/exception/exceptions.ts';
import { executeFinalizer, executeQueueable } from '../../apex/library/system/asked-interfaces.ts';
import type { RunningJob } from '../../apex/library/system/running-job.ts';
import type { ApexException } from '../../apex/run/apex-object.ts';
import { callMethod, type WaitingJob } from './job.ts';
import { ApexFinalizerContext, ApexQueueableContext } from './job-contexts.ts';
import type { JobRecords } from './job-records.ts';
import type { JobTransactions } from './job-transactions.ts';

/** How a queueable stands among the jobs that enqueued each other. */
export type Chain = Pick<RunningJob, 'depth' | 'greatestDepth' | 'failures'>;

/** Runs a queueable, then the finalizer that it attached, whether it ended well or not. */
export function runQueueable(
  queueable: object,
  chain: Chain,
  { id, className, user }: WaitingJob,
  transactions: JobTransactions,
  records: JobRecords,
): ApexException | null {
  const mayCallOut = transactions.allowsCallouts(queueable);
  const job: RunningJob = { kind: 'Queueable', id, part: null, ...chain, mayCallOut, finalizer: null };
  transactions.note(() => records.change(id, { Status: 'Processing' }));
  const failure = transactions.attempt(job, user, () => {
    callMethod(queueable, executeQueueable, new ApexQueueableContext(id));
  });
  transactions.note(() => {
    if (failure === null) {
      records.end(id, 'Completed');
    } else {
      records.end(id, 'Failed', { NumberOfErrors: 1, ExtendedStatus: describeException(failure).slice(0, 255) });
    }
  });
  const { finalizer } = job;
  if (finalizer === null || transactions.isKilledBefore('finalizer', className)) {
    return failure;
  }
  const failures = failure === null ? 0 : chain.failures + 1;
  const last: RunningJob = { kind: 'Finalizer', id, part: null, ...chain, failures, mayCallOut: true, finalizer: null };
  const later = transactions.attempt(last, user, () => {
    callMethod(finalizer, executeFinalizer, new ApexFinalizerContext(id, failure));
  });
  return failure ?? later;
}
