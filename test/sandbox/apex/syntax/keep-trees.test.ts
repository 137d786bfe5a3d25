import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keepTrees, type ReadTree } from '../../../../sandbox/salesforce/apex/syntax/keep-trees.ts';
import { readSource } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';

let folder = '';
let reads = 0;
const read: ReadTree = (text, fileName, form) => {
  reads += 1;
  return readSource(text, fileName, form);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'apex-trees-'));
  reads = 0;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const source = "class A { String a = 'b'; }";

it('parses a source once and gives the same tree from the cache', () => {
  const first = keepTrees(folder, read)(source, 'A.cls', 'class');
  const second = keepTrees(folder, read)(source, 'A.cls', 'class');
  expect(reads).toBe(1);
  expect(second).toEqual(first);
  expect(second).toEqual(readSource(source, 'A.cls', 'class'));
});

it('parses again what differs in text or form', () => {
  const trees = keepTrees(folder, read);
  trees('Integer a;', 'a', 'anonymous');
  trees('Integer b;', 'a', 'anonymous');
  trees('Integer a;', 'a', 'class');
  expect(reads).toBe(3);
});

it('keeps no source that has problems', () => {
  expect(keepTrees(folder, read)('class {', 'A.cls', 'class').kind).toBe('problems');
  expect(readdirSync(folder)).toEqual([]);
});

it('reads again what was kept and cannot be read', () => {
  keepTrees(folder, read)(source, 'A.cls', 'class');
  const [file = ''] = readdirSync(folder);
  writeFileSync(path.join(folder, file), '{"kind":');
  expect(keepTrees(folder, read)(source, 'A.cls', 'class').kind).toBe('class');
  expect(reads).toBe(2);
});

it('leaves nothing but finished trees behind', () => {
  keepTrees(folder, read)(source, 'A.cls', 'class');
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.json$/)]);
});

it('works without the cache where its folder cannot be written', () => {
  const file = path.join(folder, 'a-file');
  writeFileSync(file, '');
  expect(keepTrees(path.join(file, 'trees'), read)(source, 'A.cls', 'class').kind).toBe('class');
});

it('loads the grammar by itself when it meets a new source', () => {
  expect(keepTrees(folder)(source, 'A.cls', 'class').kind).toBe('class');
});
