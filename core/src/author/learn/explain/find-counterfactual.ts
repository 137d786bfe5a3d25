import type { Int } from '../../../decide/model/number.ts';
import { scoreOfPoints } from '../../../decide/score/score-attributes.ts';
import { cardOf, scoreAxis, type AskedScore } from './asked-score.ts';
import { binWords } from './bin-words.ts';
import { fieldOptionsOf, withValues, type FieldValue } from './field-options.ts';
import { smallestChanges } from './smallest-changes.ts';

/** One attribute that would have to be otherwise. */
export type AttributeChange = {
  attributeKey: string;
  label: string;
  fieldKey: string;
  /** The bin that counts now and the one that would, in words; numbers as ranges. */
  from: string;
  to: string;
  /** A value within the bin that would count, the nearest to the present one. */
  value: FieldValue;
  position: Int;
  /** What the change adds to the points, or takes from them. */
  difference: Int;
};

/** The smallest change that carries a score across a cut. */
export type Counterfactual = {
  direction: 'up' | 'down';
  cut: Int;
  score: Int;
  scoreThen: Int;
  pointsThen: Int;
  changes: AttributeChange[];
};

/**
 * What would have to be otherwise for the score to stand on the other side of a cut: what would make it high where it is low, and low
 * where it is high. As few attributes as possible, at most three; then as few points; then in the card's order.
 *
 * @param cut the score from which on it counts as high, such as `fitHigh`
 * @param fixedFields fields that a lead can't truthfully have otherwise, or that nobody wants to hear about, such as country
 * @returns null when no three attributes together are enough
 */
export function findCounterfactual(
  asked: AskedScore,
  cut: Int,
  fixedFields: readonly string[] = [],
): Counterfactual | null {
  const card = cardOf(asked);
  const present = scoreAxis(asked);
  const direction = present.score >= cut ? 'down' : 'up';
  const fields = fieldOptionsOf(asked, fixedFields);
  const taken = smallestChanges(
    fields.map(({ options }) => options.map(({ difference }) => difference)),
    direction,
    (sum) => scoreOfPoints(card, present.points + sum) >= cut === (direction === 'up'),
  );
  if (taken === null) {
    return null;
  }
  const changes = taken.map(({ field, option }): AttributeChange => {
    const { fieldKey, position, places, options } = fields[field]!;
    const { value, words, difference } = options[option]!;
    const attribute = card.card.attributes[places[0]!]!;
    const from = binWords(attribute, present.binPositions[places[0]!]!);
    const { attributeKey, label } = attribute;
    return { attributeKey, label, fieldKey, from, to: words, value, position, difference };
  });
  const then = scoreAxis({ ...asked, facts: withValues(asked.facts, changes) });
  return {
    direction,
    cut,
    score: present.score,
    scoreThen: then.score,
    pointsThen: then.points,
    changes,
  };
}

/**
 * A counterfactual in one sentence.
 *
 * "With Employees 200 to 999 instead of 50 to 199, fit would be 64 and reach 60."
 */
export function counterfactualSentence(axis: string, { changes, direction, cut, scoreThen }: Counterfactual): string {
  const words = changes.map(({ label, from, to }) => `${label} ${to} instead of ${from}`);
  const all = words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
  return `With ${all}, ${axis} would be ${scoreThen} and ${direction === 'up' ? 'reach' : 'fall below'} ${cut}.`;
}
