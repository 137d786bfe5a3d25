import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readCsvRecord } from '../../../../core/src/author/run/csv-records.ts';
import type { HygieneReport } from '../../../../core/src/author/learn/hygiene/hygiene-report.ts';
import {
  lost,
  noActivities,
  won,
  type LeadColumn,
  type LeadTable,
} from '../../../../core/src/author/learn/table/lead-table.ts';
import { asOf, day, inspect, lineOf, spanDays, start, textColumn } from './small-history.ts';

const file = path.join(__dirname, '../../../../../shared/data/bank-marketing/bank-additional-full.csv');

function readFileRows(): { headers: string[]; rows: string[][] } {
  const text = readFileSync(file, 'utf8');
  const rows: string[][] = [];
  for (let place = 0; place < text.length;) {
    const reading = readCsvRecord(text, place, ';', true);
    if (reading.kind !== 'record') {
      throw new Error(`Not readable at ${place}.`);
    }
    rows.push(reading.fields);
    place = reading.next;
  }
  return { headers: rows[0]!, rows: rows.slice(1).filter(({ length }) => length > 1) };
}

/** 41,188 calls in order of time, evenly over a year; each closes a day after it arrived. */
function bankTable(rename: (name: string) => string): LeadTable {
  const { headers, rows } = readFileRows();
  const columns = headers.slice(0, -1).map((name, place): LeadColumn => {
    const cells = rows.map((row) => row[place]!);
    const fieldKey = rename(name);
    return cells.every((cell) => cell !== '' && !Number.isNaN(Number(cell)))
      ? {
          kind: 'number',
          fieldKey,
          label: fieldKey,
          values: Float64Array.from(cells, (cell) => Math.round(Number(cell) * 1_000)),
        }
      : textColumn(fieldKey, cells);
  });
  const nobody = rows.map(() => null);
  const arrivedAt = Float64Array.from(rows, (_, row) => start + Math.floor((row * spanDays * day) / rows.length));
  return {
    rowCount: rows.length,
    leadKeys: rows.map((_, row) => `call-${row}`),
    arrivedAt,
    outcomes: Uint8Array.from(rows, (row) => (row.at(-1) === 'yes' ? won : lost)),
    closedAt: arrivedAt.map((arrival) => arrival + day),
    columns,
    activities: noActivities(),
    nativeScores: null,
    closing: {
      personKeys: nobody,
      outcomeWords: textColumn('outcome', nobody),
      stages: textColumn('stage', nobody),
      closeReasons: textColumn('reason', nobody),
      finalOwners: textColumn('owner', nobody),
      firstTouchAt: arrivedAt,
      changedAt: new Map(),
      outcomesFrom: 'file',
    },
  };
}

/** Real data is not part of the repository. Where it is absent, its tests say so and are left out. */
function testWithBank(name: string, body: () => void): void {
  if (existsSync(file)) {
    test(name, body, 60_000);
  } else {
    console.warn(`Left out "${name}": ${path.basename(file)} is not in ../shared/data.`);
    test.skip(name, body);
  }
}

const excludedKeys = (report: HygieneReport): string[] => report.excludedFields.map(({ fieldKey }) => fieldKey);

describe("A bank's sales calls", () => {
  testWithBank('the length of the call is named as leakage and nothing else is', () => {
    const report = inspect(
      bankTable((name) => name),
      asOf,
    );
    expect(report.excludedFields).toMatchObject([{ fieldKey: 'duration', code: 'LRN021' }]);
    expect(report.isStopped).toBe(false);
    expect(lineOf(report, 'LRN029')).toMatchObject({ grade: 'partial' });
    expect(lineOf(report, 'LRN029').found).toMatch(/3\.4 % from .* 25\.8 % from/);
  });

  testWithBank('it is found by its figures alone, when its name says nothing', () => {
    expect(
      excludedKeys(
        inspect(
          bankTable((name) => (name === 'duration' ? 'field11' : name)),
          asOf,
        ),
      ),
    ).toEqual(['field11']);
  });
});
