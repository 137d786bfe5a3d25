import { describe, expect, it } from '@jest/globals';
import { readArguments } from '../../../../sandbox/salesforce/apex/cli/read-arguments.ts';
import { showLines, showResults } from '../../../../sandbox/salesforce/apex/cli/show-results.ts';
import { measureCoverage } from '../../../../sandbox/salesforce/apex/runner/measure-coverage.ts';
import { runTests } from '../../../../sandbox/salesforce/apex/runner/run-tests.ts';
import { Unsupported } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';

describe('running tests', () => {
  const classes = [
    {
      className: 'ATest',
      fileName: 'ATest.cls',
      setup: ['prepare'],
      methods: ['one', 'two'],
    },
  ];

  it('runs each test in a transaction of its own, behind one for each setup method', () => {
    const calls: string[] = [];
    let transactions = 0;
    const results = runTests(
      {
        begin: () => {
          transactions += 1;
          const own = transactions;
          return { call: (className, method) => calls.push(`${own} ${className}.${method}`) };
        },
      },
      classes,
      () => 0,
    );
    expect(calls).toEqual(['1 ATest.prepare', '2 ATest.one', '3 ATest.prepare', '4 ATest.two']);
    expect(results.map((each) => each.outcome)).toEqual(['pass', 'pass']);
  });

  it('goes on behind a test that fails, and tells defects from what is not supported', () => {
    const results = runTests(
      {
        begin: () => ({
          call: (_, method) => {
            if (method === 'one') {
              throw new Unsupported('Http.send', 'A.cls:3');
            }
            if (method === 'two') {
              throw new Error('undefined is a value');
            }
            return null;
          },
        }),
      },
      classes,
    );
    expect(results.map((each) => each.failure?.kind)).toEqual(['unsupported', 'defect']);
    expect(results[1]?.failure?.message).toBe('APEX101: A defect of this runtime: undefined is a value');
  });
});

describe('coverage', () => {
  it('counts lines with statements, rounds down, and leaves out tests and what has none', () => {
    const lines = [
      { line: 3, count: 1 },
      { line: 4, count: 0 },
      { line: 9, count: 2 },
    ];
    expect(
      measureCoverage([
        { fileName: 'A.cls', className: 'A', isTest: false, lines },
        { fileName: 'ATest.cls', className: 'ATest', isTest: true, lines },
        { fileName: 'B.cls', className: 'B', isTest: false, lines: [] },
      ]),
    ).toEqual([{ name: 'A', fileName: 'A.cls', covered: 2, total: 3, percent: 66, uncovered: [4] }]);
  });

  it('shows neighbouring lines as a range', () => {
    expect(showLines([1, 2, 3, 7, 9, 10])).toBe('1-3, 7, 9-10');
  });
});

describe('the summary', () => {
  it('has failures with their stacks, the least covered class first, and totals', () => {
    const result = { className: 'ATest', fileName: 'ATest.cls', milliseconds: 2 };
    const failure = {
      kind: 'exception',
      message: 'System.AssertException: no',
      stack: 'Class.ATest.two: line 2',
    } as const;
    const text = showResults(
      [
        { ...result, methodName: 'one', outcome: 'pass', failure: null },
        { ...result, methodName: 'two', outcome: 'fail', failure },
      ],
      [
        { name: 'Whole', fileName: 'w', covered: 2, total: 2, percent: 100, uncovered: [] },
        { name: 'A', fileName: 'a', covered: 1, total: 2, percent: 50, uncovered: [4] },
      ],
    );
    expect(text.split('\n')).toEqual([
      '✗ ATest.two  ATest.cls',
      '  System.AssertException: no',
      '    Class.ATest.two: line 2',
      '',
      'Class  Lines      Count  Not covered',
      'A       50 %        1/2  4',
      'Whole  100 %        2/2',
      'All     75 %        3/4',
      '',
      '1 passed, 1 failed, 2 tests in 4 ms',
      '',
    ]);
  });
});

describe('arguments', () => {
  it('reads both commands', () => {
    expect(readArguments(['test', 'a', 'b', '--json', '--filter', 'A.b', '--coverage'])).toEqual({
      name: 'test',
      paths: ['a', 'b'],
      json: true,
      coverage: true,
      filter: 'A.b',
    });
    expect(readArguments(['run', 'a.apex', 'b'])).toEqual({ name: 'run', file: 'a.apex', paths: ['b'] });
    expect(readArguments([])).toEqual({ name: 'help' });
  });

  it.each([[['test']], [['run']], [['walk']], [['--json']], [['test', 'a', '--loud']], [['run', 'a', '--json']]])(
    'refuses %j',
    (given) => {
      expect(() => readArguments(given)).toThrow(expect.objectContaining({ code: 'APEX034' }));
    },
  );
});
