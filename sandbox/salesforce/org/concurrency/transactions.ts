import { runningJob } from '../../apex/library/system/running-job.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import type { Savepoint } from '../records/undo-log.ts';
import { KillPlans, type KillPlan } from './kill-plans.ts';
import { runAmid } from './run-amid.ts';
import type { StepHook, StepKind } from './step.ts';
import { Waits } from './waits.ts';

/** What happens to a transaction that runs amid another and asks for a row that this has locked. */
export type LockConflict = 'time out' | 'wait';

/** A transaction that has begun and not ended. */
interface OpenTransaction {
  readonly id: string;
  readonly start: Savepoint;
  steps: number;
  /** Whether it stands still while another runs amid it. */
  isAside: boolean;
  /** What waits for its locks. */
  readonly waiting: (() => void)[];
  /** Rows that those who wait had locked themselves: to ask for one is a dead-lock. */
  readonly deadLocks: Set<string>;
}

/**
 * The transactions of an org. Apex runs without a pause here, so transactions that run at the same time are one within the
 * other: at a step of the outer one what it did is taken back, the inner one runs to its end, and the outer's work is done once more.
 */
export class Transactions {
  private readonly org: InMemoryOrg;
  private readonly open: OpenTransaction[] = [];
  private readonly kills = new KillPlans();
  private hook: StepHook | null = null;
  private conflict: LockConflict = 'time out';
  private count = 0;

  constructor(org: InMemoryOrg) {
    this.org = org;
  }

  /** Null between transactions, be it amid another. */
  private get running(): OpenTransaction | null {
    const last = this.open.at(-1);
    return last === undefined || last.isAside ? null : last;
  }

  /** Asks `hook` at each step from now on; null to ask no more. */
  interleave(hook: StepHook | null, conflict: LockConflict): void {
    this.hook = hook;
    this.conflict = conflict;
  }

  killAt(plan: KillPlan): void {
    this.kills.add(plan);
  }

  /** Takes back the kills that have not happened. */
  spare(): void {
    this.kills.clear();
  }

  /** Runs an action as a transaction. Within one that is not interrupted it is a part of that, undone by itself where it throws. */
  run<T>(action: () => T): T {
    return this.runWith(action, () => this.step('commit', ''));
  }

  /** As `run`, for what the platform itself notes: no step of it is told to anybody. */
  runUnseen(action: () => void): void {
    this.runWith(action, () => undefined);
  }

  private runWith<T>(action: () => T, beforeCommit: () => void): T {
    const { store, locks } = this.org;
    const outer = this.open.at(-1);
    const start = store.savepoint();
    if (this.running !== null) {
      return this.undoFailure(start, action);
    }
    this.count += 1;
    const id = `transaction ${String(this.count)}`;
    const own: OpenTransaction = { id, start, steps: 0, isAside: false, waiting: [], deadLocks: new Set() };
    this.open.push(own);
    try {
      const result = this.undoFailure(start, () => {
        const done = action();
        beforeCommit();
        return done;
      });
      store.commit();
      return result;
    } catch (thrown) {
      if (thrown instanceof Waits) {
        locks.heldBy(own.id).forEach((row) => outer?.deadLocks.add(row));
      }
      throw thrown;
    } finally {
      this.open.pop();
      locks.release(own.id);
      this.runWaiting(own);
    }
  }

  /** Tells of a step that is about to be taken: a kill that was planned happens now, and others may run first. */
  step(kind: StepKind, subject: string): void {
    if (this.hook === null && this.kills.isEmpty) {
      return;
    }
    const own = this.running;
    if (own !== null) {
      own.steps += 1;
    }
    const step = {
      kind,
      subject,
      transactionId: own?.id ?? null,
      number: own?.steps ?? 0,
      depth: this.open.length,
      job: runningJob(),
    };
    this.kills.check(step);
    const action = this.hook?.(step) ?? null;
    if (action === null) {
      return;
    }
    if (own === null) {
      action();
    } else {
      this.interrupt(own, action);
    }
  }

  /** Whether nobody else holds the row, which is then this transaction's. */
  lock(id: string): boolean {
    const own = this.running;
    if (own === null) {
      // Outside of transactions nothing ends that would release it, so nothing is taken.
      return this.org.locks.holderOf(id) === null;
    }
    if (own.deadLocks.has(id)) {
      return false;
    }
    const { locks, changes } = this.org;
    const isGranted = locks.request([id], own.id, changes.environment.now()).kind === 'granted';
    if (!isGranted) {
      this.waitPerhaps(id);
    }
    return isGranted;
  }

  /** Whether another transaction that has not ended holds the row. */
  isHeldByOther(id: string): boolean {
    const holder = this.org.locks.holderOf(id);
    return holder !== null && holder !== this.running?.id;
  }

  get areNested(): boolean {
    return this.open.length > 1;
  }

  /** Ends the running transaction where those that meet a lock wait for it. A batch, which is many transactions, does not. */
  waitPerhaps(id: string): void {
    if (this.areNested && this.conflict === 'wait' && runningJob()?.kind !== 'BatchApex') {
      throw new Waits(id);
    }
  }

  private interrupt(own: OpenTransaction, action: () => void): void {
    own.isAside = true;
    try {
      runAmid(this.org, own.start, action);
    } catch (thrown) {
      if (!(thrown instanceof Waits)) {
        throw thrown;
      }
      own.waiting.push(action);
    } finally {
      own.isAside = false;
    }
  }

  private runWaiting(ended: OpenTransaction): void {
    const outer = this.open.at(-1);
    for (const action of ended.waiting) {
      if (outer === undefined) {
        action();
      } else {
        // It may be the outer one that it really waits for.
        outer.waiting.push(action);
      }
    }
  }

  private undoFailure<T>(start: Savepoint, action: () => T): T {
    try {
      return action();
    } catch (thrown) {
      this.org.store.rollback(start);
      throw thrown;
    }
  }
}
