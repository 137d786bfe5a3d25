import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { countLines, readCsvRecord } from '../../../core/src/author/run/csv-records.ts';

type Seen = { records: string[][]; broken: { line: number; fault: string }[] };

/** Reads a text as the runner does: in blocks, asking for more when a record is not whole yet. */
function readAll(text: string, blockSize: number, delimiter = ','): Seen {
  const seen: Seen = { records: [], broken: [] };
  let until = Math.min(blockSize, text.length);
  let place = 0;
  let line = 1;
  while (place < text.length) {
    const known = text.slice(0, until);
    const reading = readCsvRecord(known, place, delimiter, until === text.length);
    if (reading.kind === 'more') {
      until = Math.min(until + blockSize, text.length);
      continue;
    }
    if (reading.kind === 'record') {
      seen.records.push(reading.fields);
    } else {
      seen.broken.push({ line: line + countLines(known, place, reading.opened), fault: reading.fault });
    }
    line += countLines(known, place, reading.next);
    place = reading.next;
  }
  return seen;
}

const cell = fc.string({ unit: fc.constantFrom('a', 'ü', ' ', ',', ';', '"', '\n', '\r\n', '0'), maxLength: 6 });
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const written = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe('reading CSV', () => {
  test('well-formed text reads as csv-parse reads it, wherever the blocks end', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 9 }), (rows, lineEnd, blockSize) => {
        const text = rows.map((row) => row.map(written).join(',') + lineEnd).join('');
        const seen = readAll(text, blockSize);
        expect(seen).toEqual({ records: rows, broken: [] });
        expect(seen.records).toEqual(parse(text, { relax_column_count: true }));
      }),
      { numRuns: 500 },
    );
  });

  test('any text ends, and is read the same wherever the blocks end', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r'), maxLength: 40 }), (text) => {
        expect(readAll(text, 1)).toEqual(readAll(text, 1000));
      }),
      { numRuns: 2000 },
    );
  });

  test('a quote that is never closed spoils its own line only', () => {
    const seen = readAll('a,b\n1,2\n3,"x\n5,6\n7,8\n', 1000);
    expect(seen.records).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['5', '6'],
      ['7', '8'],
    ]);
    expect(seen.broken).toEqual([{ line: 3, fault: 'quoteNotClosed' }]);
  });

  test('text after a closing quote spoils its own line only, and the line of the opening quote is named', () => {
    const seen = readAll('a,b\n1,"x\ny"z\n5,6\n', 1000);
    expect(seen.records).toEqual([['a', 'b'], ['y"z'], ['5', '6']]);
    expect(seen.broken).toEqual([{ line: 2, fault: 'textAfterQuote' }]);
  });

  test('a quote within a field without quotes is just a quote', () => {
    expect(readAll('5" pipe,it"s\n', 1000).records).toEqual([['5" pipe', 'it"s']]);
  });

  test('semicolons and tabs separate as well', () => {
    expect(readAll('a;"b;c"\n', 1000, ';').records).toEqual([['a', 'b;c']]);
    expect(readAll('a\t"b\tc"\n', 1000, '\t').records).toEqual([['a', 'b\tc']]);
  });
});
