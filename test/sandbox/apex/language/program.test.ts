import { describe, expect, it } from '@jest/globals';
import { ApexException, Unsupported } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { CompileError, compileProgram, type Transaction } from '../../../../sandbox/salesforce/apex/run/program.ts';
import { readSource } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';
import type { SourceUnit } from '../../../../sandbox/salesforce/apex/syntax/nodes.ts';
import { begin, compile, smallOrg } from './run-snippet.ts';

function anonymous(text: string): SourceUnit {
  const unit = readSource(text, 'script', 'anonymous');
  if (unit.kind === 'problems') {
    throw new Error('The script has syntax errors.');
  }
  return unit;
}

const counting = {
  A: 'public class A { public static Integer n = 0;\npublic static Integer next() {\nn++;\nif (n > 5) {\nn = 0;\n}\nreturn n;\n}\n}',
};

describe('a program', () => {
  it('counts statements of a transaction and the lines that ran in all of them', () => {
    const program = compile(counting);
    const first = program.begin();
    first.call('A', 'next', []);
    expect(first.statements()).toBe(3);
    const second = program.begin();
    expect(second.statements()).toBe(0);
    second.call('a', 'NEXT', []);
    expect(program.coverage()).toEqual([
      {
        fileName: 'A.cls',
        className: 'A',
        isTest: false,
        lines: [
          { line: 3, count: 2 },
          { line: 4, count: 2 },
          { line: 5, count: 0 },
          { line: 7, count: 2 },
        ],
      },
    ]);
  });

  it('has fresh static fields in each transaction', () => {
    const program = compile(counting);
    const first = program.begin();
    first.call('A', 'next', []);
    expect(first.call('A', 'next', [])).toBe(2);
    expect(program.begin().call('A', 'next', [])).toBe(1);
  });

  it('lists its test methods', () => {
    const program = compile({
      T: '@IsTest private class T { @TestSetup static void make() {} @IsTest static void one() {} static testMethod void two() {} static void no() {} }',
    });
    expect(program.testMethods().map((each) => `${each.kind} ${each.methodName}`)).toEqual([
      'setup make',
      'test one',
      'test two',
    ]);
  });

  it('runs anonymous Apex with its classes, and lists what is wrong with it', () => {
    const transaction: Transaction = begin(counting);
    transaction.runAnonymous(
      anonymous("A.next();\nInteger twice(Integer i) { return i * 2; }\nSystem.debug('n is ' + twice(A.n));"),
    );
    expect(transaction.log.map((each) => each.text)).toEqual(['n is 2']);
    expect(() => {
      transaction.runAnonymous(anonymous('Integer i = nope;'));
    }).toThrow(CompileError);
  });

  it('runs a trigger’s code', () => {
    const text =
      "trigger Marks on Account (before insert) { System.debug('ran ' + A.next()); if (Trigger.isExecuting) { Trigger.new[0].Name = 'x'; } }";
    const unit = readSource(text, 'Marks.trigger', 'trigger');
    const source = readSource(counting.A, 'A.cls', 'class');
    if (unit.kind === 'problems' || source.kind === 'problems') {
      throw new Error('The sources have syntax errors.');
    }
    const program = compileProgram(
      [
        { fileName: 'Marks.trigger', unit },
        { fileName: 'A.cls', unit: source },
      ],
      { org: smallOrg },
    );
    const transaction = program.begin();
    transaction.runTrigger('marks');
    expect(transaction.log.map((each) => each.text)).toEqual(['ran 1']);
    expect(program.triggers().map((each) => each.objectName)).toEqual(['Account']);
  });

  it('fails loudly where something is documented and not built', () => {
    const transaction = begin({
      A: 'public class A { public static void go() {\n  String s = System.Label.Greeting;\n} }',
    });
    expect(() => transaction.call('A', 'go', [])).toThrow(Unsupported);
    expect(() => transaction.call('A', 'go', [])).toThrow(/System\.Label.*A\.cls:2/);
  });

  it('ends a loop that does not end', () => {
    const transaction = compile({ A: 'public class A { public static void go() { while (true) { } } }' }).begin({
      loopLimit: 1e8,
    });
    expect(() => transaction.call('A', 'go', [])).toThrow(ApexException);
  });

  it('knows the types that callers build arguments of', () => {
    expect(compile(counting).typeOf('Map<string, a>').key).toBe('System.Map<System.String,A>');
  });
});
