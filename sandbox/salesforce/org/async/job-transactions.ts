import { makeException } from '../../apex/library/exception/exceptions.ts';
import type { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { runAsJob, type RunningJob } from '../../apex/library/system/running-job.ts';
import { runAsRequest, type RequestKind } from '../../apex/library/system/running-request.ts';
import { transactionState } from '../../apex/library/system/transaction-state.ts';
import { enterUser, leaveUser } from '../../apex/library/system/users-run-as.ts';
import { ApexException, type ApexObject } from '../../apex/run/apex-object.ts';
import { runWithin, type Execution } from '../../apex/run/execution.ts';
import type { Program } from '../../apex/run/program.ts';
import { typeOf } from '../../apex/types/apex-type.ts';
import { Killed } from '../concurrency/kill-plans.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import { keepStaticState } from './keep-static-state.ts';

/** The transactions that jobs run in: each with static fields and limits of its own, each kept or undone by itself. */
export class JobTransactions {
  readonly program: Program;
  readonly org: InMemoryOrg;
  /** The test whose jobs run amid it, at Test.stopTest; null where they run on their own. */
  private readonly test: Execution | null;

  constructor(program: Program, org: InMemoryOrg, test: Execution | null) {
    this.program = program;
    this.org = org;
    this.test = test;
  }

  get isInTest(): boolean {
    return this.test !== null;
  }

  allowsCallouts(object: object): boolean {
    return this.program.world.isSubtype((object as ApexObject).$type, typeOf('Database.AllowsCallouts'));
  }

  /** What the job's action ended with, its changes undone; null where it ended well. */
  attempt(job: RunningJob | null, user: ApexSObject | null, action: () => void, kind: RequestKind | null = null) {
    try {
      this.transact(() => this.run(job, kind, user, action));
      return null;
    } catch (thrown) {
      if (thrown instanceof ApexException) {
        return thrown;
      }
      if (thrown instanceof Killed) {
        return noteKill(thrown, job);
      }
      throw thrown;
    }
  }

  /** Keeps what the platform itself notes about a job, whatever becomes of it. */
  note(action: () => void): void {
    if (this.test === null) {
      this.org.transactions.runUnseen(action);
    } else {
      action();
    }
  }

  /** Whether a kill was planned for what comes next, which then does not come. */
  isKilledBefore(kind: 'finalizer' | 'job start', className: string): boolean {
    try {
      this.org.transactions.step(kind, className);
      return false;
    } catch (thrown) {
      if (thrown instanceof Killed) {
        return true;
      }
      throw thrown;
    }
  }

  private transact(action: () => void): void {
    if (this.test === null) {
      this.org.transact(action);
    } else {
      keepStaticState(this.program, () => this.undoFailure(action));
    }
  }

  private run(job: RunningJob | null, kind: RequestKind | null, user: ApexSObject | null, action: () => void): void {
    const { environment } = this.org.changes;
    const transaction = this.program.begin({
      // Within Apex the org's clock is the transaction's, so it is asked before.
      now: environment.now(),
      timeZone: environment.timeZone(),
      isTest: this.isInTest,
    });
    runAsRequest(null, () =>
      runAsRequest(kind, () =>
        runAsJob(job, () =>
          transaction.within(() => {
            this.joinTest();
            runAsUser(user, action);
          }),
        ),
      ),
    );
  }

  /** Mocks of a test hold for its jobs, and what these hand over belongs to the test too. */
  private joinTest(): void {
    if (this.test === null) {
      return;
    }
    const { mocks } = runWithin(this.test, transactionState);
    const state = transactionState();
    state.test = 'started';
    mocks.forEach((mock, name) => state.mocks.set(name, mock));
  }

  private undoFailure(action: () => void): void {
    const { store } = this.org;
    const start = store.savepoint();
    try {
      action();
    } catch (thrown) {
      store.rollback(start);
      throw thrown;
    }
  }
}

/** What a finalizer, where it still runs, hears of a transaction that was killed. */
function noteKill({ message, losesFinalizer }: Killed, job: RunningJob | null): ApexException {
  if (job !== null && losesFinalizer) {
    job.finalizer = null;
  }
  return makeException('System.UnexpectedException', message);
}

function runAsUser(user: ApexSObject | null, action: () => void): void {
  if (user === null) {
    action();
    return;
  }
  enterUser(user);
  try {
    action();
  } finally {
    leaveUser();
  }
}
