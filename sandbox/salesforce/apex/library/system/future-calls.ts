import { ApexList } from '../collection/apex-list.ts';
import { ApexMap } from '../collection/apex-map.ts';
import { ApexSet } from '../collection/apex-set.ts';
import { raise } from '../raise.ts';
import { orgJobs } from './asynchronous-jobs.ts';
import { useLimit } from './limits.ts';
import { runningJob } from './running-job.ts';
import { notePendingWork } from './transaction-state.ts';

/** A method of source that is marked @future: `run` calls it in the transaction that is then running. */
export interface FutureMethod {
  readonly className: string;
  readonly methodName: string;
  /** `Intake.send(List<Id>)`, as messages name it. */
  readonly signature: string;
  readonly mayCallOut: boolean;
  /** Its class, which a transaction initialises before it is first touched. */
  readonly holder: { readonly isStarted: boolean; start(): void };
  readonly run: (...args: unknown[]) => unknown;
}

/** A call of a @future method: nothing of it runs now. Collections are copied, since their later changes do not count. */
export function callLater(method: FutureMethod, args: readonly unknown[]): null {
  const job = runningJob();
  if (job?.kind === 'Future' || (job?.kind === 'BatchApex' && job.part !== 'finish')) {
    raise('System.AsyncException', `Future method cannot be called from a future or batch method: ${method.signature}`);
  }
  const jobs = orgJobs('@future');
  useLimit('FutureCalls');
  notePendingWork();
  jobs.callLater(method, args.map(copyCollection));
  return null;
}

function copyCollection(value: unknown): unknown {
  if (value instanceof ApexList) {
    const copy = new ApexList(value.type);
    copy.items = value.items.map(copyCollection);
    return copy;
  }
  if (value instanceof ApexSet) {
    return ApexSet.from(value.type, value.items());
  }
  return value instanceof ApexMap
    ? ApexMap.from(
        value.type,
        value.pairs().map(([key, item]) => [key, copyCollection(item)] as const),
      )
    : value;
}
