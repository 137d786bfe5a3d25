import { expect, jest, test } from '@jest/globals';
import { compareOver } from './compare-engines.ts';
import { apexEngine, readEngineClasses } from './decide-in-apex.ts';
import type { Pair } from './pair.ts';
import { trainedPairs } from './trained-pairs.ts';

jest.setTimeout(240_000);

test('a trained revision decides in Apex as it does in TypeScript', async () => {
  let learnedCards = 0;
  async function* pairs(): AsyncGenerator<Pair> {
    for await (const trained of trainedPairs({ seed: 20_261_122, policies: 6, pastLeads: 400, leadsEach: 40 })) {
      learnedCards += trained.learnedCards;
      yield trained.pair;
    }
  }
  const { found, leadCount } = await compareOver(pairs(), apexEngine(readEngineClasses()));
  expect(found?.difference ?? null).toBeNull();
  expect(leadCount).toBe(240);
  expect(learnedCards).toBeGreaterThanOrEqual(8);
});
