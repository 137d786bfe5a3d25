import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';

/** A folder for the files of one test file, gone afterwards. */
export function testFolder(): (name: string) => string {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-history-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => path.join(folder, name);
}
