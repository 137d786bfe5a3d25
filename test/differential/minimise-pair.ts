import { policySchema } from '../../core/src/author/policy/policy-schema.ts';
import { checkPolicy } from '../../core/src/decide/index.ts';
import type { Policy } from '../../core/src/decide/model/policy.ts';
import { policiesWithoutOnePart } from './drop-policy-parts.ts';
import { pairOf, valuesOf, type Pair, type PairValues } from './pair.ts';
import { placesIn, simplerThan, valueAt, withValueAt } from './simpler-values.ts';

/** Whether two engines still come apart over a pair; must answer the same each time. */
export type StillDiffers = (pair: Pair) => boolean | Promise<boolean>;

type Search = { values: PairValues; stillDiffers: StillDiffers; triesLeft: number };

/**
 * A smaller pair over which the engines still come apart: with fewer leads, then with less in its leads, then with less in
 * policy and context. Every pair it tries has a policy that passes its form and its checks. The same pair and predicate
 * always lead to the same smaller pair, after at most `mostTries` questions.
 *
 * minimisePair(pair, (smaller) => compareTexts(expectedTexts(smaller), actualTexts(smaller)) !== null)
 */
export async function minimisePair(pair: Pair, stillDiffers: StillDiffers, mostTries = 5_000): Promise<Pair> {
  const search: Search = { values: valuesOf(pair), stillDiffers, triesLeft: mostTries };
  await keepOneLead(search);
  await simplify(search, 'rows');
  await simplify(search, 'policy', outermost);
  let isSmaller = true;
  while (isSmaller && search.triesLeft > 0) {
    const simplifiedLeads = await simplify(search, 'leads');
    const droppedParts = await dropPolicyParts(search);
    const simplifiedPolicy = await simplify(search, 'policy');
    const simplifiedContext = await simplify(search, 'context');
    const simplifiedRows = await simplify(search, 'rows');
    isSmaller = simplifiedRows || simplifiedLeads || droppedParts || simplifiedPolicy || simplifiedContext;
  }
  return pairOf(search.values);
}

/** Takes a candidate over when it is sound and the engines still come apart over it. */
async function accept(search: Search, candidate: PairValues): Promise<boolean> {
  if (search.triesLeft === 0 || (candidate.policy !== search.values.policy && !isSound(candidate.policy))) {
    return false;
  }
  search.triesLeft -= 1;
  if (!(await search.stillDiffers(pairOf(candidate)))) {
    return false;
  }
  search.values = candidate;
  return true;
}

function isSound(policy: Policy): boolean {
  return policySchema.safeParse(policy).success && checkPolicy(policy).length === 0;
}

/** No lead decides anything for another, so one of them is mostly enough. */
async function keepOneLead(search: Search): Promise<void> {
  const { leads } = search.values;
  for (const few of [[], ...leads.map((lead) => [lead])]) {
    if (few.length < leads.length && (await accept(search, { ...search.values, leads: few }))) {
      return;
    }
  }
}

/** Whole lists of a policy: done first, because every later try is as quick as the policy is short. */
const outermost = 2;

/** Tries every simpler value at every place of one section, and says whether anything got simpler. */
async function simplify(search: Search, section: keyof PairValues, deepest = Infinity): Promise<boolean> {
  let isSimpler = false;
  const places = placesIn(search.values[section], [section]);
  for (const place of places.filter(({ length }) => length <= deepest)) {
    isSimpler = (await simplifyAt(search, place)) || isSimpler;
  }
  return isSimpler;
}

async function simplifyAt(search: Search, place: readonly (string | number)[]): Promise<boolean> {
  let isSimpler = false;
  let isTried = false;
  while (!isTried && search.triesLeft > 0) {
    isTried = true;
    const value = valueAt(search.values, place);
    for (const simpler of value === undefined ? [] : simplerThan(place, value)) {
      if (simpler !== value && (await accept(search, withValueAt(search.values, place, simpler)))) {
        isSimpler = true;
        isTried = false;
        break;
      }
    }
  }
  return isSimpler;
}

async function dropPolicyParts(search: Search): Promise<boolean> {
  let isSmaller = false;
  let isTried = false;
  while (!isTried && search.triesLeft > 0) {
    isTried = true;
    for (const policy of policiesWithoutOnePart(search.values.policy)) {
      if (await accept(search, { ...search.values, policy })) {
        isSmaller = true;
        isTried = false;
        break;
      }
    }
  }
  return isSmaller;
}
