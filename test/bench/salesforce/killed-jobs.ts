import type { KillPlan } from '../../../sandbox/salesforce/org/concurrency/kill-plans.ts';
import { problemsOfLeads } from './check-leads.ts';
import { callCustomer, settle, sweepUntilDone, type Scenario } from './fault-runs.ts';
import { seeded } from './seeded.ts';

const steps = ['SOQL', 'DML', 'publish', 'commit', 'enqueue', 'job start', 'finalizer'] as const;

/** A dispatcher is stopped at a step that the seed chooses, once or twice, with its finalizer or without; or it never starts. */
export const killedJobs: Scenario = {
  name: 'a job killed at any step, or never started',
  run: (seed, installation) => {
    const random = seeded(seed);
    const origin = `Killed${seed}`;
    const count = 1 + random(6);
    callCustomer(installation, 'save', [count, origin]);
    for (let kill = 0; kill <= random(2); kill += 1) {
      const plan: KillPlan = {
        before: steps[random(steps.length)]!,
        nth: 1 + random(12),
        finalizer: random(2) === 0 ? 'runs' : 'is lost',
      };
      installation.org.killAt(plan);
    }
    settle(installation);
    installation.org.spare();
    sweepUntilDone(installation, origin);
    return problemsOfLeads(installation, origin, count);
  },
};
