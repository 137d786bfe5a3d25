import { Unsupported } from '../../run/apex-object.ts';
import { execution } from '../../run/execution.ts';

/** Who keeps the jobs that Apex hands over and runs them later: an org that has them. Ids are those of AsyncApexJob. */
export interface AsynchronousJobs {
  enqueue(request: QueueableRequest): string;
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
}

/** The org's jobs; loud where the program runs on an org that has none. */
export function orgJobs(construct: string): AsynchronousJobs {
  const { jobs } = execution().org;
  if (jobs === undefined) {
    throw new Unsupported(construct, 'an org without data');
  }
  return jobs;
}
