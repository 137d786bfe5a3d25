import { describe, expect, test } from '@jest/globals';
import { lastChangeAfter, valueAsOf, type FieldPast } from '../../../../core/src/author/learn/table/value-as-of.ts';

const past: FieldPast<string> = {
  kind: 'history',
  changes: [
    { changedAt: 20, value: 'b' },
    { changedAt: 10, value: 'a' },
    { changedAt: 30, value: null },
  ],
};

describe('a value as of then', () => {
  test.each([
    [5, null],
    [10, 'a'],
    [25, 'b'],
    [99, null],
  ])('at %i is %s', (moment, value) => {
    expect(valueAsOf(past, moment)).toBe(value);
  });

  test('without a history counts only if nobody touched the record since', () => {
    expect(valueAsOf({ kind: 'present', value: 'now', isUntouched: true }, 5)).toBe('now');
    expect(valueAsOf({ kind: 'present', value: 'now', isUntouched: false }, 5)).toBeNull();
  });

  test('was last changed after a moment, or nobody knows', () => {
    expect(lastChangeAfter(past, 15)).toBe(30);
    expect(lastChangeAfter(past, 30)).toBeNull();
    expect(lastChangeAfter({ kind: 'present', value: 'now', isUntouched: false }, 0)).toBeNull();
  });
});
