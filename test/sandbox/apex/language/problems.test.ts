import { describe, expect, it } from '@jest/globals';
import { compile, problemsOf } from './run-snippet.ts';

describe('problems of a program', () => {
  it.each([
    ['Integer f() { return x; }', 'APEX011 Variable does not exist: x'],
    [
      'void f() { g(1); }',
      'APEX012 Method does not exist or incorrect signature: void g(Integer) from the type Snippet',
    ],
    [
      "void f() { 'a'.grow(); }",
      'APEX012 Method does not exist or incorrect signature: void grow() from the type String',
    ],
    ['Integer f() { Integer i = 3.5; return i; }', 'APEX013 Illegal assignment from Decimal to Integer'],
    ["Integer f() { return 'a'; }", 'APEX013 Illegal assignment from String to Integer'],
    ['Foo f;', 'APEX010 Invalid type: Foo'],
    ['List<Foo> f;', 'APEX010 Invalid type: Foo'],
    ['void f() { Integer i; Integer I; }', 'APEX016 Duplicate variable: I'],
    [
      'Integer f() { if (true) { return 1; } }',
      'APEX017 Non-void method might not return a value or might have statement after a return statement.',
    ],
    ['void f() { return; f(); }', 'APEX017 Unreachable statement'],
    ['void f() { new Snippet(1); }', 'APEX014 Constructor not defined: [Snippet].<Constructor>(Integer)'],
    ['void f() { if (1) { } }', 'APEX015 Condition expression must be of type Boolean: Integer'],
    ["void f() { Boolean b = 1 == 'a'; }", 'APEX015 Comparison arguments must be compatible types: Integer, String'],
    [
      'class I implements Comparable {}',
      'APEX018 Class Snippet.I must implement the method: Integer Comparable.compareTo(Object)',
    ],
    ['void f() { Account a = new Account(Nope = 1); }', 'APEX011 Field does not exist: Nope on Account'],
    ['static void f() { this.g(); } void g() { }', 'APEX021 this cannot be referenced in a static context'],
    [
      'static void f() { g(); } void g() { }',
      'APEX012 Method does not exist or incorrect signature: void g() from the type Snippet',
    ],
  ])('%s → %s', (members, problem) => {
    expect(problemsOf(members)).toEqual([`2 ${problem}`]);
  });

  it('are listed all at once, over all files', () => {
    const { problems } = compile({
      A: 'public class A {\n  Integer a = b;\n  Foo c;\n}',
      B: 'public class B { void f() { A.nope(); } }',
    });
    expect(problems.map((each) => `${each.fileName}:${String(each.line)} ${each.code}`).sort()).toEqual([
      'A.cls:2 APEX011',
      'A.cls:3 APEX010',
      'B.cls:1 APEX012',
    ]);
  });

  it('do not include what another class may not see', () => {
    const { problems } = compile({
      A: 'public class A { private static Integer secret = 1; private static void hide() {} @TestVisible private static void show() {} }',
      B: 'public class B { void f() { A.hide(); Integer i = A.secret; A.show(); } }',
      T: '@IsTest private class T { static void f() { A.show(); } }',
    });
    expect(problems.map((each) => each.message)).toEqual([
      'Method is not visible: void A.hide()',
      'Variable is not visible: A.secret',
      'Method is not visible: void A.show()',
    ]);
  });
});
