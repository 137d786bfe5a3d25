import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { smallestChanges } from '../../../../core/src/author/learn/explain/smallest-changes.ts';

/** Every way to change up to three fields, in the order in which a small change is preferred. */
function byTryingAll(differences: readonly (readonly number[])[], needed: number): string | null {
  type Way = { fields: number[]; options: number[]; sum: number };
  let ways: Way[] = [{ fields: [], options: [], sum: 0 }];
  for (let count = 1; count <= 3; count += 1) {
    ways = ways.flatMap((way) =>
      differences.flatMap((options, field) =>
        field > (way.fields.at(-1) ?? -1)
          ? options.map((amount, option) => ({
              fields: [...way.fields, field],
              options: [...way.options, option],
              sum: way.sum + amount,
            }))
          : [],
      ),
    );
    const enough = ways.filter(({ sum }) => sum >= needed);
    if (enough.length > 0) {
      const least = Math.min(...enough.map(({ sum }) => sum));
      const best = enough
        .filter(({ sum }) => sum === least)
        .map(({ fields, options }) => [...fields, ...options].map((place) => String(place).padStart(3, '0')).join())
        .sort()[0]!;
      return best;
    }
  }
  return null;
}

const cases = [
  { name: 'one field is better than two', differences: [[5], [5], [30]], needed: 10, fields: [2], options: [0] },
  { name: 'fewest points beyond the cut', differences: [[30, 12], [11]], needed: 10, fields: [1], options: [0] },
  { name: 'the first field of equals', differences: [[12], [12]], needed: 10, fields: [0], options: [0] },
  { name: 'the first option of equals', differences: [[-4, 12, 12]], needed: 10, fields: [0], options: [1] },
  {
    name: 'two fields where none alone is enough',
    differences: [[6], [-9], [5, 4]],
    needed: 10,
    fields: [0, 2],
    options: [0, 1],
  },
  {
    name: 'three where no two are',
    differences: [[4], [4], [4], [3]],
    needed: 11,
    fields: [0, 1, 3],
    options: [0, 0, 0],
  },
];

describe('smallestChanges', () => {
  test.each(cases)('takes $name', ({ differences, needed, fields, options }) => {
    const expected = fields.map((field, place) => ({ field, option: options[place]! }));
    expect(smallestChanges(differences, 'up', (sum) => sum >= needed)).toEqual(expected);
    const turned = differences.map((amounts) => amounts.map((amount) => -amount));
    expect(smallestChanges(turned, 'down', (sum) => sum <= -needed)).toEqual(expected);
  });

  test('gives up when no three are enough', () => {
    expect(smallestChanges([[4], [4], [4], [4]], 'up', (sum) => sum >= 13)).toBeNull();
    expect(smallestChanges([], 'up', (sum) => sum >= 1)).toBeNull();
  });

  test('finds what trying everything finds', () => {
    const amounts = fc.array(fc.integer({ min: -6, max: 9 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 6 }), fc.integer({ min: 1, max: 24 }), (differences, needed) => {
        const found = smallestChanges(differences, 'up', (sum) => sum >= needed);
        const told =
          found === null
            ? null
            : [...found.map(({ field }) => field), ...found.map(({ option }) => option)]
                .map((place) => String(place).padStart(3, '0'))
                .join();
        expect(told).toBe(byTryingAll(differences, needed));
      }),
      { numRuns: 500, seed: 20_260_301 },
    );
  });
});
