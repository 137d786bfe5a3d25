export type JobKind = 'Queueable' | 'Finalizer' | 'BatchApex' | 'ScheduledApex' | 'Future';

/** The job that a transaction runs. */
export interface RunningJob {
  readonly kind: JobKind;
  readonly id: string;
  /** Which part of a batch it is; null for other jobs. */
  readonly part: 'start' | 'execute' | 'finish' | null;
  /** The place of a queueable in its chain, from 1, and how many the chain may have. */
  readonly depth: number;
  readonly greatestDepth: number | null;
  /** Jobs of the chain that failed one after the other and were enqueued again by their finalizers. */
  readonly failures: number;
  /** Whether it may call out: Database.AllowsCallouts, @future(callout=true). */
  readonly mayCallOut: boolean;
  /** What System.attachFinalizer was given. */
  finalizer: object | null;
}

let current: RunningJob | null = null;

/** Runs an action as the transaction of a job, or of none: runAsJob(job, () => transaction.within(action)). */
export function runAsJob<T>(job: RunningJob | null, action: () => T): T {
  const earlier = current;
  current = job;
  try {
    return action();
  } finally {
    current = earlier;
  }
}

/** The job whose transaction is running; null in transactions that are no job. */
export function runningJob(): RunningJob | null {
  return current;
}

const ofAllJobs = { HeapSize: 12_000_000, QueueableJobs: 1 };
const otherLimits: Readonly<Record<JobKind, Readonly<Record<string, number>>>> = {
  Queueable: { ...ofAllJobs, CpuTime: 60_000, Queries: 200 },
  Finalizer: ofAllJobs,
  // A batch may begin with so many rows.
  BatchApex: { ...ofAllJobs, CpuTime: 60_000, Queries: 200, FutureCalls: 0, QueryLocatorRows: 50_000_000 },
  ScheduledApex: {},
  Future: { ...ofAllJobs, CpuTime: 60_000, Queries: 200, FutureCalls: 0 },
};

/** A limit of this transaction by the name behind `getLimit`, where `usual` is that of synchronous ones: limitOf('QueueableJobs', 50). */
export function limitOf(name: string, usual: number): number {
  const job = runningJob();
  return job === null ? usual : (otherLimits[job.kind][name] ?? usual);
}
