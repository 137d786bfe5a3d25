import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseTests } from '../../../../sandbox/salesforce/apex/runner/choose-tests.ts';
import { findSources } from '../../../../sandbox/salesforce/apex/runner/find-sources.ts';
import { groupTests } from '../../../../sandbox/salesforce/apex/runner/group-tests.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'apex-sources-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('finding sources', () => {
  it('finds classes and triggers in all folders, in a fixed order, without their metadata', () => {
    for (const each of ['b', 'a/deep', 'node_modules/x', '.hidden']) {
      mkdirSync(path.join(folder, each), { recursive: true });
    }
    for (const each of [
      'b/B.cls',
      'b/B.cls-meta.xml',
      'a/deep/A.trigger',
      'node_modules/x/C.cls',
      '.hidden/D.cls',
      'b/E.js',
    ]) {
      writeFileSync(path.join(folder, each), each);
    }
    expect(findSources([folder, path.join(folder, 'b')])).toEqual([
      { fileName: path.join(folder, 'a/deep/A.trigger'), form: 'trigger', text: 'a/deep/A.trigger' },
      { fileName: path.join(folder, 'b/B.cls'), form: 'class', text: 'b/B.cls' },
    ]);
  });

  it('takes a single file', () => {
    const file = path.join(folder, 'A.cls');
    writeFileSync(file, 'class A { }');
    expect(findSources([file]).map((each) => each.fileName)).toEqual([file]);
  });

  it('refuses a path that does not exist and a file of another kind', () => {
    expect(() => findSources([path.join(folder, 'nowhere')])).toThrow(expect.objectContaining({ code: 'APEX030' }));
    writeFileSync(path.join(folder, 'a.txt'), '');
    expect(() => findSources([path.join(folder, 'a.txt')])).toThrow(expect.objectContaining({ code: 'APEX031' }));
  });
});

describe('grouping tests', () => {
  const method = (className: string, methodName: string, kind: 'test' | 'setup') => ({
    className,
    methodName,
    kind,
    fileName: `${className}.cls`,
  });

  it('puts the methods of a class together and leaves out what only sets up', () => {
    expect(
      groupTests([
        method('ATest', 'prepare', 'setup'),
        method('ATest', 'one', 'test'),
        method('BTest', 'prepare', 'setup'),
        method('ATest', 'two', 'test'),
      ]),
    ).toEqual([{ className: 'ATest', fileName: 'ATest.cls', setup: ['prepare'], methods: ['one', 'two'] }]);
  });
});

describe('choosing tests', () => {
  const classes = [
    {
      className: 'ATest',
      fileName: 'A',
      setup: ['s'],
      methods: ['adds', 'runs'],
    },
    { className: 'BTest', fileName: 'B', setup: [], methods: ['adds'] },
  ];
  const chosen = (filter: string | null) =>
    chooseTests(classes, filter).flatMap((each) => each.methods.map((name) => `${each.className}.${name}`));

  it.each([
    [null, ['ATest.adds', 'ATest.runs', 'BTest.adds']],
    ['atest', ['ATest.adds', 'ATest.runs']],
    ['ATest.RUNS', ['ATest.runs']],
    ['ATest.runs, BTest', ['ATest.runs', 'BTest.adds']],
    ['CTest', []],
  ])('by %s', (filter, expected) => {
    expect(chosen(filter)).toEqual(expected);
  });
});
