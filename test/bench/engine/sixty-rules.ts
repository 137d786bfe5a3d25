import type { Condition } from '../../../core/src/decide/model/condition.ts';
import type { Rule } from '../../../core/src/decide/model/policy.ts';
import { RandomStream } from '../../../core/sample/random.ts';
import { countries, industries, inquiryTypes, leadSources, sizeSteps } from './vocabulary.ts';

type Weighted = readonly (readonly [value: string, weight: number])[];

/** The eight fields a rule may ask for, in the order in which its conditions stand. */
const makeCondition = [
  (draw: RandomStream) => oneOf('country', countries, draw.between(4, 9), draw),
  (draw: RandomStream) => sizeRange(draw),
  (draw: RandomStream) => oneOf('industry', industries, draw.between(2, 5), draw),
  (draw: RandomStream) => fromOn('fitScore', draw.between(6, 17) * 5),
  (draw: RandomStream) => fromOn('engagementScore', draw.between(3, 15) * 5),
  (draw: RandomStream) => inquiryIs(draw.weighted(inquiryTypes)),
  (draw: RandomStream) => oneOf('leadSource', leadSources, draw.between(2, 5), draw),
  (draw: RandomStream) => fromOn('annualRevenue', draw.pick([1, 2, 5, 10, 20, 50]) * 1_000_000),
] as const;

/**
 * Sixty rules of two to five conditions over eight fields, as a grown rule book has them: most leads pass most rules, and
 * about a third falls through to the default. With `conditionCount` each has exactly so many.
 */
export function sixtyRules(destinationKeys: readonly string[], conditionCount: number | null = null): Rule[] {
  const draw = new RandomStream('bench/sixty-rules');
  const asked = Array.from({ length: 60 }, () => drawConditions(draw, conditionCount));
  // Sooner or later every rule book stands like this: the particular before the general.
  return asked
    .toSorted((one, other) => other.length - one.length)
    .map((conditions, position) => ({
      ruleKey: `rule-${position + 1}`,
      label: `Bench rule ${position + 1}`,
      isActive: true,
      conditions,
      logic: '',
      destinationKey: destinationKeys[position % destinationKeys.length]!,
      slaKey: null,
    }));
}

function drawConditions(draw: RandomStream, conditionCount: number | null): Condition[] {
  // prettier-ignore
  const count = draw.weighted([[2, 10], [3, 35], [4, 35], [5, 20]]);
  const fields = draw
    .shuffled([0, 1, 2, 3, 4, 5, 6, 7])
    .slice(0, conditionCount ?? count)
    .sort();
  return fields.map((field) => makeCondition[field]!(draw));
}

function oneOf(fieldKey: string, values: Weighted, count: number, draw: RandomStream): Condition {
  const texts = draw.shuffled(values.map(([value]) => value)).slice(0, count);
  return { fieldKey, operator: 'isOneOf', texts, low: null, high: null };
}

function inquiryIs(text: string): Condition {
  return { fieldKey: 'inquiryType', operator: 'isOneOf', texts: [text], low: null, high: null };
}

/** "Up to" has no lower end, which is where an engine that takes nothing for zero goes wrong. */
function sizeRange(draw: RandomStream): Condition {
  const first = draw.between(0, sizeSteps.length - 4);
  const last = first + draw.between(2, 4);
  const high = last < sizeSteps.length ? sizeSteps[last]! : null;
  return {
    fieldKey: 'employees',
    operator: first === 0 ? 'atMost' : high === null ? 'atLeast' : 'between',
    texts: [],
    low: first === 0 ? null : sizeSteps[first]!,
    high: high,
  };
}

function fromOn(fieldKey: string, low: number): Condition {
  return { fieldKey, operator: 'atLeast', texts: [], low, high: null };
}
