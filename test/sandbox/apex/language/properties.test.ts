import { describe, expect, it } from '@jest/globals';
import { begin, run } from './run-snippet.ts';

describe('properties', () => {
  it('store a value where their accessors have no bodies', () => {
    expect(
      run("Snippet s = new Snippet(); s.text = 'a'; s.text += 'b'; return s.text;", 'public String text { get; set; }'),
    ).toBe('ab');
  });

  it('mean the stored value inside their accessors', () => {
    const members = 'Integer lazy { get { if (lazy == null) { lazy = 7; } return lazy; } set { lazy = value * 2; } }';
    expect(
      run(
        "Snippet s = new Snippet(); Integer a = s.lazy; s.lazy = 5; s.lazy += 1; return a + ' ' + s.lazy++ + ' ' + s.lazy;",
        members,
      ),
    ).toBe('7 22 46');
  });

  it('may be static, and calculated from a class of another file', () => {
    const transaction = begin({
      Settings: 'public class Settings { public static Integer level { get { return level ?? 3; } set; } }',
      Main: 'public class Main { public static Integer go() { Integer before = Settings.level; Settings.level = 5; return before * 10 + Settings.level; } }',
    });
    expect(transaction.call('Main', 'go', [])).toBe(35);
  });

  it('give the value that was assigned, whatever the setter does', () => {
    const members = 'Integer low { get; set { low = value; if (value > 5) { return; } low = 0; } }';
    expect(run("Snippet s = new Snippet(); Integer x = s.low = 3; return x + ' ' + s.low;", members)).toBe('3 0');
  });

  it('stand before an inner type of the same name', () => {
    const members = 'class Shade { Integer depth = 4; } static Shade shade = new Shade();';
    expect(run('return Snippet.shade.depth;', members)).toBe('4');
  });

  it('may be replaced by a subclass', () => {
    const members = `
      virtual class Base { public virtual String name { get { return 'base'; } set; } String show() { return name; } }
      class Sub extends Base { public override String name { get { return 'sub'; } set; } }`;
    expect(run('return new Sub().show();', members)).toBe('sub');
  });
});
