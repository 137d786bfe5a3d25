import { describe, expect, it } from '@jest/globals';
import { run } from './run-snippet.ts';

const season = 'enum Season { SPRING, SUMMER, AUTUMN }';

describe('enums', () => {
  it('have names, ordinals, values and valueOf', () => {
    expect(run('return Season.values();', season)).toBe('(SPRING, SUMMER, AUTUMN)');
    expect(run("return Season.valueOf('summer').ordinal() + Season.AUTUMN.name();", season)).toBe('1AUTUMN');
    expect(run("return Season.valueOf('winter');", season)).toMatch(/^System\.NoSuchElementException/);
  });

  it('are compared by identity and used as keys', () => {
    expect(
      run(
        "Map<Season, Integer> m = new Map<Season, Integer>{ Season.SPRING => 1 }; return m.get(Season.valueOf('SPRING'));",
        season,
      ),
    ).toBe('1');
    expect(run('Season s = Season.SPRING; return s == Season.SPRING && s != Season.SUMMER && s != null;', season)).toBe(
      'true',
    );
  });

  it('of the platform behave alike', () => {
    expect(run("return (2.5).setScale(0, System.RoundingMode.HALF_EVEN) + ' ' + RoundingMode.HALF_UP.name();")).toBe(
      '2 HALF_UP',
    );
  });
});
