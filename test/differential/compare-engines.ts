import type { Texts } from './answer.ts';
import { compareTexts, type Difference } from './compare-texts.ts';
import { expectedTexts } from './decide-in-typescript.ts';
import { generatePairs, type PairRun } from './generate-pairs.ts';
import { loadKept } from './keep-pairs.ts';
import { minimisePair } from './minimise-pair.ts';
import type { Pair } from './pair.ts';

/** Another engine: it answers a pair with the same parts as the TypeScript one. */
export type OtherEngine = (pair: Pair) => Texts | Promise<Texts>;

/** How many leads both engines decided alike, and the first pair over which they came apart, made as small as can be. */
export type Comparison = { leadCount: number; found: { pair: Pair; difference: Difference } | null };

/**
 * Sends the kept pairs and then a run's pairs through both engines, one policy at a time, until they come apart or all is
 * done. compareEngines(fullRun, decideInApex) → { leadCount: 120000, found: null }.
 */
export async function compareEngines(run: PairRun, other: OtherEngine, mostTries?: number): Promise<Comparison> {
  return compareOver(everyPair(run), other, mostTries);
}

/** The same over any pairs. */
export async function compareOver(
  pairs: Iterable<Pair> | AsyncIterable<Pair>,
  other: OtherEngine,
  mostTries?: number,
): Promise<Comparison> {
  let leadCount = 0;
  for await (const pair of pairs) {
    const difference = await differenceOver(pair, other);
    if (difference !== null) {
      const smallest = await minimisePair(pair, async (one) => (await differenceOver(one, other)) !== null, mostTries);
      // An engine that answers otherwise each time differs even where its last answer happens to be right.
      return {
        leadCount,
        found: { pair: smallest, difference: (await differenceOver(smallest, other)) ?? difference },
      };
    }
    leadCount += pair.leads.length;
  }
  return { leadCount, found: null };
}

function* everyPair(run: PairRun): Generator<Pair> {
  for (const { pair } of loadKept()) {
    yield pair;
  }
  yield* generatePairs(run);
}

async function differenceOver(pair: Pair, other: OtherEngine): Promise<Difference | null> {
  return compareTexts(expectedTexts(pair), await other(pair));
}
