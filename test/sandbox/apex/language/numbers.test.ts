import { describe, expect, it } from '@jest/globals';
import { run } from './run-snippet.ts';

describe('numbers', () => {
  it('wraps Integer at 32 bits and Long at 64', () => {
    expect(run('Integer i = 2147483647; return i + 1;')).toBe('-2147483648');
    expect(run('Integer i = 100000; return i * i;')).toBe('1410065408');
    expect(run('Long l = 9223372036854775807L; l++; return l;')).toBe('-9223372036854775808');
  });

  it('multiplies Integers before the result is widened', () => {
    expect(run('Long l = 365 * 24 * 60 * 60 * 1000; return l;')).toBe('1471228928');
    expect(run('Long l = 365 * 24 * 60 * 60 * 1000L; return l;')).toBe('31536000000');
  });

  it('divides by the static types', () => {
    expect(run('return 7 / 2;')).toBe('3');
    expect(run('return -7 / 2;')).toBe('-3');
    expect(run('return 7 / 2.0;')).toBe('3.5');
    expect(run('Integer zero = 0; return 1 / zero;')).toBe('System.MathException: Divide by 0');
  });

  it('shifts and combines bits', () => {
    expect(run('return -8 >> 1;')).toBe('-4');
    expect(run('return -8 >>> 1;')).toBe('2147483644');
    expect(run('return 1L << 40;')).toBe('1099511627776');
    expect(run('Integer i = 3; i <<= 2; i |= 1; i ^= 4; return i & ~1;')).toBe('8');
    expect(run('return true ^ false;')).toBe('true');
  });

  it('compares numbers of different types by value', () => {
    expect(run('return 1 == 1L && 1.0 == 1 && 5 < 5.5 && 2.50 == 2.5;')).toBe('true');
  });

  it('evaluates steps before and after', () => {
    expect(run('Integer i = 5; Integer a = i++; Integer b = --i; return a * 100 + b * 10 + i;')).toBe('555');
  });

  it('evaluates the target of a compound assignment once', () => {
    expect(run("Integer i = 0; List<Integer> l = new List<Integer>{ 1, 2 }; l[i++] += 10; return i + ' ' + l;")).toBe(
      '1 (11, 2)',
    );
  });

  it('casts numbers to narrower ones', () => {
    expect(run('return (Integer) 7.9;')).toBe('7');
    expect(run('Object o = 5; return (Decimal) o + 0.5;')).toBe('5.5');
  });

  it('adds days to dates', () => {
    expect(run('return Date.newInstance(2024, 2, 28) + 2 == Date.newInstance(2024, 3, 1);')).toBe('true');
  });
});
