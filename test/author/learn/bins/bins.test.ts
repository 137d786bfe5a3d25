import { describe, expect, test } from '@jest/globals';
import { chooseNumberBins } from '../../../../core/src/author/learn/bins/choose-number-bins.ts';
import { chooseTextBins } from '../../../../core/src/author/learn/bins/choose-text-bins.ts';
import { encodeLeads } from '../../../../core/src/author/learn/bins/encode-leads.ts';
import { firstBinCode, missingCode, otherCode } from '../../../../core/src/author/learn/bins/attribute-bins.ts';
import type { NumberColumn } from '../../../../core/src/author/learn/table/lead-table.ts';
import { numberColumn, tableOf, textColumn } from '../drawn-history.ts';

function rowsOf(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, row) => row);
}

describe('ranges of numbers', () => {
  const bins = (values: (number | null)[], leastRows: number): number[] =>
    chooseNumberBins(numberColumn('employees', values) as NumberColumn, rowsOf(values.length), leastRows).lows;

  test('hold about as many leads each', () => {
    expect(bins([1, 2, 3, 4, 5, 6, 7, 8], 2)).toEqual([1, 3, 5, 7]);
  });

  test('give a value that many leads have a range of its own', () => {
    const values = [...Array.from({ length: 50 }, () => 0), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(bins(values, 5)).toEqual([0, 1, 6]);
  });

  test('are one where all values are the same, and none where none is known', () => {
    expect(bins([7, 7, 7, 7], 2)).toEqual([7]);
    expect(bins([null, null], 2)).toEqual([]);
  });
});

describe('groups of texts', () => {
  test('are one for each text that enough leads have, the most frequent first', () => {
    const values = ['b', 'b', 'b', 'a', 'a', 'a', 'a', 'c', null];
    const { groups } = chooseTextBins(textColumn('industry', values), rowsOf(9), new Uint8Array(9), 3);
    expect(groups).toEqual([['a'], ['b']]);
  });

  test('put rare texts together by how often they were won, and leave out what hardly anybody has', () => {
    const values = Array.from({ length: 400 }, (_, row) => `page ${row % 40}`);
    const labels = Uint8Array.from(values, (_, row) => (row % 40 < 20 ? 1 : 0));
    const { groups } = chooseTextBins(
      textColumn('entryPage', [...values, 'once']),
      rowsOf(401),
      Uint8Array.from([...labels, 1]),
      30,
    );
    const wonGroups = groups.filter((texts) => texts.every((text) => Number(text.slice(5)) < 20));
    const otherGroups = groups.filter((texts) => texts.every((text) => Number(text.slice(5)) >= 20));
    expect(wonGroups.length + otherGroups.length).toBeGreaterThanOrEqual(groups.length - 1);
    expect(groups.flat()).not.toContain('once');
  });

  test('never hold a text that a row of a policy could not carry', () => {
    const values = Array.from({ length: 20 }, (_, row) => (row < 10 ? 'a;b' : 'x'.repeat(121)));
    expect(chooseTextBins(textColumn('campaign', values), rowsOf(20), new Uint8Array(20), 3).groups).toEqual([]);
  });
});

test('codes tell missing, other and bins apart, and a number below all ranges is in the first', () => {
  const table = tableOf(
    [0, 0, 0, 0],
    ['lost', 'lost', 'lost', 'lost'],
    [1, 1, 1, 1],
    [numberColumn('employees', [null, -5, 10, 99]), textColumn('industry', ['a', null, 'z', 'b'])],
  );
  const { codes, codeCounts } = encodeLeads(table, rowsOf(4), [
    { kind: 'number', fieldKey: 'employees', label: 'employees', lows: [1, 10, 50] },
    { kind: 'text', fieldKey: 'industry', label: 'industry', groups: [['b', 'c'], ['a']] },
  ]);
  expect([...codes[0]!]).toEqual([missingCode, firstBinCode, firstBinCode + 1, firstBinCode + 2]);
  expect([...codes[1]!]).toEqual([firstBinCode + 1, missingCode, otherCode, firstBinCode]);
  expect(codeCounts).toEqual([5, 4]);
});
