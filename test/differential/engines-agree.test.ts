import { describe, expect, jest, test } from '@jest/globals';
import { compareEngines } from './compare-engines.ts';
import { apexEngine, readEngineClasses } from './decide-in-apex.ts';
import { fullRun } from './generate-pairs.ts';
import { mutations } from './mutate/mutations.ts';
import { MutationTrials } from './mutate/try-mutation.ts';

jest.setTimeout(240_000);

describe('the engine in Apex', () => {
  test('decides 2,000 generated leads and the kept ones as the engine in TypeScript does', async () => {
    const { found, leadCount } = await compareEngines(
      { ...fullRun, policies: 40, leadsEach: 50 },
      apexEngine(readEngineClasses()),
    );
    expect(found).toBeNull();
    expect(leadCount).toBeGreaterThanOrEqual(2_000);
  });
});

describe('the comparison notices a fault of the compiler', () => {
  const trials = new MutationTrials();

  test('of at least thirty kinds', () => {
    expect(mutations.length).toBeGreaterThanOrEqual(30);
    expect(new Set(mutations.map((each) => each.name)).size).toBe(mutations.length);
  });

  test.each(mutations.map((each) => [each.name, each] as const))('%s', (_, mutation) => {
    expect(trials.try(mutation)).toMatchObject({ kind: 'caught' });
  });
});
