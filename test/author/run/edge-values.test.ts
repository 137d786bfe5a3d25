import { describe, expect, test } from '@jest/globals';
import { guessDateOrder, readInstant, type DateOrder } from '../../../core/src/author/run/read-instant';
import { readWhole } from '../../../core/src/author/run/read-whole';
import cases from '../../cases/edge-values.json';

type InstantCase = { typed: string; order?: string; means: string | null };

describe('what people type into a cell', () => {
  test.each(cases.whole)('the number $typed means $means', ({ typed, means }) => {
    const reading = readWhole(typed);
    expect(reading.kind === 'whole' ? reading.whole : reading.kind).toBe(means);
  });

  test.each(cases.instant as InstantCase[])('the date $typed means $means ($order)', ({ typed, order, means }) => {
    const instant = readInstant(typed, (order ?? 'monthFirst') as DateOrder);
    expect(instant === null ? null : new Date(instant).toISOString()).toBe(means);
  });

  test.each(cases.dateOrder)('dates such as $cells are $means', ({ cells, means }) => {
    expect(guessDateOrder(cells)).toBe(means);
  });
});
