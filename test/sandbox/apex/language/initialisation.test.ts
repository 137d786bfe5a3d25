import { describe, expect, it } from '@jest/globals';
import { begin, run } from './run-snippet.ts';

describe('initialisation', () => {
  it('runs static fields and blocks in textual order', () => {
    const members =
      'static Integer a = three(); static Integer b; static { b = a * 10; } static Integer three() { return 3; }';
    expect(run('return b;', members)).toBe('30');
  });

  it('initialises a class of another file when it is first touched, and once', () => {
    const transaction = begin({
      Log: 'public class Log { public static List<String> lines = new List<String>(); }',
      Touched:
        "public class Touched { static { Log.lines.add('init'); } public static Integer x = 1; public static void use() { Log.lines.add('use'); } }",
      Main: "public class Main { public static String go() { Log.lines.add('main'); Touched.use(); Touched.x++; return String.join(Log.lines, ' ') + Touched.x; } }",
    });
    expect(transaction.call('Main', 'go', [])).toBe('main init use2');
  });

  it('gives every transaction fresh static fields', () => {
    const transaction = begin({
      A: 'public class A { static Integer n = 0; public static Integer next() { return ++n; } }',
    });
    expect(transaction.call('A', 'next', [])).toBe(1);
    expect(transaction.call('A', 'next', [])).toBe(2);
    const again = begin({ A: 'public class A { static Integer n = 0; public static Integer next() { return ++n; } }' });
    expect(again.call('A', 'next', [])).toBe(1);
  });

  it('runs the superclass’s fields and constructor before the fields of the class', () => {
    const members = `
      static List<String> log = new List<String>();
      static String note(String text) { log.add(text); return text; }
      virtual class Base { String a = note('base field'); Base() { note('base'); show(); } virtual void show() {} }
      class Sub extends Base { String b = note('sub field'); { note('block'); } Sub() { super(); note('sub'); } override void show() { note('b is ' + b); } }`;
    expect(run('new Sub(); return log;', members)).toBe('(base field, base, b is null, sub field, block, sub)');
  });

  it('chains constructors with this(…)', () => {
    const members = 'class P { Integer x = 1; P(Integer x) { this.x += x; } P() { this(4); x *= 10; } }';
    expect(run('return new P().x;', members)).toBe('50');
  });
});
