import { mutations } from '../../differential/mutate/mutations.ts';
import { MutationTrials } from '../../differential/mutate/try-mutation.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';

/** Faults planted in the compiler's output, and whether the comparison notices each. */
export function benchMutations(reporter: Reporter): void {
  reporter.heading('Faults planted in the compiler');
  const trials = new MutationTrials();
  let caught = 0;
  for (const mutation of mutations) {
    const trial = trials.try(mutation);
    if (trial.kind === 'caught') caught += 1;
    else reporter.note(`${mutation.name}: ${trial.kind === 'void' ? trial.why : 'not noticed'}`);
  }
  reporter.figure('faults planted', mutations.length, '', atLeast(30));
  reporter.figure('not noticed', mutations.length - caught, '', atMost(0));
}
