import { raise, raiseNullArgument } from '../raise.ts';
import type { Members } from '../define.ts';
import { ApexId } from '../text/apex-id.ts';
import { orgJobs } from './asynchronous-jobs.ts';
import { hasMethod, batchMethods } from './asked-interfaces.ts';
import { runningJob } from './running-job.ts';

const usualScope = 200;

function executeBatch(given: object | null, scope: number | null = usualScope): ApexId {
  const batch = given ?? raiseNullArgument();
  if (!Object.values(batchMethods).every((method) => hasMethod(batch, method))) {
    raise('System.TypeException', 'Database.executeBatch needs an object that implements Database.Batchable.');
  }
  const size = scope ?? raiseNullArgument();
  if (size <= 0) {
    raise('System.IllegalArgumentException', `The scope of a batch is at least 1, and not ${String(size)}.`);
  }
  const job = runningJob();
  if (job?.kind === 'BatchApex' && job.part !== 'finish') {
    raise(
      'System.AsyncException',
      'Database.executeBatch cannot be called from a batch start, batch execute, or future method.',
    );
  }
  return new ApexId(orgJobs('Database.executeBatch').startBatch(batch, size));
}

/** Statics of System.Database about batches. */
export const batchMembers: Members = {
  'Id executeBatch(Object batchClassObject)': executeBatch,
  'Id executeBatch(Object batchClassObject, Integer scope)': executeBatch,
};
