import { describeException } from '../../apex/library/exception/exceptions.ts';
import type { FutureMethod } from '../../apex/library/system/future-calls.ts';
import type { ApexException } from '../../apex/run/apex-object.ts';
import { plainJob, type WaitingJob } from './job.ts';
import type { JobRecords } from './job-records.ts';
import type { JobTransactions } from './job-transactions.ts';

/** Runs a @future method with the arguments it was called with. */
export function runFuture(
  { holder, mayCallOut, run }: FutureMethod,
  args: readonly unknown[],
  { id, user }: WaitingJob,
  transactions: JobTransactions,
  records: JobRecords,
): ApexException | null {
  transactions.note(() => records.change(id, { Status: 'Processing' }));
  const failure = transactions.attempt(plainJob('Future', id, { mayCallOut }), user, () => {
    if (!holder.isStarted) {
      holder.start();
    }
    run(...args);
  });
  transactions.note(() => {
    if (failure === null) {
      records.end(id, 'Completed');
    } else {
      records.end(id, 'Failed', { NumberOfErrors: 1, ExtendedStatus: describeException(failure).slice(0, 255) });
    }
  });
  return failure;
}
