import { Interleaver } from '../../../sandbox/salesforce/org/concurrency/interleaver.ts';
import { describeFailure } from '../../../sandbox/salesforce/apex/runner/describe-failure.ts';
import { problemsOfLeads } from './check-leads.ts';
import { callCustomer, sweepUntilDone, type Scenario } from './fault-runs.ts';
import { seeded } from './seeded.ts';

/**
 * Several people save leads at once and all their dispatchers run within each other, in an order that the seed decides. Half
 * of the runs let whoever meets a lock wait for it, the others let it time out.
 */
export const parallelTurns: Scenario = {
  name: 'parallel transactions on one pool',
  run: (seed, installation) => {
    const { org, program } = installation;
    const random = seeded(seed);
    const origin = `Parallel${seed}`;
    const savers = 2 + random(3);
    const sizes = Array.from({ length: savers }, () => 1 + random(9));
    const refused: string[] = [];
    const transactions = sizes.map((size, place) => ({
      name: `saver ${place}`,
      run: () => {
        try {
          callCustomer(installation, 'save', [size, `${origin}s${place}`]);
        } catch (error) {
          refused.push(`a customer's save failed: ${describeFailure(error).message}`);
        }
      },
    }));
    new Interleaver({
      seed,
      org,
      program,
      transactions,
      chancePercent: 20 + random(50),
      conflict: seed % 2 === 0 ? 'wait' : 'time out',
    }).run();
    sweepUntilDone(installation, origin);
    const expected = sizes.reduce((sum, size) => sum + size, 0);
    return [...refused, ...problemsOfLeads(installation, origin, expected)];
  },
};
