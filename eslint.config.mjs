import { existsSync } from 'node:fs';
import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';
import { importsPlugin } from './tools/eslint-imports/plugin.ts';
import { allSubsetRules, nameSubsetRules, subsetPlugin } from './tools/eslint-subset/plugin.ts';

const decide = 'core/src/decide/**/*.ts';
const intrinsics = ['core/src/decide/model/text.ts', 'core/src/decide/model/number.ts'];

// Without the plugin's packages its commands have no types to check them by. CI installs the packages first.
const commandsOfPlugin = ['salesforce/plugin/src/cli/', 'salesforce/plugin/src/commands/'];
const withoutTypes = existsSync('salesforce/plugin/node_modules') ? [] : commandsOfPlugin;

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      'runs/',
      'out/',
      'dist/',
      'coverage/',
      '.cache/',
      '**/lwc/',
      'salesforce/plugin/lib*/',
      ...withoutTypes,
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Syntax trees are compared with plain strings, and Int is a branded number, which these two misread.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-unary-minus': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', require: 'readonly' } },
  },
  {
    files: ['core/**/*.ts', 'salesforce/**/*.ts', 'hubspot/**/*.ts', 'hubspot/**/*.tsx', 'sandbox/**/*.ts'],
    plugins: { imports: importsPlugin },
    rules: { 'imports/direction': 'error' },
  },
  { files: [decide], ignores: intrinsics, plugins: { subset: subsetPlugin }, rules: allSubsetRules },
  { files: intrinsics, plugins: { subset: subsetPlugin }, rules: nameSubsetRules },
);
