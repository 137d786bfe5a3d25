import { createRequire } from 'node:module';
import path from 'node:path';
import { listFiles } from './apex-sources.ts';
import type { Finding } from './finding.ts';

type Message = { line?: number; column?: number; ruleId: string | null; message: string };
type Result = { filePath: string; messages: Message[] };
type Eslint = { ESLint: new (options: object) => { lintFiles(files: string[]): Promise<Result[]> } };
type Configuration = { configs: { recommended: object[] } };

// Jest is not installed where its rules look for it; tests load mocks by require, and wait for what a component does.
const ofTests = [
  { settings: { jest: { version: 29 } } },
  {
    files: ['**/__tests__/**'],
    languageOptions: { globals: { require: 'readonly' } },
    rules: { '@lwc/lwc/no-async-operation': 'off' },
  },
];

/**
 * What Salesforce's own rules for Lightning web components have against the modules below the folders.
 *
 * Example: `document.querySelector('p')` in a component gives `[{ code: 'APC029', … }]`.
 */
export async function checkComponents(folders: string[]): Promise<{ findings: Finding[]; count: number }> {
  const files = folders
    .flatMap(listFiles)
    .filter((file) => file.endsWith('.js') && file.split(path.sep).includes('lwc'));
  if (files.length === 0) return { findings: [], count: 0 };
  const require = createRequire(path.join(import.meta.dirname, 'package.json'));
  const { ESLint } = require('eslint') as Eslint;
  const { configs } = require('@salesforce/eslint-config-lwc') as Configuration;
  const eslint = new ESLint({
    // Everything below it may be checked, and the settings of the project around are for other files.
    cwd: path.parse(import.meta.dirname).root,
    overrideConfigFile: true,
    overrideConfig: [...configs.recommended, ...ofTests],
    ignore: false,
  });
  const results = await eslint.lintFiles(files);
  return { findings: results.flatMap(readResult), count: files.length };
}

function readResult({ filePath, messages }: Result): Finding[] {
  return messages.map(({ line = 1, column = 0, ruleId, message }) => ({
    file: filePath,
    line,
    column,
    code: 'APC029',
    message: `${message} Next: follow the rule ${ruleId ?? 'of the grammar'}.`,
  }));
}
