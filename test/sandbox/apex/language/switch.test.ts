import { describe, expect, it } from '@jest/globals';
import { run } from './run-snippet.ts';

const members = `
  enum Season { SPRING, SUMMER }
  static String size(Integer i) {
    switch on i {
      when 1, 2 { return 'small'; }
      when -1 { return 'minus'; }
      when null { return 'null'; }
      when else { return 'else'; }
    }
  }
  static String name(SObject record) {
    switch on record {
      when Account a { return a.Name; }
      when Contact c { return c.LastName; }
      when null { return 'null'; }
      when else { return 'else'; }
    }
  }`;

describe('switch', () => {
  it('chooses by literals, null and else', () => {
    expect(run('return size(2) + size(-1) + size(null) + size(9);', members)).toBe('smallminusnullelse');
  });

  it('chooses by the type of a record', () => {
    expect(run("return name(new Account(Name = 'a')) + name(new Contact(LastName = 'c')) + name(null);", members)).toBe(
      'acnull',
    );
  });

  it('chooses by enum constants and Longs', () => {
    expect(
      run('switch on Season.SUMMER { when SPRING { return 1; } when SUMMER { return 2; } } return 3;', members),
    ).toBe('2');
    expect(run('switch on 5L { when 5L { return 1; } when else { return 2; } }')).toBe('1');
  });

  it('has no break of its own: a break inside leaves the loop', () => {
    expect(
      run(
        'Integer last; for (Integer i = 0; i < 5; i++) { switch on i { when 3 { break; } when else { last = i; } } } return last;',
      ),
    ).toBe('2');
  });
});
