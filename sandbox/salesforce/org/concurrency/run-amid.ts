import { ApexException, Uncatchable } from '../../apex/run/apex-object.ts';
import { describeException } from '../../apex/library/exception/exceptions.ts';
import { runAsJob } from '../../apex/library/system/running-job.ts';
import { runAsRequest } from '../../apex/library/system/running-request.ts';
import { runAsTrigger } from '../../apex/library/system/trigger-context.ts';
import { execution, isRunning, runOutside } from '../../apex/run/execution.ts';
import { withinNamespace } from '../../apex/run/namespace-in-force.ts';
import { Transaction } from '../../apex/run/program.ts';
import { keepStaticState } from '../async/keep-static-state.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import type { Savepoint } from '../records/undo-log.ts';

/** An action that ran amid a transaction and threw. It must not reach that transaction's Apex, which did not call it. */
export class InterruptionFailed extends Uncatchable {
  constructor(thrown: ApexException) {
    super(`What ran amid a transaction ended with ${describeException(thrown)}`);
    this.name = 'InterruptionFailed';
  }
}

/**
 * Runs an action amid the running transaction as if that were not there: its uncommitted work is taken back for the while, and
 * no program, job, request or trigger is running.
 */
export function runAmid(org: InMemoryOrg, start: Savepoint, action: () => void): void {
  const running = isRunning() ? execution() : null;
  const outside = () =>
    org.changes.runOutsideOfTriggers(() =>
      withinNamespace(null, () =>
        runAsTrigger(null, () => runAsRequest(null, () => runAsJob(null, () => runOutside(action)))),
      ),
    );
  const taken = org.store.setAside(start);
  try {
    if (running instanceof Transaction) {
      keepStaticState(running.program, outside);
    } else {
      outside();
    }
  } catch (thrown) {
    throw thrown instanceof ApexException ? new InterruptionFailed(thrown) : thrown;
  } finally {
    org.store.bringBack(taken);
  }
}
