import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseTests } from '../../../../sandbox/salesforce/apex/runner/choose-tests.ts';
import { findSources } from '../../../../sandbox/salesforce/apex/runner/find-sources.ts';
import { findTests, isTestClass } from '../../../../sandbox/salesforce/apex/runner/find-tests.ts';
import { unitOf } from '../syntax/read-parts.ts';

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

describe('finding tests', () => {
  const source = (text: string) => ({ fileName: 'A.cls', unit: unitOf(text, 'class') });

  it('finds methods with @IsTest and with testMethod, and what sets them up', () => {
    const text = `@isTest private class ATest {
      @TestSetup static void prepare() { }
      @IsTest static void adds() { }
      static testmethod void subtracts() { }
      static void helps() { }
    }`;
    expect(findTests([source(text)])).toEqual([
      {
        className: 'ATest',
        fileName: 'A.cls',
        setup: ['prepare'],
        methods: [
          { name: 'adds', line: 3 },
          { name: 'subtracts', line: 4 },
        ],
      },
    ]);
  });

  it('finds nothing in what has no test methods', () => {
    const sources = ['class A { void f() { } }', 'enum A { B }', '@IsTest class A { }'].map(source);
    expect(findTests(sources)).toEqual([]);
  });

  it('knows test classes by their annotation or their methods', () => {
    const known = [
      '@IsTest class A { }',
      'class A { static testMethod void f() { } }',
      'class A { }',
      '@IsTest enum A { }',
    ];
    expect(known.map((each) => isTestClass(unitOf(each, 'class')))).toEqual([true, true, false, true]);
  });
});

describe('choosing tests', () => {
  const classes = [
    {
      className: 'ATest',
      fileName: 'A',
      setup: ['s'],
      methods: [
        { name: 'adds', line: 1 },
        { name: 'runs', line: 2 },
      ],
    },
    { className: 'BTest', fileName: 'B', setup: [], methods: [{ name: 'adds', line: 1 }] },
  ];
  const chosen = (filter: string | null) =>
    chooseTests(classes, filter).flatMap((each) => each.methods.map(({ name }) => `${each.className}.${name}`));

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
