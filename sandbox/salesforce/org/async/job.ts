import type { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import type { RunningJob } from '../../apex/library/system/running-job.ts';
import type { ApexException, ApexObject } from '../../apex/run/apex-object.ts';
import { execution } from '../../apex/run/execution.ts';
import type { JobRecords } from './job-records.ts';
import type { JobTransactions } from './job-transactions.ts';

/** A job that was handed over and has not run. */
export interface WaitingJob {
  /** That of its AsyncApexJob. */
  readonly id: string;
  readonly className: string;
  /** Whose code handed it over; null for the org's own user. */
  readonly user: ApexSObject | null;
  /** UTC epoch milliseconds. */
  readonly dueAt: number;
  /** Whether a test handed it over between startTest and stopTest. */
  readonly isCollected: boolean;
  /** What marks it as the same as another; null for nothing. */
  readonly signature: string | null;
  /** The first exception that nobody caught; null where all went well. */
  run(this: WaitingJob, transactions: JobTransactions, records: JobRecords): ApexException | null;
}

/** A job whose part of a chain does not matter: plainJob('BatchApex', id, { part: 'finish' }). */
export function plainJob(kind: RunningJob['kind'], id: string, more: Partial<RunningJob> = {}): RunningJob {
  return {
    kind,
    id,
    part: null,
    depth: 1,
    greatestDepth: null,
    failures: 0,
    mayCallOut: false,
    finalizer: null,
    ...more,
  };
}

/** Calls a method of an object of source by the name under which it carries it. */
export function callMethod(object: object, method: string, ...args: readonly unknown[]): unknown {
  const run = (object as Record<string, unknown>)[method];
  if (typeof run !== 'function') {
    throw new Error(`A job has no method ${method}.`);
  }
  // The job is the first to touch its class in its transaction, so static fields get their values now: allocating sees to it.
  execution().allocate((object as ApexObject).$type);
  return run.apply(object, args) as unknown;
}
