import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { printClass } from '../../../salesforce/compiler/apex/print-class.ts';
import { printDiagnostic } from '../../../salesforce/compiler/diagnostics.ts';
import { intrinsicFiles } from '../../../salesforce/compiler/engine-files.ts';
import { compileSnippets } from './compile-snippets.ts';
import { runApex } from './run-apex.ts';

const folder = path.join(import.meta.dirname, 'features');
const names = readdirSync(folder).map((file) => path.basename(file, '.ts'));

/** The modules stand beside the tests, so their way to the engine is another than inside it. */
const sources = new Map(
  names.map((name) => [
    `${name}-feature`,
    readFileSync(path.join(folder, `${name}.ts`), 'utf8').replaceAll('../../../../core/src/decide/', '../'),
  ]),
);
const compiled = compileSnippets(sources);

describe('each feature of the language gives in Apex what it gives in JavaScript', () => {
  test.each(names)('%s', async (name) => {
    const { classes, diagnostics } = compiled.get(`${name}-feature`)!;
    expect(diagnostics.map(printDiagnostic)).toEqual([]);
    const { results } = (await import(`./features/${name}.ts`)) as { results: () => string[] };
    const expected = results();
    expect(expected.length).toBeGreaterThan(10);
    const apex = new Map(classes.map(({ apexClass }) => [`${apexClass.name}.cls`, printClass(apexClass)]));
    const className = `Sbx${name.charAt(0).toUpperCase()}${name.slice(1)}Feature`;
    expect(runApex(new Map([...apex, ...intrinsicFiles()]), className, 'results')).toEqual(expected);
  });
});
