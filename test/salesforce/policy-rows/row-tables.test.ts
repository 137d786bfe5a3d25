import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { flatten } from '../../../core/src/decide/index.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { rowFiles, rowsFolder } from '../../../salesforce/policy-rows/row-files.ts';
import { rowTables } from '../../../core/src/author/policy/row-tables.ts';
import { drawPair } from '../../differential/generate-pairs.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** The kinds and columns that policies of all sorts flatten to. */
function columnsOfPolicies(): Map<string, string[]> {
  const columns = new Map<string, string[]>();
  for (let place = 0; place < 30; place += 1) {
    const policy = JSON.parse(drawPair(3, place, 1).policyJson) as Policy;
    for (const row of flatten(policy))
      columns.set(
        row.kind,
        row.cells.map((cell) => cell.column),
      );
  }
  return columns;
}

describe('the table of a policy’s rows', () => {
  const columns = columnsOfPolicies();

  test('has every kind of row that a policy flattens to, and no other', () => {
    expect(rowTables.map((each) => each.kind).sort()).toEqual([...columns.keys()].sort());
  });

  test.each(rowTables.map((each) => [each.kind, each] as const))(
    'has the columns of a %s in their order',
    (kind, table) => {
      expect(table.columns.map((each) => each.column)).toEqual(columns.get(kind));
    },
  );

  test('is what the checked-in objects and their class were written from', () => {
    const folder = path.join(root, rowsFolder);
    const present = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    const wanted = rowFiles();
    expect(present.length).toBe(wanted.size);
    for (const [file, text] of wanted) expect(readFileSync(path.join(folder, file), 'utf8')).toBe(text);
  });

  test('keeps within what Salesforce takes: 40 characters a name, 20 fields with history', () => {
    for (const { kind, columns: own } of rowTables) {
      expect(`Sbx${kind}`.length).toBeLessThanOrEqual(40);
      expect(own.length + 1).toBeLessThanOrEqual(20);
      expect(own.every((each) => each.column.length <= 40 && each.label.length <= 40 && each.help.length <= 510)).toBe(
        true,
      );
    }
  });
});
