import { Unsupported } from '../../run/apex-object.ts';
import { execution } from '../../run/execution.ts';
import type { FutureMethod } from './future-calls.ts';

/** Who keeps the jobs that Apex hands over and runs them later: an org that has them. Ids are those of AsyncApexJob. */
export interface AsynchronousJobs {
  /** The id of the job; null where one with its signature waits or runs already. */
  enqueue(request: QueueableRequest): string | null;
  /** Runs a @future method later, with these arguments. */
  callLater(method: FutureMethod, args: readonly unknown[]): string;
  startBatch(batch: object, scopeSize: number): string;
  /** The id of a CronTrigger. */
  schedule(name: string, cronExpression: string, schedulable: object): string;
  /** Whether there was a job of that id to be stopped. */
  abort(id: string): boolean;
  /** Runs what a test handed over since Test.startTest, and throws the first exception that nobody caught. */
  runCollected(): void;
}

export interface QueueableRequest {
  readonly queueable: object;
  readonly delayInMinutes: number;
  /** How many jobs its chain may have; null for the default. */
  readonly greatestDepth: number | null;
  /** What marks two jobs as the same: of those that wait or run there may be one. Null for none. */
  readonly signature: string | null;
}

/** The org's jobs; loud where the program runs on an org that has none. */
export function orgJobs(construct: string): AsynchronousJobs {
  const { jobs } = execution().org;
  if (jobs === undefined) {
    throw new Unsupported(construct, 'an org without data');
  }
  return jobs;
}
