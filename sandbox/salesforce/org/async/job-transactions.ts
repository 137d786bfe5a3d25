import type { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { runAsJob, type RunningJob } from '../../apex/library/system/running-job.ts';
import { transactionState } from '../../apex/library/system/transaction-state.ts';
import { enterUser, leaveUser } from '../../apex/library/system/users-run-as.ts';
import { ApexException } from '../../apex/run/apex-object.ts';
import { runWithin, type Execution } from '../../apex/run/execution.ts';
import type { Program } from '../../apex/run/program.ts';
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

  /** What the job's action ended with, its changes undone; null where it ended well. */
  attempt(job: RunningJob, user: ApexSObject | null, action: () => void): ApexException | null {
    const { test, org, program } = this;
    try {
      if (test === null) {
        org.transact(() => this.run(job, user, action));
      } else {
        keepStaticState(program, () => this.undoFailure(() => this.run(job, user, action)));
      }
      return null;
    } catch (thrown) {
      if (thrown instanceof ApexException) {
        return thrown;
      }
      throw thrown;
    }
  }

  /** Keeps what the platform itself notes about a job, whatever becomes of it. */
  note(action: () => void): void {
    if (this.test === null) {
      this.org.transact(action);
    } else {
      action();
    }
  }

  private run(job: RunningJob, user: ApexSObject | null, action: () => void): void {
    const { environment } = this.org.changes;
    const transaction = this.program.begin({
      // Within Apex the org's clock is the transaction's, so it is asked before.
      now: environment.now(),
      timeZone: environment.timeZone(),
      isTest: this.isInTest,
    });
    runAsJob(job, () =>
      transaction.within(() => {
        this.joinTest();
        runAsUser(user, action);
      }),
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
