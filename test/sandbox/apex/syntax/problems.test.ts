import { expect, it } from '@jest/globals';
import { describeProblem } from '../../../../sandbox/salesforce/apex/syntax/problems.ts';
import { problemsOf } from './read-parts.ts';

it('lists all syntax errors, each with its place', () => {
  const problems = problemsOf('class A {\n  void f() { x = ; }\n  void g() { y = 1 }\n}', 'class');
  expect(problems.map(({ code, line, column }) => ({ code, line, column }))).toEqual([
    { code: 'APEX001', line: 2, column: 17 },
    { code: 'APEX001', line: 3, column: 19 },
  ]);
});

it('says what is missing', () => {
  const [problem] = problemsOf('class A { void f() { y = 1 } }', 'class');
  expect(problem && describeProblem('A.cls', problem)).toMatch(/^APEX001 A\.cls:1:28 .*';'.* Correct the source/);
});

it('points at something that is not closed', () => {
  const problems = problemsOf('class A { void f() {', 'class');
  expect(problems.map((each) => each.next)).toContain('Look for a brace, bracket or quote that is not closed.');
});

it('reports what is no word of Apex', () => {
  expect(problemsOf('x = 1 # 2;', 'anonymous')[0]).toMatchObject({ code: 'APEX001', line: 1, column: 6 });
  expect(problemsOf("x = 'a\\q';", 'anonymous')[0]).toMatchObject({ code: 'APEX001', line: 1, column: 4 });
});

it('refuses text behind the class', () => {
  expect(problemsOf('class A { } class B { }', 'class')[0]).toMatchObject({ code: 'APEX001', column: 12 });
});
