import type { Reporter } from '../reporter.ts';
import { changedOwners } from './changed-owners.ts';
import { newFaultyOrg, reportRuns, type Scenario } from './fault-runs.ts';
import { killedJobs } from './killed-jobs.ts';
import { parallelTurns } from './parallel-turns.ts';
import { refusedRows } from './refused-rows.ts';

const scenarios: readonly Scenario[] = [parallelTurns, refusedRows, killedJobs, changedOwners];

/** What may go wrong, each many times in an order or at a step that a seed chooses, in an org of its own. */
export async function benchFaults(runs: number, reporter: Reporter): Promise<void> {
  reporter.heading('Concurrency and faults');
  for (const scenario of scenarios) {
    const installation = await newFaultyOrg();
    try {
      await reportRuns(scenario, runs, installation, reporter);
    } finally {
      await installation.close();
    }
  }
}
