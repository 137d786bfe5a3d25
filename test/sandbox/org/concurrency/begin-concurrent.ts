import { ApexException } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { textOf } from '../../../../sandbox/salesforce/apex/run/values.ts';
import type { Step, StepKind } from '../../../../sandbox/salesforce/org/concurrency/step.ts';
import { beginJobs, type BegunJobs } from '../async/begin-jobs.ts';

/** The names of all leads. */
export const names =
  "List<String> seen = new List<String>(); for (Lead each : [SELECT LastName FROM Lead ORDER BY Id]) { seen.add(each.LastName); } return String.join(seen, ',');";

export interface Concurrent extends BegunJobs {
  /** Runs a block as a transaction, and notes what it came to. */
  readonly note: (name: string) => void;
  readonly noted: string[];
  /** Runs a block amid the first transaction that takes such a step for such a subject, once. */
  readonly amid: (kind: StepKind, subject: string, action: () => void, conflict?: 'time out' | 'wait') => Step[];
}

/** Jobs, and transactions that run amid each other. */
export function beginConcurrent(blocks: Readonly<Record<string, string>>, sources: readonly string[] = []): Concurrent {
  const jobs = beginJobs({ names, ...blocks }, sources);
  const noted: string[] = [];
  return {
    ...jobs,
    noted,
    note: (name) => void noted.push(`${name}: ${jobs.run(name)}`),
    amid: (kind, subject, action, conflict = 'time out') => {
      const steps: Step[] = [];
      jobs.org.interleave((step) => {
        if (step.kind !== kind || !step.subject.includes(subject) || steps.length > 0) {
          return null;
        }
        steps.push(step);
        return action;
      }, conflict);
      return steps;
    },
  };
}

/** What a call came to: its text, or its exception. */
export function outcomeOf(action: () => unknown): string {
  try {
    return textOf(action());
  } catch (thrown) {
    if (thrown instanceof ApexException) {
      return `${thrown.$type.name}: ${thrown.$message ?? ''}`;
    }
    throw thrown;
  }
}
