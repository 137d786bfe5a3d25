import type { RunningJob } from '../../apex/library/system/running-job.ts';

/**
 * Where a transaction can be interrupted: before a query, a change, a publication, a hand-over of a job, its commit; and
 * between transactions, before a job and before a finalizer.
 */
export type StepKind = 'SOQL' | 'DML' | 'publish' | 'enqueue' | 'commit' | 'job start' | 'finalizer';

/** A place in the run of a transaction. */
export interface Step {
  readonly kind: StepKind;
  /** The query's text, the object that is changed or published, the class of a job; '' for a commit. */
  readonly subject: string;
  /** Of the transaction; null between transactions. */
  readonly transactionId: string | null;
  /** From 1 in each transaction; 0 between transactions. */
  readonly number: number;
  /** How many transactions are open: 1 for one that runs amid no other. */
  readonly depth: number;
  /** The job that is running; null in transactions that are no job. */
  readonly job: RunningJob | null;
}

/** Is asked at each step; what it gives back runs amid the transaction, in transactions of its own. */
export type StepHook = (step: Step) => (() => void) | null;
