import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { config } from '@hubspot/eslint-config-ui-extensions';
import * as typescriptParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { withoutPackages } from './without-packages.ts';

/** What HubSpot's lint has against files: a line each, and how many files it looked at. */
export type Linted = { readonly problems: readonly string[]; readonly count: number };

/** The sources of the interface, by the rules for what runs in HubSpot's pages. */
export async function lintSources(folder: string): Promise<Linted> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.split(path.sep).includes('node_modules'))
    .map((file) => path.join(folder, file))
    .sort();
  const eslint = lint(folder, [
    ...config,
    { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser: typescriptParser } },
  ]);
  const results = await eslint.lintFiles(files);
  return { problems: results.flatMap(problemsOf), count: files.length };
}

/**
 * Built entry points, which stand where the rules about folders see them. What a package in the bundle does is not ours to mend,
 * and HubSpot's lint does not look into packages either.
 */
export async function lintBuilt(folder: string, files: readonly string[]): Promise<Linted> {
  const eslint = lint(folder, config);
  const problems: string[] = [];
  for (const file of files) {
    const filePath = path.join(folder, file);
    const results = await eslint.lintText(withoutPackages(readFileSync(filePath, 'utf8')), { filePath: filePath });
    problems.push(...results.flatMap(problemsOf));
  }
  return { problems: problems, count: files.length };
}

function lint(folder: string, rules: ESLint.Options['overrideConfig']): ESLint {
  return new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: rules,
    ignore: false,
    allowInlineConfig: false,
  });
}

function problemsOf({ filePath, messages }: ESLint.LintResult): string[] {
  return messages.map(({ line, ruleId, message }) => {
    const place = `${path.relative(process.cwd(), filePath)}:${line}`;
    return `${place} ${message} (${ruleId ?? 'grammar'})`;
  });
}
