import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { diagnosticTexts } from '../../../salesforce/compiler/diagnostics.ts';

test("The table of the compiler's codes in docs/subset.md says what the compiler says", () => {
  const text = readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'docs', 'subset.md'), 'utf8');
  const table = text.slice(text.indexOf('<!-- compiler codes -->'), text.indexOf('<!-- /compiler codes -->'));
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('| APX'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('\\', '')),
    );
  // What a message is about differs from time to time; the page has dots there.
  const said = Object.entries(diagnosticTexts).map(([code, message]) => [code, message.replace(/\{[0-9]\}/g, '…')]);
  expect(rows).toEqual(said);
});
