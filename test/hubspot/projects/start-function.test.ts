import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { startFunction } from '../../../hubspot/projects/checking/start-function.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(script: string): string {
  const file = path.join(folder, 'function.js');
  writeFileSync(file, script);
  return file;
}

test('a function that starts is measured', () => {
  const { hasMain, millis, megabytes, problems } = startFunction(written('exports.main = async () => ({});'));
  expect([hasMain, problems]).toEqual([true, []]);
  expect(millis).toBeGreaterThan(0);
  expect(megabytes).toBeGreaterThan(10);
});

test.each([
  ['exports.handler = () => 1;', /^it has no main\.$/],
  ["require('./impl/format');", /^it does not start: Error: Cannot find module '\.\/impl\/format'/],
  ['exports.main = 1 +;', /^it does not start: SyntaxError/],
  ['exports.main = () => kept; const kept = new Uint8Array(200e6).fill(1);', /^loading it takes \d+ MB\.$/],
])('%s is not taken for a function that starts', (script, problem) => {
  expect(startFunction(written(script)).problems).toEqual([expect.stringMatching(problem)]);
});
