import { describeException } from '../../apex/library/exception/exceptions.ts';
import type { AsynchronousJobs, QueueableRequest } from '../../apex/library/system/asynchronous-jobs.ts';
import { executeSchedulable } from '../../apex/library/system/asked-interfaces.ts';
import type { FutureMethod } from '../../apex/library/system/future-calls.ts';
import { runningJob } from '../../apex/library/system/running-job.ts';
import { transactionState } from '../../apex/library/system/transaction-state.ts';
import { currentUser } from '../../apex/library/system/users-run-as.ts';
import type { ApexException, ApexObject } from '../../apex/run/apex-object.ts';
import { execution } from '../../apex/run/execution.ts';
import type { Program } from '../../apex/run/program.ts';
import { Waits } from '../concurrency/waits.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import { copyObject } from './copy-object.ts';
import { callMethod, plainJob, type WaitingJob } from './job.ts';
import { ApexSchedulableContext } from './job-contexts.ts';
import { JobRecords } from './job-records.ts';
import { JobTransactions } from './job-transactions.ts';
import { runBatch } from './run-batch.ts';
import { runFuture } from './run-future.ts';
import { runQueueable, type Chain } from './run-queueable.ts';
import { Schedules } from './schedules.ts';

interface NewJob {
  readonly jobType: string;
  readonly className: string;
  readonly methodName: string | null;
  readonly delayInMinutes?: number;
  readonly signature?: string | null;
  readonly run: WaitingJob['run'];
}

/**
 * The asynchronous jobs of an org. A job is kept here, its record among the org's, and both come and go with the transaction
 * that handed it over.
 */
export class JobQueue implements AsynchronousJobs {
  readonly schedules: Schedules;
  private readonly org: InMemoryOrg;
  private readonly records: JobRecords;
  private waiting: WaitingJob[] = [];
  private readonly running = new Set<WaitingJob>();
  private program: Program | null = null;

  constructor(org: InMemoryOrg) {
    this.org = org;
    this.records = new JobRecords(org);
    this.schedules = new Schedules(org, this.records);
  }

  /** From now on jobs of tests run with this program. */
  useProgram(program: Program): void {
    this.program = program;
  }

  enqueue({ queueable, delayInMinutes, greatestDepth, signature }: QueueableRequest): string | null {
    if (signature !== null && this.isKnown(signature)) {
      return null;
    }
    const job = runningJob();
    const chain: Chain = {
      depth: job?.kind === 'Queueable' ? job.depth + 1 : 1,
      greatestDepth: job?.kind === 'Queueable' ? (job.greatestDepth ?? greatestDepth) : greatestDepth,
      failures: job?.kind === 'Finalizer' ? job.failures : 0,
    };
    const copy = copyObject(queueable);
    return this.add({
      jobType: 'Queueable',
      className: classOf(queueable),
      methodName: 'execute',
      delayInMinutes,
      signature,
      run(transactions, records) {
        return runQueueable(copy, chain, this, transactions, records);
      },
    });
  }

  startBatch(batch: object, scopeSize: number): string {
    const copy = copyObject(batch);
    return this.add({
      jobType: 'BatchApex',
      className: classOf(batch),
      methodName: null,
      run(transactions, records) {
        return runBatch(copy, scopeSize, this, transactions, records);
      },
    });
  }

  callLater(method: FutureMethod, args: readonly unknown[]): string {
    const { className, methodName } = method;
    return this.add({
      jobType: 'Future',
      className: outerOf(className),
      methodName,
      run(transactions, records) {
        return runFuture(method, args, this, transactions, records);
      },
    });
  }

  schedule(name: string, cronExpression: string, schedulable: object): string {
    this.org.transactions.step('enqueue', classOf(schedulable));
    const copy = copyObject(schedulable);
    return this.schedules.add(name, cronExpression, (triggerId) =>
      this.make({
        jobType: 'ScheduledApex',
        className: classOf(schedulable),
        methodName: null,
        run(transactions) {
          return transactions.attempt(plainJob('ScheduledApex', this.id), this.user, () => {
            callMethod(copyObject(copy), executeSchedulable, new ApexSchedulableContext(triggerId));
          });
        },
      }),
    );
  }

