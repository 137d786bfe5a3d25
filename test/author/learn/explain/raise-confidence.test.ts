import { describe, expect, test } from '@jest/globals';
import { helpSentence, raiseConfidence } from '../../../../core/src/author/learn/explain/raise-confidence.ts';
import { ask, attribute, expertCard, range, texts, trainedCard } from './small-cards.ts';

const card = expertCard(40, [
  attribute('employees', [range(200, null, 30)]),
  attribute('industry', [texts(['logistics'], 10)]),
  attribute('hasWebsite', [texts(['no'], -25)]),
  attribute('seniority', [texts(['vicepresident'], 10), texts(['student'], -10)]),
]);

describe('raiseConfidence', () => {
  test('asks first for what could decide most, with the policy’s question', () => {
    const help = raiseConfidence(ask(card, {}), 60);
    expect(help.map((one) => (one.kind === 'know' ? [one.fieldKey, one.share, one.isDecisive] : one.kind))).toEqual([
      ['employees', 150, true],
      ['seniority', 50, false],
      ['industry', 50, false],
      ['hasWebsite', 0, false],
    ]);
    expect(helpSentence(help[0]!)).toBe(
      'employees is not known; it could decide by itself. Ask: How many people work with you?',
    );
    expect(helpSentence(help[2]!)).toBe(
      'industry is not known; it could bring 50 % of what is missing to the other side.',
    );
  });

  test('above the cut, what could bring the score down comes first', () => {
    const help = raiseConfidence(ask(card, { employees: 250 }), 60);
    expect(help.map((one) => (one.kind === 'know' ? [one.fieldKey, one.share] : one.kind))).toEqual([
      ['hasWebsite', 227],
      ['seniority', 91],
      ['industry', 0],
    ]);
  });

  test('knows what each answer adds to the coverage', () => {
    const help = raiseConfidence(ask(card, {}), 60);
    expect(help.map((one) => (one.kind === 'know' ? one.coverage : 0))).toEqual([35, 24, 12, 29]);
  });

  test('asks for nothing when everything is known and well founded', () => {
    const known = { employees: 250, industry: 'logistics', hasWebsite: 'yes', seniority: 'manager' };
    expect(raiseConfidence(ask(card, known), 60)).toEqual([]);
  });

  test('names bins of a trained card that few past leads stand behind, the fewest first', () => {
    const trained = trainedCard(200, [
      attribute('employees', [range(null, 199, -10, 171), range(200, null, 15, 29)]),
      attribute('industry', [texts(['logistics'], 20, 1), texts(['retail'], -20, 30)]),
    ]);
    const help = raiseConfidence(ask(trained, { employees: 300, industry: 'logistics' }), 60);
    expect(help.map(helpSentence)).toEqual([
      'industry logistics stands on 1 past lead; more leads like this, won or lost, would make its points surer.',
      'employees 200 or more stands on 29 past leads; more leads like this, won or lost, would make its points surer.',
    ]);
    expect(raiseConfidence(ask(trained, { employees: 100, industry: 'retail' }), 60)).toEqual([]);
  });

  test('a card that failed its checks stands in the way of everything else', () => {
    const doubted = { ...trainedCard(100, [attribute('employees', [range(1, null, 5, 100)])]), isCalibrated: false };
    expect(raiseConfidence(ask(doubted, {}), 60).map(({ kind }) => kind)).toEqual(['calibrate', 'know']);
  });
});
