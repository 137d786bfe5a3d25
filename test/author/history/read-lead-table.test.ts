import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openHistory, type History } from '../../../core/src/author/history/open-history.ts';
import { quoteText } from '../../../core/src/author/history/quote.ts';
import { readLeadTable } from '../../../core/src/author/history/read-lead-table.ts';
import { columnOf, type LeadTable } from '../../../core/src/author/learn/table/lead-table.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { testFolder } from './folder.ts';

const starter = JSON.parse(readFileSync(path.resolve('core/policies/starter.json'), 'utf8')) as Policy;
const policy: Policy = {
  ...starter,
  fields: [
    { fieldKey: 'depots', label: 'Depots', fieldType: 'number', isPersonal: false },
    { fieldKey: 'trial', label: 'Trial', fieldType: 'flag', isPersonal: false },
  ],
};
const file = testFolder();
let history: History;
beforeAll(async () => {
  history = await openHistory();
});
afterAll(() => history.close());

const csv = `leadKey,arrivedAt,outcome,closedAt,personKey,stage,industry,employees,depots,trial,company,industryChangedAt,nativeScore,unknown
007,2025-01-01,won,1738368000000,p1,Won,Logistics,120,3,True,Acme,2025-01-05,80,x
8,2025-01-02T00:00:00Z,Lost,,,Lost,"  LOGISTICS ",many,2.9,0,Acme,,,x
9,,open,,p1,,Müller & Söhne,-5,,maybe,,,12,x
10,1735862400000,parked,,,,,1e3,inf,,,,,x
11,2025-01-04,lost,2025-02-01,one,two,three,4,5,six,seven,eight,9,ten,eleven,twelve
`;

function textsOf(table: LeadTable, fieldKey: string): (string | null)[] {
  const column = columnOf(table, fieldKey);
  return column?.kind === 'text' ? [...column.codes].map((code) => column.texts[code] ?? null) : [];
}

function numbersOf(table: LeadTable, fieldKey: string): number[] {
  const column = columnOf(table, fieldKey);
  return column?.kind === 'number' ? [...column.values] : [];
}

describe('a prepared history', () => {
  test('comes from CSV as columns, in the order of its lines, and says what it could not read', async () => {
    writeFileSync(file('leads.csv'), csv);
    const { table, messages } = await readLeadTable(history, file('leads.csv'), policy);
    expect(table.leadKeys).toEqual(['007', '8', '9', '10']);
    expect([...table.arrivedAt]).toEqual([
      Date.UTC(2025, 0, 1),
      Date.UTC(2025, 0, 2),
      Number.NaN,
      Date.UTC(2025, 0, 3),
    ]);
    expect([...table.outcomes]).toEqual([1, 2, 0, 0]);
    expect([...table.closedAt]).toEqual([Date.UTC(2025, 1, 1), Number.NaN, Number.NaN, Number.NaN]);
    expect(textsOf(table, 'industry')).toEqual(['logistics', 'logistics', 'mueller & soehne', null]);
    expect(textsOf(table, 'trial')).toEqual(['yes', 'no', null, null]);
    expect(numbersOf(table, 'employees')).toEqual([120, Number.NaN, -5, 1_000]);
    expect(numbersOf(table, 'depots')).toEqual([3, 2, Number.NaN, Number.NaN]);
    expect(table.closing.personKeys).toEqual(['p1', null, 'p1', null]);
    expect([...table.closing.stages.codes].map((code) => table.closing.stages.texts[code])).toEqual([
      'Won',
      'Lost',
      undefined,
      undefined,
    ]);
    expect(table.closing.changedAt.get('industry')?.[0]).toBe(Date.UTC(2025, 0, 5));
    expect([...table.nativeScores!]).toEqual([80, Number.NaN, 12, Number.NaN]);
    expect(messages.map(({ code, found }) => `${code} ${found.split(' ')[0]}`)).toEqual([
      'HIS007 1',
      'HIS006 1',
      'HIS005 1',
    ]);
  });

  test('keeps nothing that says who somebody is, and no column that the policy does not know', async () => {
    const { table } = await readLeadTable(history, file('leads.csv'), policy);
    expect(table.columns.map(({ fieldKey }) => fieldKey).sort()).toEqual(['depots', 'employees', 'industry', 'trial']);
  });

  test('is the same from Parquet with types of its own, over many chunks', async () => {
    const sql = `SELECT 'L' || i AS "leadKey", TIMESTAMP '2025-01-01' + to_seconds(i) AS "arrivedAt", 'lost' AS outcome,
      CASE WHEN i % 7 > 0 THEN 'Industry ' || i % 1000 END AS industry, CASE WHEN i % 5 > 0 THEN i::USMALLINT END AS employees,
      i / 2.0 AS depots, i % 2 = 0 AS trial FROM range(20000) r(i)`;
    await history.connection.run(`COPY (${sql}) TO ${quoteText(file('many.parquet'))} (FORMAT parquet)`);
    const { table, messages } = await readLeadTable(history, file('many.parquet'), policy);
    const rows = Array.from({ length: 20_000 }, (_, row) => row);
    expect(messages).toEqual([]);
    expect(table.leadKeys).toEqual(rows.map((row) => `L${row}`));
    expect([...table.arrivedAt]).toEqual(rows.map((row) => Date.UTC(2025, 0, 1) + row * 1_000));
    expect(textsOf(table, 'industry')).toEqual(rows.map((row) => (row % 7 > 0 ? `industry ${row % 1_000}` : null)));
    expect(numbersOf(table, 'employees')).toEqual(rows.map((row) => (row % 5 > 0 ? row : Number.NaN)));
    expect(numbersOf(table, 'depots')).toEqual(rows.map((row) => Math.floor(row / 2)));
    expect(textsOf(table, 'trial')).toEqual(rows.map((row) => (row % 2 === 0 ? 'yes' : 'no')));
  });

  test('needs a key, an arrival and an outcome', async () => {
    writeFileSync(file('short.csv'), 'leadKey,arrivedAt\na,1\n');
    await expect(readLeadTable(history, file('short.csv'), policy)).rejects.toThrow(/^HIS004.*outcome/s);
  });
});
