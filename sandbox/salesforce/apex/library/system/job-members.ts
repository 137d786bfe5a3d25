import { raise, raiseNullArgument } from '../raise.ts';
import type { Members } from '../define.ts';
import { ApexId, idFromText } from '../text/apex-id.ts';
import { execution } from '../../run/execution.ts';
import { orgJobs } from './asynchronous-jobs.ts';
import { hasMethod, executeFinalizer, executeQueueable, executeSchedulable } from './asked-interfaces.ts';
import { ApexSignature } from './duplicate-signature.ts';
import { useLimit } from './limits.ts';
import { PlainData } from './plain-data.ts';
import { runningJob, type JobKind } from './running-job.ts';
import { notePendingWork } from './transaction-state.ts';

const longestDelay = 10;
/** As documented: a failed job may be enqueued again by its finalizers so many times in a row. */
const mostRetries = 5;
/** As documented for Developer Edition, which the org in memory is: the first job of a chain is one of them. */
const usualDepth = 5;

function enqueueJob(given: object | null, options: number | PlainData | null = null): ApexId {
  const queueable = given ?? raiseNullArgument();
  if (!hasMethod(queueable, executeQueueable)) {
    raise('System.TypeException', 'System.enqueueJob needs an object that implements System.Queueable.');
  }
  const jobs = orgJobs('System.enqueueJob');
  const { delayInMinutes, greatestDepth, signature } = readOptions(options);
  useLimit('QueueableJobs');
  checkDepth(greatestDepth);
  const id = jobs.enqueue({ queueable, delayInMinutes, greatestDepth, signature });
  if (id === null) {
    return raise('System.DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
  }
  notePendingWork();
  return new ApexId(id);
}

/** In a test a job may not enqueue another, as documented, unless a depth was set. */
function checkDepth(own: number | null): void {
  const job = runningJob();
  if (job?.kind === 'Finalizer' && job.failures > mostRetries) {
    raise('System.AsyncException', `A failed job may be enqueued again ${String(mostRetries)} times in a row.`);
  }
  if (job?.kind !== 'Queueable') {
    return;
  }
  const greatest = job.greatestDepth ?? own ?? (execution().isRunningTest() ? 1 : usualDepth);
  if (job.depth >= greatest) {
    raise('System.AsyncException', 'Maximum stack depth has been reached.');
  }
}

function readOptions(options: number | PlainData | null) {
  const delay = options instanceof PlainData ? options.values.get('MinimumQueueableDelayInMinutes') : options;
  const depth = options instanceof PlainData ? options.values.get('MaximumQueueableStackDepth') : null;
  const given = options instanceof PlainData ? options.values.get('DuplicateSignature') : null;
  const signature = given instanceof ApexSignature ? given.text : null;
  const delayInMinutes = typeof delay === 'number' ? delay : 0;
  if (delayInMinutes < 0 || delayInMinutes > longestDelay) {
    raise('System.IllegalArgumentException', `A job is delayed by 0 to 10 minutes, not ${String(delayInMinutes)}.`);
  }
  return { delayInMinutes, greatestDepth: typeof depth === 'number' ? depth : null, signature };
}

function attachFinalizer(given: object | null): null {
  const finalizer = given ?? raiseNullArgument();
  if (!hasMethod(finalizer, executeFinalizer)) {
    raise('System.TypeException', 'System.attachFinalizer needs an object that implements System.Finalizer.');
  }
  const job = runningJob();
  if (job?.kind !== 'Queueable') {
    return raise('System.AsyncException', 'System.attachFinalizer is for queueable jobs only.');
  }
  if (job.finalizer !== null) {
    raise('System.AsyncException', 'A queueable job has one finalizer at most.');
  }
  job.finalizer = finalizer;
  return null;
}

function schedule(name: string | null, cronExpression: string | null, given: object | null): string {
  const schedulable = given ?? raiseNullArgument();
  if (!hasMethod(schedulable, executeSchedulable)) {
    raise('System.TypeException', 'System.schedule needs an object that implements System.Schedulable.');
  }
  const cron = cronExpression ?? raiseNullArgument();
  const parts = cron.trim().split(/\s+/).length;
  if (parts < 6 || parts > 7) {
    raise('System.StringException', `A cron expression has six or seven parts: ${cron}`);
  }
  const id = orgJobs('System.schedule').schedule(name ?? raiseNullArgument(), cron, schedulable);
  notePendingWork();
  return id;
}

function abortJob(id: string | null): void {
  const { value } = idFromText(id ?? raiseNullArgument()) ?? raiseNullArgument();
  if (!orgJobs('System.abortJob').abort(value)) {
    raise('System.StringException', `There is no job to abort with the id ${value}.`);
  }
}

function isIn(kind: JobKind) {
  return () => runningJob()?.kind === kind;
}

/** Statics of System.System about asynchronous work. */
export const jobMembers: Members = {
  'Boolean isBatch()': isIn('BatchApex'),
  'Boolean isFuture()': isIn('Future'),
  'Boolean isQueueable()': isIn('Queueable'),
  'Boolean isScheduled()': isIn('ScheduledApex'),
  'void abortJob(String jobId)': abortJob,
  'String attachFinalizer(Finalizer finalizer)': attachFinalizer,
  'Id enqueueJob(Object queueable)': enqueueJob,
  'Id enqueueJob(Object queueable, Integer delay)': enqueueJob,
  'Id enqueueJob(Object queueable, System.AsyncOptions options)': enqueueJob,
  'String schedule(String jobName, String cronExpression, Object schedulableClass)': schedule,
};
