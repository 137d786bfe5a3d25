import { expect, test } from '@jest/globals';
import { compareSegments } from '../../../core/src/author/learn/segments/compare-segments.ts';
import type { CardSettings } from '../../../core/src/author/learn/fit/fit-card.ts';
import { drawing, numberColumn, tableOf, textColumn } from './drawn-history.ts';

const settings: CardSettings = {
  fields: [
    { fieldKey: 'country', direction: 'any' },
    { fieldKey: 'employees', direction: 'any' },
  ],
  signals: [],
  decayTable: [],
  landmarkDays: 0,
  expertCard: null,
};

/** Size helps in one country and harms in the other, or helps in both. */
function compared(isTurned: boolean): ReturnType<typeof compareSegments> {
  const draw = drawing(17);
  const count = 10_000;
  const countries = Array.from({ length: count }, () => (draw() < 0.5 ? 'de' : 'us'));
  const employees = countries.map(() => Math.floor(draw() * 100));
  const labels = Uint8Array.from(countries, (country, row) => {
    const size = (employees[row]! - 50) / 20;
    return draw() < 1 / (1 + Math.exp(1 - (isTurned && country === 'us' ? -size : size))) ? 1 : 0;
  });
  const days = countries.map((_, row) => row / 50);
  const table = tableOf(
    days,
    countries.map(() => 'lost'),
    days,
    [textColumn('country', countries), numberColumn('employees', employees)],
  );
  return compareSegments(table, { rows: Int32Array.from(days.keys()), labels }, settings, 1);
}

test('a segment with laws of its own is found', () => {
  const segments = compared(true);
  expect(segments.map(({ text }) => text).sort()).toEqual(['de', 'us']);
  expect(segments.some(({ isOwnBetter }) => isOwnBetter)).toBe(true);
  expect(segments.every(({ own, all }) => own.areaUnderCurve > all.areaUnderCurve)).toBe(true);
});

test('where all obey the same laws no segment needs a card of its own', () => {
  expect(compared(false).map(({ isOwnBetter }) => isOwnBetter)).toEqual([false, false]);
});
