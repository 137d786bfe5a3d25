import { describe, expect, it } from '@jest/globals';
import { run } from './run-snippet.ts';

const failure = 'System.NullPointerException: Attempt to de-reference a null object';

describe('null', () => {
  it('fails where a value is needed', () => {
    expect(run('String s; return s.length();')).toBe(failure);
    expect(run('Integer i; return i + 1;')).toBe(failure);
    expect(run('Boolean b; if (b) { return 1; } return 2;')).toBe(failure);
    expect(run('List<Integer> l; return l[0];')).toBe(failure);
    expect(run('List<Integer> l; for (Integer i : l) { } return 1;')).toBe(failure);
    expect(run('Snippet s; s.x = 1; return 1;', 'Integer x;')).toBe(failure);
    expect(run('Exception e; throw e;')).toBe(failure);
  });

  it('is below no number and no date, and below any text', () => {
    expect(run('Integer i; return !(i < 5) && !(i > 5) && !(i <= 5) && !(i >= 5);')).toBe('true');
    expect(run("String s; return s < 'a' && !(s > 'a');")).toBe('true');
  });

  it('stops a chain at ?. and gives way at ??', () => {
    expect(run('String s; return s?.trim().length();')).toBe('null');
    expect(run("String s; return s?.length() ?? 'none'.length();")).toBe('4');
    expect(run('Snippet s = new Snippet(); return s?.next?.next?.next;', 'Snippet next;')).toBe('null');
  });

  it('starts every variable', () => {
    expect(run('Integer i; String s; Snippet x; return i == null && s == null && x == null;')).toBe('true');
  });
});
