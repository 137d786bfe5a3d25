import { execution } from '../../run/execution.ts';
import { isInTrigger } from './trigger-context.ts';
import { runningJob, type JobKind } from './running-job.ts';

/** By whom a transaction that is no job was asked for, as System.Quiddity names it; and platform events, which it does not name. */
export type RequestKind =
  | 'ANONYMOUS'
  | 'AURA'
  | 'BULK_API'
  | 'INVOCABLE_ACTION'
  | 'PLATFORM_EVENT'
  | 'POST_INSTALL_SCRIPT'
  | 'REST'
  | 'SOAP'
  | 'SYNCHRONOUS';

let current: RequestKind | null = null;

/**
 * Runs an action as a request of that kind: runAsRequest('REST', () => requests.run(…)). Within a request it stays what it was
 * first, so a Bulk API job may say so before it saves its rows as any request does. Null begins anew.
 */
export function runAsRequest<T>(kind: RequestKind | null, action: () => T): T {
  const earlier = current;
  current = kind === null ? null : (current ?? kind);
  try {
    return action();
  } finally {
    current = earlier;
  }
}

const ofJobs: Readonly<Record<JobKind, string>> = {
  BatchApex: 'BATCH_APEX',
  Finalizer: 'TRANSACTION_FINALIZER_QUEUEABLE',
  Future: 'FUTURE',
  Queueable: 'QUEUEABLE',
  ScheduledApex: 'SCHEDULED',
};

/** The name of the running transaction's System.Quiddity. The platform documents none for triggers of platform events. */
export function quiddityName(): string {
  const job = runningJob();
  if (job !== null) {
    return ofJobs[job.kind];
  }
  if (execution().isRunningTest()) {
    return 'RUNTEST_SYNC';
  }
  return current === 'PLATFORM_EVENT' ? 'UNDEFINED' : (current ?? 'ANONYMOUS');
}

/** Why the platform lets this code not call out, in its words; null where it may. */
export function refusalOfCallout(): string | null {
  const job = runningJob();
  if (job?.kind === 'ScheduledApex') {
    return 'Callout from scheduled Apex not supported.';
  }
  if (job?.kind === 'Future' && !job.mayCallOut) {
    return 'Callout not allowed from this future method. Please enable callout by annotating the future method. eg: @Future(callout=true)';
  }
  if ((job?.kind === 'Queueable' || job?.kind === 'BatchApex') && !job.mayCallOut) {
    return 'Callout not allowed from this job. Its class must implement Database.AllowsCallouts.';
  }
  return isInTrigger() && current !== 'PLATFORM_EVENT' ? 'Callout from triggers are currently not supported.' : null;
}
