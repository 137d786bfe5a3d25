import { describe, expect, it } from '@jest/globals';
import { run } from './run-snippet.ts';

describe('strings', () => {
  it('concatenates from left to right', () => {
    expect(run("return 1 + 2 + 'x' + 1 + 2;")).toBe('3x12');
    expect(run("String s = 'a'; s += 1; s += null; s += true; s += 2.50; return s;")).toBe('a1nulltrue2.50');
  });

  it('compares with == and < without case, with equals and switch by case', () => {
    expect(run("return 'a' == 'A' && 'a' < 'B' && !'a'.equals('A') && 'a' != 'b';")).toBe('true');
    expect(run("switch on 'b' { when 'B' { return 1; } when 'b' { return 2; } when else { return 3; } }")).toBe('2');
  });

  it('keeps keys of maps and sets apart by case', () => {
    expect(run("return new Set<String>{ 'a', 'A' }.size();")).toBe('2');
  });

  it('reads ids of 15 characters, and refuses what is none', () => {
    expect(run("Id i = '001000000000001'; String s = i; return s.length() + ' ' + (i == '001000000000001');")).toBe(
      '18 true',
    );
    expect(run("Id i = 'x'; return i;")).toBe('System.StringException: Invalid id: x');
  });
});
