import { describe, expect, it } from '@jest/globals';
import { begin, problemsOf, run } from './run-snippet.ts';

describe('instanceof', () => {
  it('finds out whether a text could be an Id', () => {
    expect(
      run("Object a = '001000000000001'; String b = 'no id'; return (a instanceof Id) + ' ' + (b instanceof Id);"),
    ).toBe('true false');
  });

  it('takes a Decimal for a Double too, and an Id for a String', () => {
    expect(run('Object a = 1.5; return a instanceof Double ? (Double) a : null;')).toBe('1.5');
    expect(run("Object a = Id.valueOf('001000000000001'); return a instanceof String ? (String) a : null;")).toBe(
      '001000000000001AAA',
    );
  });

  it('binds what a switch on types found in the form of that type', () => {
    expect(
      run(`Object a = 2.50;
        switch on a {
          when Double d { return d.format(); }
          when else { return 'other'; }
        }`),
    ).toBe('2.5');
  });

  it('does not take a set of something for a set of Objects', () => {
    expect(
      run(`Object a = new Set<String>{ 'x' }; Object b = new List<String>{ 'x' };
        return (a instanceof Set<Object>) + ' ' + (b instanceof List<Object>);`),
    ).toBe('false true');
  });
});

describe('types of collections', () => {
  it('lets lists and the values of maps become wider, sets and keys not', () => {
    expect(
      problemsOf(`void f() {
        List<Object> a = new List<String>();
        Map<String, Object> b = new Map<String, String>();
        Set<Object> c = new Set<String>();
        Map<Object, Object> d = new Map<String, String>();
      }`),
    ).toEqual([
      '5 APEX013 Illegal assignment from Set<String> to Set<Object>',
      '6 APEX013 Illegal assignment from Map<String,String> to Map<Object,Object>',
    ]);
  });
});

describe('a class that extends an inner class', () => {
  it('knows the inner types beside that one by their simple names', () => {
    const transaction = begin({
      Shapes: `public class Shapes {
        public enum Form { ROUND }
        public abstract class Base { protected Form form; public Base(Form form) { this.form = form; } }
      }`,
      Ring: `public class Ring extends Shapes.Base {
        public Ring(Form form) { super(form); }
        public static String go() { return new Ring(Shapes.Form.ROUND).form.name(); }
      }`,
    });
    expect(transaction.call('Ring', 'go', [])).toBe('ROUND');
  });
});
