import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = path.join(__dirname, '..', '..');
const readRoot = (file: string): string => readFileSync(path.join(root, file), 'utf8');

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => path.join(folder, file));
}

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...filesBelow('docs', '.md'),
  ...filesBelow('core', '.md'),
  ...filesBelow('salesforce', '.md'),
  ...filesBelow('hubspot', '.md'),
  ...filesBelow('sandbox', '.md'),
  ...filesBelow('test/differential', '.md'),
];
const scripts = (JSON.parse(readRoot('package.json')) as { scripts: Record<string, string> }).scripts;

describe.each(documents.filter((file) => !file.includes('node_modules')))('%s', (document) => {
  test('names only files and folders that exist', () => {
    const named = [
      ...readRoot(document).matchAll(/`((?:core|docs|test|tools|salesforce|hubspot|sandbox)\/[A-Za-z0-9_./-]*)`/g),
    ].map((found) => found[1]!);
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  test('names only commands that exist', () => {
    const commands = [...readRoot(document).matchAll(/(?:^ {4}|`)npm (?:run )?([a-z]+:?[a-z]*)/gm)]
      .map((found) => found[1]!)
      .filter((name) => !['ci', 'install'].includes(name));
    expect(commands.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

describe('docs/codes.md', () => {
  const inTables = /^\| ([A-Z]{3,4}\d{3}) /gm;
  const listed = new Set(
    [...readRoot('docs/codes.md').matchAll(inTables), ...readRoot('docs/subset.md').matchAll(/^\| (APX\d{3}) /gm)].map(
      (found) => found[1]!,
    ),
  );
  const sources = [
    ...filesBelow('core/src', '.ts'),
    ...filesBelow('salesforce/compiler', '.ts'),
    ...filesBelow('salesforce/checks', '.ts').filter((file) => !file.includes('node_modules')),
    ...filesBelow('sandbox/salesforce/apex', '.ts'),
    ...filesBelow('salesforce/plugin/src', '.ts'),
    'salesforce/plugin/main.ts',
    ...filesBelow('salesforce/app', '.cls').filter((file) => !file.includes('/tests/')),
    ...filesBelow('salesforce/app', '.validationRule-meta.xml'),
    ...filesBelow('sandbox/salesforce/lightning', '.ts').filter((file) => !file.includes('node_modules')),
    ...filesBelow('hubspot/handlers', '.ts'),
    ...filesBelow('hubspot/server', '.ts'),
    ...filesBelow('hubspot/functions', '.ts').filter((file) => !file.includes('node_modules')),
    ...filesBelow('hubspot/projects', '.ts').filter((file) => !file.includes('node_modules')),
    ...filesBelow('hubspot/ui', '.ts').filter((file) => !file.includes('node_modules')),
    ...filesBelow('sandbox/hubspot', '.ts'),
    'run.mjs',
  ];
  const used = new Set(
    sources.flatMap((file) =>
      [...readRoot(file).matchAll(/['"`\s{>]((?!SHA|AES)[A-Z]{3,4}\d{3})\b(?=['": ,])/g)].map((found) => found[1]!),
    ),
  );

  test('lists every code that the program can show', () => {
    expect([...used].filter((code) => !listed.has(code)).sort()).toEqual([]);
  });

  test('lists no code that the program no longer has', () => {
    expect([...listed].filter((code) => !used.has(code)).sort()).toEqual([]);
  });
});

test('Every decision page answers the same questions', () => {
  for (const page of filesBelow('docs/decisions', '.md')) {
    const text = readRoot(page);
    for (const heading of ['**Question.**', '**Chosen', '**We would notice']) {
      if (!page.endsWith('0008-libraries.md')) {
        expect(`${page} ${text.includes(heading) ? heading : 'lacks it'}`).toBe(`${page} ${heading}`);
      }
    }
  }
});

test('Every lead that a document names is in the sample', () => {
  const sample = readRoot('core/sample/leads.csv');
  const named = documents.flatMap((file) => [...readRoot(file).matchAll(/\bL-\d{5}\b/g)].map((found) => found[0]));
  expect(named.filter((leadId) => !sample.includes(`\n${leadId},`))).toEqual([]);
});
