import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { codeTable } from '../../../tools/eslint-subset/code-table.ts';

test('The table of codes in docs/subset.md says what the rules say', () => {
  const text = readFileSync(path.join(__dirname, '..', '..', '..', 'docs', 'subset.md'), 'utf8');
  const table = text.slice(text.indexOf('<!-- codes -->'), text.indexOf('<!-- /codes -->'));
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| ---'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows).toEqual(codeTable);
});
