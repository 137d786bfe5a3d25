import { ApexSObject, recordTypeOf } from '../../../apex/library/record/apex-sobject.ts';
import { describeException } from '../../../apex/library/exception/exceptions.ts';
import { stackTraceOf } from '../../../apex/library/exception/stack-trace.ts';
import { runAsRequest, type RequestKind } from '../../../apex/library/system/running-request.ts';
import { enterUser, leaveUser } from '../../../apex/library/system/users-run-as.ts';
import { ApexException } from '../../../apex/run/apex-object.ts';
import type { Program, Transaction } from '../../../apex/run/program.ts';
import type { InMemoryOrg } from '../../in-memory-org.ts';
import { OrgRefusal, type OrgUser } from '../org-behind-http.ts';

/** Runs what requests ask for, each as a transaction of its own and as the user who asks. */
export class ApexRequests {
  readonly org: InMemoryOrg;
  readonly program: Program;
  /** Is told when a transaction has ended that may have left work behind. */
  private readonly afterwards: () => void;
  private attempts = 0;

  constructor(org: InMemoryOrg, program: Program, afterwards: () => void = () => undefined) {
    this.org = org;
    this.program = program;
    this.afterwards = afterwards;
  }

  /** What it changed is undone where it throws. Within `attempt` nothing is committed before that has ended. */
  run<T>(user: OrgUser, action: (transaction: Transaction) => T, kind: RequestKind = 'REST'): T {
    const transaction = this.program.begin({
      timeZone: user.timeZone,
      locale: user.locale,
      // Within Apex the org's clock is the transaction's, so it is asked before.
      now: this.org.changes.environment.now(),
    });
    const work = (): T => transaction.within(() => this.runAs(user, () => action(transaction)));
    return runAsRequest(kind, () =>
      this.attempts > 0 ? this.undoFailure(work) : this.tellAfterwards(() => this.org.transact(work)),
    );
  }

  /** Several transactions of which all are kept or none. */
  attempt<T>(work: () => T, isKept: (result: T) => boolean): T {
    const once = (): T => {
      const result = work();
      if (!isKept(result)) {
        throw new NotKept(result);
      }
      return result;
    };
    this.attempts += 1;
    try {
      return this.attempts === 1 ? this.tellAfterwards(() => this.org.transact(once)) : this.undoFailure(once);
    } catch (thrown) {
      if (thrown instanceof NotKept) {
        return thrown.result as T;
      }
      throw thrown;
    } finally {
      this.attempts -= 1;
    }
  }

  /** Also of what failed: its events that are published at once stay. */
  private tellAfterwards<T>(work: () => T): T {
    try {
      return work();
    } finally {
      this.afterwards();
    }
  }

  private undoFailure<T>(work: () => T): T {
    const start = this.org.store.savepoint();
    try {
      return work();
    } catch (thrown) {
      this.org.store.rollback(start);
      throw thrown;
    }
  }

  private runAs<T>(user: OrgUser, action: () => T): T {
    const record = this.org.store.findRecord(user.id);
    enterUser(record === null ? null : new ApexSObject(recordTypeOf('User'), new Map(record.fields)));
    try {
      return action();
    } finally {
      leaveUser();
    }
  }
}

/** Ends an attempt whose changes are undone, on the way to its caller. */
class NotKept extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('The result of an attempt is not kept.');
    this.name = 'NotKept';
    this.result = result;
  }
}

/** An exception of Apex as an error of the interface: its message and, behind an empty line, where it was thrown. */
export function refuseApexError(error: unknown): never {
  if (error instanceof ApexException) {
    throw new OrgRefusal('APEX_ERROR', `${describeException(error)}\n\n${stackTraceOf(error)}`);
  }
  throw error;
}
