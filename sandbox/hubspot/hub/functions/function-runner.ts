import type { Worker } from 'node:worker_threads';
import type { PendingWork } from '../http/pending-work.ts';
import { ExecutionBudget } from './execution-budget.ts';
import type { FunctionOutcome, FunctionRun } from './function-run.ts';
import { runInThread, startThread, type ThreadResult } from './run-in-thread.ts';
import type { ThreadJob } from './thread-messages.ts';

/** How code is executed: as HubSpot documents it, unless a test wants it otherwise. */
export type FunctionOptions = {
  /** How long each kind of code may take. */
  readonly timeoutMillis: Readonly<Record<ThreadJob['kind'], number>>;
  readonly memoryMegabytes: number;
  /** For all code of an account together. */
  readonly executionSecondsPerMinute: number;
  /** Of what it writes to the console, so much is kept. */
  readonly logBytes: number;
  /** Whether modules stay loaded from one call of the same code to the next, as they may or may not with HubSpot. */
  readonly isKeptWarm: boolean;
};

export const usualFunctionOptions: FunctionOptions = {
  timeoutMillis: { function: 10_000, workflowCode: 20_000 },
  memoryMegabytes: 128,
  executionSecondsPerMinute: 600,
  logBytes: 4096,
  isKeptWarm: false,
};

/** Code to execute for an account. */
export type Execution = {
  readonly job: Omit<ThreadJob, 'timeoutMillis'>;
  readonly appId: number | null;
  readonly calledBy: FunctionRun['calledBy'];
  readonly environment: Readonly<Record<string, string>>;
};

const runsKept = 5000;
/** HubSpot executes as much as is asked for; this machine has fewer processors. */
const mostAtOnce = 16;
const mostBytes = 6 * 1024 * 1024;

/** Executes the code of apps and workflows, each call in a thread with its own memory and environment. */
export class FunctionRunner {
  options: FunctionOptions = usualFunctionOptions;
  /** The last executions, the oldest first. */
  readonly runs: FunctionRun[] = [];
  private readonly now: () => number;
  private readonly pending: PendingWork;
  private readonly budget = new ExecutionBudget();
  private readonly threads = new Set<Worker>();
  private readonly warm = new Map<string, Worker>();
  private queue: (() => void)[] = [];
  private underWay = 0;

  constructor(now: () => number, pending: PendingWork) {
    this.now = now;
    this.pending = pending;
  }

  /** Changes what is named and leaves the rest as it is. */
  set(options: Partial<FunctionOptions>): void {
    this.options = { ...this.options, ...options };
    if (this.options.isKeptWarm) return;
    for (const thread of this.warm.values()) void thread.terminate();
    this.warm.clear();
  }

  async execute(execution: Execution): Promise<FunctionOutcome> {
    const { job } = execution;
    const at = this.now();
    if (this.budget.spentBy(job.portalId, at) >= this.options.executionSecondsPerMinute * 1000) {
      this.note(execution, at, { state: 'limited' }, 0, '');
      return { state: 'limited' };
    }
    if (sizeOf(job) > mostBytes) {
      const exception = 'The request is larger than 6 MB';
      return this.note(execution, at, { state: 'failed', reason: 'TOO_LARGE', exception, status: null }, 0, '');
    }
    this.pending.begin();
    await this.enter();
    try {
      const { outcome, tookMillis, log } = await this.runOnce(execution);
      this.budget.spend(job.portalId, this.now(), tookMillis);
      return this.note(execution, at, outcomeOf(outcome), tookMillis, log);
    } finally {
      this.leave();
      this.pending.end();
    }
  }

  /** Ends every thread. */
  async close(): Promise<void> {
    this.warm.clear();
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
  }

  private async runOnce({ job, environment }: Execution): Promise<ThreadResult> {
    const key = `${job.portalId} ${job.codeFile}`;
    const warm = this.warm.get(key);
    this.warm.delete(key);
    const { memoryMegabytes, timeoutMillis } = this.options;
    const thread = warm ?? startThread({ environment, memoryMegabytes });
    this.threads.add(thread);
    const result = await runInThread(thread, { ...job, timeoutMillis: timeoutMillis[job.kind] });
    const isKept = result.isAlive && this.options.isKeptWarm && !this.warm.has(key);
    if (isKept) this.warm.set(key, thread);
    else {
      this.threads.delete(thread);
      await thread.terminate();
    }
    return result;
  }

  private note(
    { job, appId, calledBy }: Execution,
    at: number,
    outcome: FunctionOutcome,
    tookMillis: number,
    log: string,
  ): FunctionOutcome {
    const { portalId, name } = job;
    const exception = outcome.state === 'failed' ? outcome.exception : null;
    const kept = Buffer.from(log).subarray(0, this.options.logBytes).toString('utf8');
    this.runs.push({ at, portalId, appId, name, calledBy, state: outcome.state, exception, tookMillis, log: kept });
    if (this.runs.length > runsKept) this.runs.shift();
    return outcome;
  }

  private async enter(): Promise<void> {
    if (this.underWay < mostAtOnce) this.underWay += 1;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  private leave(): void {
    const next = this.queue.shift();
    // The place is handed on, so that nobody who comes in between takes it.
    if (next === undefined) this.underWay -= 1;
    else next();
  }
}

function outcomeOf(outcome: ThreadResult['outcome']): FunctionOutcome {
  if (outcome.kind === 'failed') {
    const { reason, exception, status } = outcome;
    return { state: 'failed', reason, exception, status };
  }
  if (sizeOf(outcome.value) <= mostBytes) return { state: 'returned', value: outcome.value };
  return { state: 'failed', reason: 'TOO_LARGE', exception: 'The response is larger than 6 MB', status: null };
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}
