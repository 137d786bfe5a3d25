import { describeException } from '../../apex/library/exception/exceptions.ts';
import { raise } from '../../apex/library/raise.ts';
import type { AsynchronousJobs, QueueableRequest } from '../../apex/library/system/asynchronous-jobs.ts';
import { executeSchedulable } from '../../apex/library/system/asked-interfaces.ts';
import { runningJob } from '../../apex/library/system/running-job.ts';
import { transactionState } from '../../apex/library/system/transaction-state.ts';
import { currentUser } from '../../apex/library/system/users-run-as.ts';
import type { ApexException, ApexObject } from '../../apex/run/apex-object.ts';
import { execution } from '../../apex/run/execution.ts';
import type { Program } from '../../apex/run/program.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import { copyObject } from './copy-object.ts';
import { callMethod, plainJob, type WaitingJob } from './job.ts';
import { ApexSchedulableContext } from './job-contexts.ts';
import { JobRecords } from './job-records.ts';
import { JobTransactions } from './job-transactions.ts';
import { runBatch } from './run-batch.ts';
import { runQueueable, type Chain } from './run-queueable.ts';

/** A job that ended with an exception that nobody caught. */
export interface FailedJob {
  readonly id: string;
  readonly className: string;
  /** "System.DmlException: Insert failed. …" */
  readonly message: string;
}

export interface JobsRun {
  readonly count: number;
  readonly failed: readonly FailedJob[];
}

interface ScheduledJob {
  readonly triggerId: string;
  readonly job: WaitingJob;
}

const mostJobsOfARun = 1000;

/**
 * The asynchronous jobs of an org. A job is kept here, its record among the org's: where the record has vanished with the
 * transaction that handed the job over, the job has too.
 */
export class JobQueue implements AsynchronousJobs {
  private readonly org: InMemoryOrg;
  private readonly records: JobRecords;
  private waiting: WaitingJob[] = [];
  private scheduled: ScheduledJob[] = [];
  private program: Program | null = null;

  constructor(org: InMemoryOrg) {
    this.org = org;
    this.records = new JobRecords(org);
  }

  /** From now on jobs of tests run with this program. */
  useProgram(program: Program): void {
    this.program = program;
  }

  enqueue({ queueable, delayInMinutes, greatestDepth }: QueueableRequest): string {
    const job = runningJob();
    const chain: Chain = {
      depth: job?.kind === 'Queueable' ? job.depth + 1 : 1,
      greatestDepth: job?.kind === 'Queueable' ? (job.greatestDepth ?? greatestDepth) : greatestDepth,
      failures: job?.kind === 'Finalizer' ? job.failures : 0,
    };
    const copy = copyObject(queueable);
    return this.add('Queueable', queueable, delayInMinutes, function run(transactions, records) {
      return runQueueable(copy, chain, this, transactions, records);
    }).id;
  }

  startBatch(batch: object, scopeSize: number): string {
    const copy = copyObject(batch);
    return this.add('BatchApex', batch, 0, function run(transactions, records) {
      return runBatch(copy, scopeSize, this, transactions, records);
    }).id;
  }

