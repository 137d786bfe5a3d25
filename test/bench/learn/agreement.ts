import { compareOver } from '../../differential/compare-engines.ts';
import { apexEngine, readEngineClasses } from '../../differential/decide-in-apex.ts';
import type { Pair } from '../../differential/pair.ts';
import { trainedPairs, type TrainedRun } from '../../differential/trained-pairs.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';

const run: TrainedRun = { seed: 20_261_123, policies: 40, pastLeads: 500, leadsEach: 100 };

/** Policies of any shape, trained on leads of any shape, decided by both engines. */
export async function benchTrainedAgreement(reporter: Reporter): Promise<void> {
  reporter.heading(`Trained revisions in TypeScript and in Apex, ${run.policies} of them`);
  let learnedCards = 0;
  async function* pairs(): AsyncGenerator<Pair> {
    for await (const trained of trainedPairs(run)) {
      learnedCards += trained.learnedCards;
      yield trained.pair;
    }
  }
  const { leadCount, found } = await compareOver(pairs(), apexEngine(readEngineClasses()));
  if (found !== null) {
    reporter.note(`first difference: ${JSON.stringify(found.difference)}`);
  }
  reporter.figure('leads decided by both', leadCount, 'leads', atLeast(run.policies * run.leadsEach));
  reporter.figure('trained cards among them', learnedCards, 'cards', atLeast(run.policies));
  reporter.figure('differences', found === null ? 0 : 1, '', atMost(0));
}
