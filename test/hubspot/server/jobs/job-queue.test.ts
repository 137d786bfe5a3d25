import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

test('A job for later never stands for one that is wanted sooner, and those for the same moment are one', () => {
  // The library is no CommonJS, so the real one runs in a process of its own.
  const said = execFileSync(process.execPath, ['test/hubspot/server/jobs/ask-jobs.ts'], { encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual([
    ['7', 0],
    ['7 later slot', 60_000],
    ['of its own', 90_123],
    ['7 later slot', 600_000],
  ]);
}, 60_000);
