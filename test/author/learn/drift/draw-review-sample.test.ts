import { describe, expect, test } from '@jest/globals';
import { drawReviewSample, type DecidedLead } from '../../../../core/src/author/learn/drift/draw-review-sample.ts';
import { Dice } from '../../../property/generators/dice.ts';

/** 200 leads turned away with scores of 0 to 49, and 100 accepted with 50 to 99. */
const leads: DecidedLead[] = Array.from({ length: 300 }, (_, place) => ({
  leadKey: `lead-${String(place).padStart(3, '0')}`,
  score: place < 200 ? place % 50 : 50 + (place % 50),
  isAccepted: place >= 200,
}));

const keys = (drawn: readonly { leadKey: string }[]): string[] => drawn.map(({ leadKey }) => leadKey);

describe('drawReviewSample', () => {
  test('every week the lowest tenth of those turned away', () => {
    const drawn = drawReviewSample(leads, 'weekly', 100, 1);
    expect(drawn).toHaveLength(20);
    expect(drawn.every(({ group, score }) => group === 'lowestRejected' && score < 5)).toBe(true);
    expect(drawn[0]!.reason).toBe('Score 0, among the lowest tenth of 200 turned away: is turning away right?');
  });

  test('every quarter the lowest tenth of those accepted and the highest tenth of those turned away', () => {
    const drawn = drawReviewSample(leads, 'quarterly', 100, 1);
    const scoresOf = (group: string): number[] => [
      ...new Set(drawn.filter((lead) => lead.group === group).map(({ score }) => score)),
    ];
    expect(drawn).toHaveLength(30);
    expect(scoresOf('lowestAccepted')).toEqual([50, 51, 52, 53, 54]);
    expect(scoresOf('highestRejected')).toEqual([45, 46, 47, 48, 49]);
  });

  test.each([
    ['weekly', 5, [5, 0, 0]],
    ['quarterly', 10, [0, 5, 5]],
    ['quarterly', 11, [0, 6, 5]],
    ['quarterly', 25, [0, 10, 15]],
    ['quarterly', 1, [0, 1, 0]],
    ['quarterly', 0, [0, 0, 0]],
    ['weekly', 0, [0, 0, 0]],
  ] as const)('%s, at most %p: shared as %p', (cadence, most, shared) => {
    const drawn = drawReviewSample(leads, cadence, most, 1);
    const groups = ['lowestRejected', 'lowestAccepted', 'highestRejected'];
    expect(groups.map((group) => drawn.filter((lead) => lead.group === group).length)).toEqual(shared);
  });

  test('the same seed draws the same, in whatever order leads come', () => {
    const shuffled = new Dice(5).shuffle(leads);
    expect(drawReviewSample(shuffled, 'weekly', 7, 3)).toEqual(drawReviewSample(leads, 'weekly', 7, 3));
    expect(drawReviewSample(shuffled, 'quarterly', 7, 3)).toEqual(drawReviewSample(leads, 'quarterly', 7, 3));
  });

  test('other seeds draw others, and over many seeds everybody of the tenth alike', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2_000; seed += 1) {
      for (const leadKey of keys(drawReviewSample(leads, 'weekly', 5, seed))) {
        times.set(leadKey, (times.get(leadKey) ?? 0) + 1);
      }
    }
    // 2,000 draws of 5 out of 20: 500 each, give or take four standard errors.
    expect(times.size).toBe(20);
    expect(Math.min(...times.values())).toBeGreaterThan(420);
    expect(Math.max(...times.values())).toBeLessThan(580);
  });

  test('a lead that comes later does not shuffle the others', () => {
    const before = keys(drawReviewSample(leads, 'weekly', 5, 9));
    const later: DecidedLead = { leadKey: 'lead-999', score: 30, isAccepted: false };
    expect(
      keys(drawReviewSample([...leads, later], 'weekly', 5, 9)).filter((key) => before.includes(key)).length,
    ).toBeGreaterThanOrEqual(4);
  });

  test('of few leads at least one is drawn, of none none', () => {
    expect(keys(drawReviewSample(leads.slice(0, 3), 'weekly', 5, 1))).toEqual(['lead-000']);
    expect(drawReviewSample([], 'weekly', 5, 1)).toEqual([]);
    expect(drawReviewSample([], 'quarterly', 5, 1)).toEqual([]);
  });
});
