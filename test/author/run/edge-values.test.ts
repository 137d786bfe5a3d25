import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { guessDateOrder, readInstant, type DateOrder } from '../../../core/src/author/run/read-instant.ts';
import { readWhole } from '../../../core/src/author/run/read-whole.ts';

type EdgeValues = {
  whole: { typed: string; means: number | string }[];
  instant: { typed: string; order?: DateOrder; means: string | null }[];
  dateOrder: { cells: string[]; means: DateOrder }[];
};

const cases = JSON.parse(readFileSync(path.join(__dirname, '../../cases/edge/edge-values.json'), 'utf8')) as EdgeValues;

describe('what people type into a cell', () => {
  test.each(cases.whole)('the number $typed means $means', ({ typed, means }) => {
    const reading = readWhole(typed);
    expect(reading.kind === 'whole' ? reading.whole : reading.kind).toBe(means);
  });

  test.each(cases.instant)('the date $typed means $means ($order)', ({ typed, order, means }) => {
    const instant = readInstant(typed, order ?? 'monthFirst');
    expect(instant === null ? null : new Date(instant).toISOString()).toBe(means);
  });

  test.each(cases.dateOrder)('dates such as $cells are $means', ({ cells, means }) => {
    expect(guessDateOrder(cells)).toBe(means);
  });
});