  schedule(name: string, cronExpression: string, schedulable: object): string {
    const triggerId = this.records.addTrigger(name, cronExpression);
    if (triggerId === null) {
      return raise('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
    }
    const copy = copyObject(schedulable);
    const job = this.make('ScheduledApex', schedulable, 0, function run(transactions) {
      return transactions.attempt(plainJob('ScheduledApex', this.id), this.user, () => {
        callMethod(copyObject(copy), executeSchedulable, new ApexSchedulableContext(triggerId));
      });
    });
    this.scheduled.push({ triggerId, job });
    return triggerId;
  }

  abort(id: string): boolean {
    const trigger = this.scheduled.find((each) => each.triggerId === id);
    const record = this.records.find(id);
    if (record === null) {
      return false;
    }
    if (trigger !== undefined) {
      this.records.remove(record);
      this.records.end(trigger.job.id, 'Aborted');
      return true;
    }
    const isWaiting = this.waiting.some((each) => each.id === id) && this.isQueued(id);
    if (isWaiting) {
      this.records.end(id, 'Aborted');
    }
    return isWaiting;
  }

  runCollected(): void {
    const test = execution();
    const transactions = new JobTransactions(this.demandProgram(), this.org, test);
    const failures: ApexException[] = [];
    const keep = (failure: ApexException | null) => {
      if (failure !== null) {
        failures.push(failure);
      }
    };
    for (const each of this.scheduled.filter(({ job }) => job.isCollected)) {
      keep(this.fire(each, transactions));
    }
    this.runAll(
      transactions,
      (each) => each.isCollected,
      (_, failure) => keep(failure),
    );
    const [first] = failures;
    if (first !== undefined) {
      // An exception of Apex is no Error of JavaScript: Apex code sees the object itself.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw first;
    }
  }

  /** Runs waiting jobs, those that these hand over included, until none is left. */
  runWaiting(program: Program): JobsRun {
    const failed: FailedJob[] = [];
    const transactions = new JobTransactions(program, this.org, null);
    const count = this.runAll(
      transactions,
      () => true,
      ({ id, className }, failure) => {
        if (failure !== null) {
          failed.push({ id, className, message: describeException(failure) });
        }
      },
    );
    return { count, failed };
  }

  /** Does what is due once under this name, as the platform does at the time of its cron expression. */
  runScheduled(program: Program, name: string): JobsRun {
    const trigger = this.records.triggerNamed(name);
    const found = this.scheduled.find((each) => each.triggerId === trigger?.id);
    if (found === undefined) {
      throw new Error(`No job is scheduled under the name ${name}.`);
    }
    const failure = this.fire(found, new JobTransactions(program, this.org, null));
    const { id, className } = found.job;
    return { count: 1, failed: failure === null ? [] : [{ id, className, message: describeException(failure) }] };
  }

  /** Null also where the trigger has vanished. */
  private fire({ triggerId, job }: ScheduledJob, transactions: JobTransactions): ApexException | null {
    const times = this.records.find(triggerId)?.fields.get('timestriggered');
    if (typeof times !== 'number') {
      return null;
    }
    transactions.note(() => this.records.change(triggerId, { TimesTriggered: times + 1 }));
    return job.run(transactions, this.records);
  }

  private runAll(
    transactions: JobTransactions,
    isMeant: (job: WaitingJob) => boolean,
    report: (job: WaitingJob, failure: ApexException | null) => void,
  ): number {
    let count = 0;
    for (let job = this.takeNext(isMeant); job !== null; job = this.takeNext(isMeant)) {
      count += 1;
      if (count > mostJobsOfARun) {
        throw new Error(`More than ${String(mostJobsOfARun)} jobs ran and there are still more: ${job.className}.`);
      }
      report(job, job.run(transactions, this.records));
    }
    return count;
  }

  /** The job that is due first; of several, the one that was handed over first. */
  private takeNext(isMeant: (job: WaitingJob) => boolean): WaitingJob | null {
    this.waiting = this.waiting.filter((each) => this.records.find(each.id) !== null);
    // Others were aborted, which may yet be taken back.
    const [next] = this.waiting
      .filter((each) => isMeant(each) && this.isQueued(each.id))
      .sort((one, other) => one.dueAt - other.dueAt);
    this.waiting = this.waiting.filter((each) => each !== next);
    return next ?? null;
  }

  private isQueued(id: string): boolean {
    return this.records.statusOf(id) === 'Queued';
  }

  private add(...given: Parameters<JobQueue['make']>): WaitingJob {
    const job = this.make(...given);
    this.waiting.push(job);
    return job;
  }

  private make(jobType: string, object: object, delayInMinutes: number, run: WaitingJob['run']): WaitingJob {
    // Inner classes have no ApexClass of their own.
    const [className = ''] = (object as ApexObject).$type.name.split('.');
    return {
      id: this.records.addJob(jobType, className),
      className,
      user: currentUser(),
      dueAt: execution().now() + delayInMinutes * 60_000,
      isCollected: transactionState().test === 'started',
      run,
    };
  }

  private demandProgram(): Program {
    if (this.program === null) {
      throw new Error('The org was given no program whose jobs it can run.');
    }
    return this.program;
  }
}

/**
 * Runs the jobs that committed transactions handed over, in order, until none is left:
 * runJobs(program, org).failed[0]?.message → "System.MathException: Divide by 0".
 */
export function runJobs(program: Program, org: InMemoryOrg): JobsRun {
  return org.jobs.runWaiting(program);
}

/** Does what was scheduled under a name once: runScheduledJob(program, org, 'Nightly'). Jobs that this hands over wait. */
export function runScheduledJob(program: Program, org: InMemoryOrg, name: string): JobsRun {
  return org.jobs.runScheduled(program, name);
}
