import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import * as esbuild from 'esbuild';
import { functionBundling } from '../../../hubspot/functions/bundling/function-bundling.ts';

const root = path.join(__dirname, '../../..');
const policy = 'core/policies/starter.json';

test('a function carries the policy to begin with packed, and unpacks the very same', async () => {
  const built = await esbuild.build({
    ...functionBundling,
    stdin: { contents: `export { default } from './${policy}' with { type: 'json' };`, resolveDir: root },
    write: false,
    tsconfigRaw: {},
  });
  const code = built.outputFiles[0]!.text;
  const whole: unknown = JSON.parse(readFileSync(path.join(root, policy), 'utf8'));
  expect(code.length).toBeLessThan(JSON.stringify(whole).length / 2);
  const module: { exports: { default?: unknown } } = { exports: {} };
  runInNewContext(code, { module, require, Buffer });
  expect(JSON.stringify(module.exports.default)).toBe(JSON.stringify(whole));
});
