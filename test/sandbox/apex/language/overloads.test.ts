import { describe, expect, it } from '@jest/globals';
import { run } from './run-snippet.ts';

const members = ['Object', 'Integer', 'Long', 'String', 'Decimal', 'List<Object>', 'SObject', 'Account', 'Base']
  .map((type) => `static String pick(${type} x) { return '${type}'; }`)
  .concat('virtual class Base {} class Sub extends Base {}')
  .join('\n');

describe('overloads', () => {
  it.each([
    ['1', 'Integer'],
    ['1L', 'Long'],
    ['1.5', 'Decimal'],
    ['1.5d', 'Decimal'],
    ["'x'", 'String'],
    ['true', 'Object'],
    ['new List<String>()', 'List<Object>'],
    ['new Contact()', 'SObject'],
    ['new Account()', 'Account'],
    ['new Sub()', 'Base'],
    ['new Set<String>()', 'Object'],
  ])('%s is given to the parameter %s', (value, type) => {
    expect(run(`return pick(${value});`, members)).toBe(type);
  });

  it('are found in superclasses too', () => {
    const both =
      "virtual class A { String f(Integer x) { return 'A'; } } class B extends A { String f(String x) { return 'B'; } }";
    expect(run("return new B().f(1) + new B().f('');", both)).toBe('AB');
  });
});
