import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { AskedScore } from '../../core/src/author/learn/explain/asked-score.ts';
import { explainPoints } from '../../core/src/author/learn/explain/explain-points.ts';
import { withValues, type FieldValue } from '../../core/src/author/learn/explain/field-options.ts';
import { findCounterfactual } from '../../core/src/author/learn/explain/find-counterfactual.ts';
import { prepare } from '../../core/src/decide/policy/prepare.ts';
import { standardFields, type FactSheet } from '../../core/src/decide/model/fact-sheet.ts';
import { fold } from '../../core/src/decide/model/fold.ts';
import type { Policy } from '../../core/src/decide/model/policy.ts';
import { axes } from '../../core/src/decide/model/choices.ts';
import { scoreAttributes, scoreOfPoints } from '../../core/src/decide/score/score-attributes.ts';
import { must } from './checks.ts';
import { Dice, seed } from './generators/dice.ts';
import { drawPolicy } from './generators/policies.ts';

/** A lead that knows some of what the policy asks, with values inside and outside of the bins. */
function drawFacts(dice: Dice, policy: Policy): FactSheet {
  const fields = [...standardFields(), ...policy.fields];
  const bins = policy.scorecards.flatMap((card) => card.attributes);
  const facts: FactSheet = { texts: [], numbers: [] };
  for (const { fieldKey, fieldType } of fields) {
    const own = bins.filter((attribute) => attribute.fieldKey === fieldKey).flatMap((attribute) => attribute.bins);
    const isKnown = dice.chance(70);
    const listed = own.flatMap(({ texts }) => texts.map(fold));
    const ends = own.flatMap(({ low, high }) => [low ?? 0, high ?? 1_000]);
    const text = fieldType === 'flag' ? dice.pick(['yes', 'no']) : dice.pick([...listed, 'something else']);
    const amount = Math.max(0, dice.pick([...ends, 7]) + dice.between(-1, 1));
    facts.texts.push(isKnown && fieldType !== 'number' ? text : null);
    facts.numbers.push(isKnown && fieldType === 'number' ? amount : null);
  }
  return facts;
}

function drawAsked(dice: Dice): { asked: AskedScore; cut: number } {
  const policy = drawPolicy(dice);
  const prepared = prepare(policy);
  const axis = dice.pick(axes);
  const signalPoints = axis === 'engagement' ? dice.roll(40) : 0;
  const cuts = prepared.scorecards[axes.indexOf(axis)]!.cuts.map(({ score }) => score);
  const cut = dice.chance(60) ? dice.pick(cuts) : dice.between(1, 100);
  return { asked: { prepared, axis, facts: drawFacts(dice, policy), signalPoints }, cut };
}

/** Every value that a field of the card could have and that could count otherwise, read from the card itself. */
function allValues({ prepared, axis }: AskedScore): { position: number; value: FieldValue }[] {
  const card = prepared.policy.scorecards[axes.indexOf(axis)]!;
  return card.attributes.flatMap(({ fieldKey, bins }) => {
    const position = prepared.fieldPositions.get(fieldKey)!;
    const values = (): FieldValue[] => {
      switch (prepared.fields[position]!.fieldType) {
        case 'number':
          return [0, ...bins.flatMap(({ low, high }) => [low ?? 0, high ?? 0])]
            .flatMap((end) => [end - 1, end, end + 1])
            .filter((amount) => amount >= 0)
            .map((amount) => ({ amount }));
        case 'flag':
          return [{ text: 'yes' }, { text: 'no' }];
        default:
          return [...bins.flatMap(({ texts }) => texts.map(fold)), 'something else'].map((text) => ({ text }));
      }
    };
    return values().map((value) => ({ position, value }));
  });
}

/** The score by the engine alone. */
function engineScore({ prepared, axis, signalPoints }: AskedScore, facts: FactSheet): number {
  const card = prepared.scorecards[axes.indexOf(axis)]!;
  return scoreOfPoints(card, scoreAttributes(card, facts).points + signalPoints);
}

describe('a counterfactual', () => {
  test('crosses the cut when the engine scores the lead anew, and no single change does when it names several', () => {
    const found = { none: 0, 1: 0, 2: 0, 3: 0, up: 0, down: 0 };
    fc.assert(
      fc.property(seed, (number) => {
        const { asked, cut } = drawAsked(new Dice(number));
        const isHigh = engineScore(asked, asked.facts) >= cut;
        const counterfactual = findCounterfactual(asked, cut);
        const isCrossedBy = (values: ReturnType<typeof allValues>): boolean =>
          engineScore(asked, withValues(asked.facts, values)) >= cut !== isHigh;
        const singles = allValues(asked).filter((option) => isCrossedBy([option]));
        if (counterfactual === null) {
          found.none += 1;
          must(singles.length === 0, `a single change crosses ${cut}, but none was found`);
          return;
        }
        found[counterfactual.direction] += 1;
        found[counterfactual.changes.length as 1 | 2 | 3] += 1;
        must(isCrossedBy(counterfactual.changes), `${JSON.stringify(counterfactual)} does not cross`);
        const then = engineScore(asked, withValues(asked.facts, counterfactual.changes));
        must(then === counterfactual.scoreThen, `the score would be ${then}, not ${counterfactual.scoreThen}`);
        must(counterfactual.changes.length === 1 || singles.length === 0, 'a single change would have been enough');
        for (const left of counterfactual.changes) {
          const others = counterfactual.changes.filter((change) => change !== left);
          must(others.length === 0 || !isCrossedBy(others), `${left.fieldKey} need not change`);
        }
      }),
      { numRuns: 800, seed: 20_260_302 },
    );
    // The cases are worth something only if all of them occur.
    for (const count of Object.values(found)) {
      expect(count).toBeGreaterThan(20);
    }
  });

  test('is the same however often it is asked, and leaves the lead as it is', () => {
    fc.assert(
      fc.property(seed, (number) => {
        const { asked, cut } = drawAsked(new Dice(number));
        const before = JSON.stringify(asked.facts);
        expect(findCounterfactual(asked, cut)).toEqual(findCounterfactual(asked, cut));
        expect(JSON.stringify(asked.facts)).toBe(before);
      }),
      { numRuns: 100, seed: 20_260_303 },
    );
  });
});

test('Reasons add up to the points that the engine gives', () => {
  fc.assert(
    fc.property(seed, (number) => {
      const { asked } = drawAsked(new Dice(number));
      const { points, average, signalPoints, reasons, score } = explainPoints(asked);
      const sum = reasons.reduce((all, { difference }) => all + difference, average + signalPoints);
      expect(sum).toBeCloseTo(points, 6);
      expect(score).toBe(engineScore(asked, asked.facts));
      reasons.forEach(({ difference }, place) => {
        must(place === 0 || Math.abs(difference) <= Math.abs(reasons[place - 1]!.difference), 'out of order');
      });
    }),
    { numRuns: 300, seed: 20_260_304 },
  );
});
