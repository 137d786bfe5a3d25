import { describeException } from '../../apex/library/exception/exceptions.ts';
import type { Program } from '../../apex/run/program.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import { JobTransactions } from './job-transactions.ts';
import type { ScheduledJob } from './schedules.ts';

/** A job, or a trigger of platform events, that ended with an exception that nobody caught. */
export interface FailedJob {
  /** Of the AsyncApexJob; of a trigger, its name. */
  readonly id: string;
  readonly className: string;
  /** "System.DmlException: Insert failed. …" */
  readonly message: string;
}

/** How many jobs and deliveries of platform events ran. */
export interface JobsRun {
  readonly count: number;
  readonly failed: readonly FailedJob[];
}

const mostJobsOfARun = 1000;

/**
 * Runs what committed transactions handed over, events first, then jobs in order, until nothing is left; it waits for no delay:
 * runJobs(program, org).failed[0]?.message → "System.MathException: Divide by 0".
 */
export function runJobs(program: Program, org: InMemoryOrg): JobsRun {
  return runJobsDue(program, org, Infinity);
}

/** Runs what is due at an instant, in UTC epoch milliseconds, and what comes of it: runJobsDue(program, org, org.clock.now()). */
export function runJobsDue(program: Program, org: InMemoryOrg, instant: number): JobsRun {
  const failed: FailedJob[] = [];
  let count = 0;
  for (let run = runNext(program, org, instant); run !== null; run = runNext(program, org, instant)) {
    count += 1;
    failed.push(...run);
    if (count > mostJobsOfARun) {
      throw new Error(`More than ${String(mostJobsOfARun)} jobs ran and there are still more.`);
    }
  }
  return { count, failed };
}

/** Runs one delivery of events, or one job that is due, and gives what failed of it; null where there is none. */
export function runNext(program: Program, org: InMemoryOrg, instant: number): readonly FailedJob[] | null {
  const delivery = org.events.deliverNext(new JobTransactions(program, org, null));
  if (delivery !== null) {
    const { trigger, failure } = delivery;
    return failure === null ? [] : [{ id: trigger, className: trigger, message: describeException(failure) }];
  }
  const job = org.jobs.all().find((each) => each.dueAt <= instant);
  if (job === undefined) {
    return null;
  }
  const message = org.jobs.runOne(job, program);
  return message === null ? [] : [{ id: job.id, className: job.className, message }];
}

/** Does what was scheduled under a name once: runScheduledJob(program, org, 'Nightly'). Jobs that this hands over wait. */
export function runScheduledJob(program: Program, org: InMemoryOrg, name: string): JobsRun {
  const found = org.jobs.schedules.named(name);
  if (found === null) {
    throw new Error(`No job is scheduled under the name ${name}.`);
  }
  return { count: 1, failed: fire(program, org, found) };
}

function fire(program: Program, org: InMemoryOrg, scheduled: ScheduledJob): FailedJob[] {
  const failure = org.jobs.schedules.fire(scheduled, new JobTransactions(program, org, null));
  const { id, className } = scheduled.job;
  return failure === null ? [] : [{ id, className, message: describeException(failure) }];
}

/**
 * Moves the org's clock on to an instant, in UTC epoch milliseconds. What is due until then runs in its order and at its time:
 * delayed jobs, schedules, and all that these hand over: advanceTo(program, org, Date.UTC(2026, 10, 22)).
 */
export function advanceTo(program: Program, org: InMemoryOrg, instant: number): JobsRun {
  let count = 0;
  const failed: FailedJob[] = [];
  const note = (run: JobsRun) => {
    count += run.count;
    failed.push(...run.failed);
  };
  note(runJobsDue(program, org, org.clock.now()));
  for (let at = nextDueAt(org); at <= instant; at = nextDueAt(org)) {
    org.clock.advanceTo(at);
    const next = org.jobs.schedules.next();
    if (next !== null && next.firesAt <= at) {
      note({ count: 1, failed: fire(program, org, next.scheduled) });
    }
    note(runJobsDue(program, org, at));
  }
  org.clock.advanceTo(instant);
  return { count, failed };
}

/** When the next delayed job or schedule is due; Infinity where there is none. */
export function nextDueAt(org: InMemoryOrg): number {
  const [job] = org.jobs.all();
  return Math.min(job?.dueAt ?? Infinity, org.jobs.schedules.next()?.firesAt ?? Infinity);
}
