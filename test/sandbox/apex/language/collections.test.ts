import { describe, expect, it } from '@jest/globals';
import { run } from './run-snippet.ts';

describe('collections', () => {
  it('are made from literals and nested', () => {
    expect(
      run("return new Map<String, List<Integer>>{ 'a' => new List<Integer>{ 1, 2 }, 'b' => new Integer[]{ } };"),
    ).toBe('{a=(1, 2), b=()}');
  });

  it('convert what is put into them to their element type', () => {
    expect(run('List<Long> l = new List<Long>{ 1, 2 }; l.add(3); l[0] = 5; return l[0] + l[2] == 8L;')).toBe('true');
    expect(run('List<Decimal> l = new List<Decimal>(); l.add(1); return l[0] / 2;')).toBe('0.5');
  });

  it('refuse an index outside of them', () => {
    expect(run('List<Integer> l = new List<Integer>(); l[5] = 1; return l;')).toBe(
      'System.ListException: List index out of bounds: 5',
    );
    expect(run('return new List<Integer>{ 1 }[-1];')).toBe('System.ListException: List index out of bounds: -1');
  });

  it('cannot change their size while a loop walks them', () => {
    expect(run('List<Integer> l = new List<Integer>{ 1 }; for (Integer i : l) { l.add(i); } return l;')).toMatch(
      /^System\.FinalException/,
    );
    expect(run('List<Integer> l = new List<Integer>{ 1 }; for (Integer i : l) { break; } l.add(2); return l;')).toBe(
      '(1, 2)',
    );
  });

  it('stand where a collection of a supertype is asked', () => {
    expect(run("List<Object> l = new List<String>{ 'a' }; return l instanceof List<String>;")).toBe('true');
    expect(
      run("List<SObject> l = new List<Account>{ new Account(Name = 'a') }; List<Account> a = l; return a[0].Name;"),
    ).toBe('a');
  });

  it('of Objects are refused where their elements’ type is asked', () => {
    expect(run('Object o = new List<Object>(); List<String> l = (List<String>) o; return l;')).toBe(
      'System.TypeException: Invalid conversion from runtime type List<ANY> to List<String>',
    );
  });

  it('are equal by value', () => {
    expect(run('return new List<Integer>{ 1 } == new List<Integer>{ 1 };')).toBe('true');
  });
});