  abort(id: string): boolean {
    const scheduled = this.schedules.find(id);
    const record = this.records.find(id);
    if (record === null) {
      return false;
    }
    if (scheduled !== null) {
      this.records.remove(record);
      this.records.end(scheduled.job.id, 'Aborted');
      return true;
    }
    const isWaiting = this.waiting.some((each) => each.id === id) && this.isQueued(id);
    if (isWaiting) {
      this.records.end(id, 'Aborted');
    }
    return isWaiting;
  }

  runCollected(): void {
    const transactions = new JobTransactions(this.demandProgram(), this.org, execution());
    const failures: ApexException[] = [];
    const keep = (failure: ApexException | null) => {
      if (failure !== null) {
        failures.push(failure);
      }
    };
    for (const each of this.schedules.all().filter(({ job }) => job.isCollected)) {
      keep(this.schedules.fire(each, transactions));
    }
    for (let job = this.next((each) => each.isCollected); job !== null; job = this.next((each) => each.isCollected)) {
      keep(this.runJob(job, transactions));
    }
    const [first] = failures;
    if (first !== undefined) {
      // An exception of Apex is no Error of JavaScript: Apex code sees the object itself.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw first;
    }
  }

  /** The jobs that could run, in the order in which they are due; of several at a time, as they were handed over. */
  all(): readonly WaitingJob[] {
    this.waiting = this.waiting.filter((each) => this.records.find(each.id) !== null);
    // Others were aborted, which may yet be taken back.
    return this.waiting.filter((each) => this.isQueued(each.id)).sort((one, other) => one.dueAt - other.dueAt);
  }

  /** The message of what a job ended with; null where it ended well. It waits no more, unless it has to for a lock. */
  runOne(job: WaitingJob, program: Program): string | null {
    if (!this.all().includes(job)) {
      return null;
    }
    const failure = this.runJob(job, new JobTransactions(program, this.org, null));
    return failure === null ? null : describeException(failure);
  }

  private runJob(job: WaitingJob, transactions: JobTransactions): ApexException | null {
    this.waiting = this.waiting.filter((each) => each !== job);
    if (transactions.isKilledBefore('job start', job.className)) {
      return null;
    }
    this.running.add(job);
    try {
      return job.run(transactions, this.records);
    } catch (thrown) {
      if (thrown instanceof Waits) {
        transactions.note(() => this.records.change(job.id, { Status: 'Queued' }));
        this.waiting.push(job);
      }
      throw thrown;
    } finally {
      this.running.delete(job);
    }
  }

  private next(isMeant: (job: WaitingJob) => boolean): WaitingJob | null {
    return this.all().find(isMeant) ?? null;
  }

  private isQueued(id: string): boolean {
    return this.records.statusOf(id) === 'Queued';
  }

  private isKnown(signature: string): boolean {
    return [...this.all(), ...this.running].some((each) => each.signature === signature);
  }

  /** The id of the new job. */
  private add(given: NewJob): string {
    this.org.transactions.step('enqueue', given.className);
    const job = this.make(given);
    this.org.store.perform(() => {
      this.waiting.push(job);
      return () => {
        this.waiting = this.waiting.filter((each) => each !== job);
      };
    });
    return job.id;
  }

  private make({ jobType, className, methodName, delayInMinutes = 0, signature = null, run }: NewJob): WaitingJob {
    return {
      id: this.records.addJob(jobType, className, methodName),
      className,
      user: currentUser(),
      dueAt: execution().now() + delayInMinutes * 60_000,
      isCollected: transactionState().test === 'started',
      signature,
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

function classOf(object: object): string {
  return outerOf((object as ApexObject).$type.name);
}

/** Inner classes have no ApexClass of their own. */
function outerOf(name: string): string {
  return name.split('.')[0] ?? name;
}
