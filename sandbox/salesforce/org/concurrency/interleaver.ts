import { nextDueAt, runNext } from '../async/run-jobs.ts';
import type { Program } from '../../apex/run/program.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import type { LockConflict } from './transactions.ts';
import type { Step } from './step.ts';

export interface InterleaverOptions {
  /** The same seed makes the same choices. */
  readonly seed: number;
  readonly org: InMemoryOrg;
  readonly program: Program;
  /** Transactions that are waiting to be run beside the org's jobs, each a call of org.transact. */
  readonly transactions?: readonly { readonly name: string; readonly run: () => void }[];
  /** How often, of a hundred steps, something runs amid a transaction. */
  readonly chancePercent?: number;
  /** So many transactions are open at a time at most. */
  readonly deepest?: number;
  readonly conflict?: LockConflict;
}

/**
 * Runs what is waiting in an org in an order that a seed decides, one within the other:
 * new Interleaver({ seed: 7, org, program, transactions }).run().trace → ["one", "1 DML Lead: job Promote", "two"].
 */
export class Interleaver {
  /** What ran, and amid which step: the same for the same seed. */
  readonly trace: string[] = [];
  private readonly options: InterleaverOptions;
  private readonly left: { readonly name: string; readonly run: () => void }[];
  private state: number;

  constructor(options: InterleaverOptions) {
    this.options = options;
    this.left = [...(options.transactions ?? [])];
    this.state = options.seed >>> 0;
  }

  /** Runs everything until nothing waits any more. Jobs that are not due yet wait on. */
  run(): this {
    const { org, conflict = 'time out' } = this.options;
    org.interleave((step) => this.choose(step), conflict);
    try {
      for (let next = this.pick(''); next !== null; next = this.pick('')) {
        next();
      }
    } finally {
      org.interleave(null);
    }
    return this;
  }

  private choose(step: Step): (() => void) | null {
    const { chancePercent = 25, deepest = 3 } = this.options;
    const isTime = this.below(100) < chancePercent;
    if (!isTime || step.transactionId === null || step.depth >= deepest) {
      return null;
    }
    const what = step.kind === 'SOQL' ? '' : ` ${step.subject}`;
    return this.pick(`${step.depth} ${step.kind}${what}: `);
  }

  /** One of the waiting transactions or the jobs that are due; null where nothing is. */
  private pick(where: string): (() => void) | null {
    const { org, program } = this.options;
    const now = org.clock.now();
    const hasJob = nextDueAt(org) <= now || org.events.hasWaiting;
    const chosen = this.below(this.left.length + (hasJob ? 1 : 0));
    const [transaction] = this.left.splice(chosen, 1);
    if (transaction !== undefined) {
      this.trace.push(where + transaction.name);
      return transaction.run;
    }
    if (!hasJob || org.jobs.all().every((each) => each.dueAt > now)) {
      return org.events.hasWaiting ? this.delivering(where) : null;
    }
    const due = org.jobs.all().filter((each) => each.dueAt <= now);
    const job = due[this.below(due.length)];
    if (job === undefined) {
      return null;
    }
    this.trace.push(`${where}job ${job.className}`);
    return () => void org.jobs.runOne(job, program);
  }

  private delivering(where: string): () => void {
    const { org, program } = this.options;
    this.trace.push(`${where}events`);
    return () => void runNext(program, org, -Infinity);
  }

  /** 0 ≤ x < most, from the seed (mulberry32); 0 for nothing to choose from. */
  private below(most: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return most === 0 ? 0 : Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * most);
  }
}
