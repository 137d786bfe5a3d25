import { describe, expect, test } from '@jest/globals';
import {
  counterfactualSentence,
  findCounterfactual,
} from '../../../../core/src/author/learn/explain/find-counterfactual.ts';
import type { Scorecard } from '../../../../core/src/decide/model/scorecard.ts';
import { ask, attribute, expertCard, range, texts, trainedCard } from './small-cards.ts';

const card = expertCard(30, [
  attribute('employees', [range(1, 49, 0), range(50, 199, 10), range(200, 999, 30), range(1_000, null, 35)]),
  attribute('industry', [texts(['logistics', 'Transport'], 24), texts(['retail'], 8)]),
  attribute('seniority', [texts(['vicepresident'], 18)]),
  attribute('hasWebsite', [texts(['no'], -6)]),
  attribute('depots', [range(null, -1, -40), range(0, 5, 0), range(6, null, 12)]),
]);

const cases = [
  {
    name: 'a number as the range that is enough and nearest',
    known: { employees: 120 },
    fixedFields: ['depots', 'industry', 'seniority'],
    sentence: 'With employees 200 to 999 instead of 50 to 199, fit would be 60 and reach 60.',
  },
  {
    name: 'what is not known yet',
    known: { employees: 120 },
    cut: 62,
    sentence: 'With industry logistics or transport instead of not known, fit would be 64 and reach 62.',
  },
  {
    name: 'the value of a flag',
    known: { employees: 250, hasWebsite: 'no' },
    sentence: 'With hasWebsite yes instead of no, fit would be 60 and reach 60.',
  },
  {
    name: 'two attributes where none alone is enough',
    known: { employees: 20, industry: 'retail', seniority: 'manager', hasWebsite: 'yes', depots: 3 },
    cut: 80,
    sentence:
      'With employees 200 to 999 instead of 1 to 49 and depots 6 or more instead of 0 to 5, fit would be 80 and reach 80.',
  },
  {
    name: 'what would make a high score low: the fewest points that are enough',
    known: { employees: 250, industry: 'retail', hasWebsite: 'yes' },
    sentence: 'With industry no listed value instead of retail, fit would be 60 and fall below 61.',
    cut: 61,
  },
  {
    name: 'a range that begins below nothing where the field may hold such numbers',
    known: { employees: 250, industry: 'logistics', seniority: 'vicepresident', depots: 3 },
    sentence: 'With depots up to -1 instead of 0 to 5, fit would be 62 and fall below 63.',
    cut: 63,
  },
];

describe('findCounterfactual', () => {
  test.each(cases)('says $name', ({ known, sentence, cut, fixedFields }) => {
    const found = findCounterfactual(ask(card, known), cut ?? 60, fixedFields);
    expect(found === null ? null : counterfactualSentence('fit', found)).toBe(sentence);
  });

  test('leaves fixed fields as they are', () => {
    const asked = ask(card, { employees: 120, industry: 'retail', hasWebsite: 'yes' });
    const found = findCounterfactual(asked, 60, ['employees']);
    expect(found?.changes.map(({ fieldKey }) => fieldKey)).not.toContain('employees');
    expect(
      findCounterfactual(
        asked,
        60,
        card.attributes.map(({ fieldKey }) => fieldKey),
      ),
    ).toBeNull();
  });

  test('never proposes that something be forgotten', () => {
    const forgetful = expertCard(30, [attribute('industry', [texts(['retail'], 0)], { missingPoints: 50 })]);
    expect(findCounterfactual(ask(forgetful, { industry: 'retail' }), 60)).toBeNull();
  });

  test('never proposes fewer than no employees', () => {
    const strange = expertCard(30, [attribute('employees', [range(null, -1, 50), range(0, null, 0)])]);
    expect(findCounterfactual(ask(strange, { employees: 5 }), 60)).toBeNull();
  });

  test('reads a trained card by its own table', () => {
    const trained = trainedCard(100, [
      attribute('employees', [range(null, 99, -10, 50), range(100, null, 10, 50)]),
      attribute('industry', [texts(['logistics'], 4, 20), texts(['retail'], -4, 80)]),
    ]);
    const found = findCounterfactual(ask(trained, { employees: 10, industry: 'retail' }), 60)!;
    expect(found).toMatchObject({ direction: 'up', score: 22, scoreThen: 62, pointsThen: 6 });
    expect(found.changes).toMatchObject([{ attributeKey: 'employees', to: '100 or more', difference: 20 }]);
  });

  test('counts what deeds add', () => {
    const asked = ask(
      card,
      { employees: 20, industry: 'retail', seniority: 'manager', hasWebsite: 'yes', depots: 3 },
      20,
    );
    expect(findCounterfactual(asked, 60)!.changes).toMatchObject([{ fieldKey: 'employees', to: '50 to 199' }]);
  });

  test('changes every attribute that reads the same field', () => {
    const twice: Scorecard = expertCard(30, [
      attribute('employees', [range(200, null, 20)], { attributeKey: 'size' }),
      attribute('employees', [range(500, null, 15)], { attributeKey: 'enterprise' }),
    ]);
    const found = findCounterfactual(ask(twice, { employees: 20 }), 60)!;
    expect(found.changes).toMatchObject([{ attributeKey: 'size', to: '500 or more', difference: 35 }]);
    expect(found.scoreThen).toBe(65);
  });

  test('a cut that no score is beyond has no counterfactual', () => {
    const asked = ask(card, { employees: 120 });
    expect([findCounterfactual(asked, 101), findCounterfactual(asked, 0)]).toEqual([null, null]);
  });
});
