import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { constructs } from '../emit/constructs.ts';
import { builtinTypes } from '../library/registry.ts';
import { supportTable } from './support-table.ts';

// Writes SUPPORT.md; with --check it only says whether the file is what would be written.
const file = path.join(import.meta.dirname, '../SUPPORT.md');
const text = supportTable(constructs, builtinTypes());

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write(
    'APEX036 SUPPORT.md is not up to date. Run node sandbox/salesforce/apex/runner/write-support.ts.\n',
  );
  process.exitCode = 1;
}
