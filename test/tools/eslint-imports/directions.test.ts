import { Linter } from 'eslint';
import { expect, test } from '@jest/globals';
import typescript from 'typescript-eslint';
import { importsPlugin } from '../../../tools/eslint-imports/plugin.ts';

test.each([
  ['core/src/decide/score/score.ts', '../classify/classify.ts'],
  ['core/src/decide/score/score.ts', './weights.ts'],
  ['core/src/decide/policy/prepare.ts', '../model/policy.ts'],
  ['core/src/decide/pipeline.ts', './record/record.ts'],
  ['core/src/author/main.ts', '../decide/index.ts'],
  ['core/src/author/main.ts', 'zod'],
])('%s may import %s', (file, target) => {
  expect(codesOf(file, target)).toEqual([]);
});

test.each([
  ['core/src/decide/score/score.ts', '../route/route.ts', 'IMP001'],
  ['core/src/decide/score/score.ts', '../policy/flatten.ts', 'IMP001'],
  ['core/src/decide/score/score.ts', '../pipeline.ts', 'IMP001'],
  ['core/src/decide/policy/prepare.ts', '../intake/take-in.ts', 'IMP001'],
  ['core/src/decide/pipeline.ts', '../author/main.ts', 'IMP001'],
  ['core/src/decide/pipeline.ts', 'zod', 'IMP002'],
  ['core/src/decide/pipeline.ts', 'node:fs', 'IMP002'],
  ['core/src/author/main.ts', '../../../salesforce/deploy.ts', 'IMP001'],
  ['core/src/author/main.ts', '../../../test/cases/one.ts', 'IMP001'],
])('%s may not import %s', (file, target, code) => {
  expect(codesOf(file, target)).toEqual([code]);
});

function codesOf(file: string, target: string): string[] {
  const found = new Linter({ configType: 'flat', cwd: '/virtual' }).verify(
    `import { thing } from '${target}';`,
    {
      files: ['**/*.ts'],
      plugins: { imports: importsPlugin as never },
      languageOptions: { parser: typescript.parser },
      rules: { 'imports/direction': 'error' },
    },
    { filename: `/virtual/${file}` },
  );
  return found.map((each) => each.message.split(':')[0] ?? '');
}
