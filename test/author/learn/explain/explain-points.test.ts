import { describe, expect, test } from '@jest/globals';
import { explainPoints, reasonWords } from '../../../../core/src/author/learn/explain/explain-points.ts';
import { ask, attribute, expertCard, range, texts, trainedCard } from './small-cards.ts';

// 100 leads: 60 small at −10, 30 large at +15, and 10 of unknown size at −3, so 1.5 … is what the average lead has.
const size = attribute('employees', [range(null, 199, -10, 60), range(200, null, 15, 30)], { missingPoints: -3 });
const sector = attribute('industry', [texts(['logistics', 'transport'], 20, 50), texts(['retail'], -20, 50)]);

describe('explainPoints', () => {
  test('tells points of a trained card against the average of the leads it was trained on', () => {
    const { reasons, average, points } = explainPoints(
      ask(trainedCard(100, [size, sector]), { employees: 500, industry: 'retail' }),
    );
    expect(reasons.map(({ label, words, points, average }) => [label, words, points, average])).toEqual([
      ['industry', 'retail', -20, 0],
      ['employees', '200 or more', 15, (60 * -10 + 30 * 15 + 10 * -3) / 100],
    ]);
    expect(average).toBeCloseTo(-1.8);
    expect(points).toBe(-5);
  });

  test('adds up: average, deeds and differences are the points', () => {
    const asked = ask(trainedCard(100, [size, sector]), { employees: 20 }, 7);
    const { reasons, average, signalPoints, points } = explainPoints(asked);
    expect(average + signalPoints + reasons.reduce((sum, { difference }) => sum + difference, 0)).toBeCloseTo(points);
    expect(points).toBe(-10 + 0 + 7);
  });

  test('tells points of an expert card as they are, the largest first and equals in the card’s order', () => {
    const card = expertCard(30, [
      attribute('hasPhone', [texts(['yes'], 5)], { otherPoints: -5 }),
      attribute('hasWebsite', [texts(['yes'], 5)], { otherPoints: -5 }),
      attribute('employees', [range(200, null, 40)]),
    ]);
    const { reasons, average, score } = explainPoints(ask(card, { employees: 300, hasPhone: 'yes', hasWebsite: 'no' }));
    expect(reasons.map(reasonWords)).toEqual([
      '+40 employees 200 or more',
      '+5 hasPhone yes',
      '−5 hasWebsite no listed value',
    ]);
    expect([average, score]).toEqual([30, 70]);
  });

  test('a value that is not known has points of its own and no past leads behind it', () => {
    const { reasons } = explainPoints(ask(trainedCard(100, [size]), {}));
    expect(reasons).toMatchObject([{ state: 'missing', words: 'not known', points: -3, evidence: 0 }]);
    expect(reasonWords(reasons[0]!)).toBe('−1 employees not known');
  });

  test('a long list of texts is told by its first three', () => {
    const many = attribute('country', [texts(['at', 'be', 'ch', 'de', 'es'], 4)]);
    expect(explainPoints(ask(expertCard(0, [many]), { country: 'de' })).reasons[0]!.words).toBe(
      'at, be, ch or one of 2 more',
    );
  });
});
