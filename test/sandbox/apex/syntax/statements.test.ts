import { describe, expect, it } from '@jest/globals';
import { problemsOf, statementsOf, withoutPlaces } from './read-parts.ts';

const read = (text: string) => withoutPlaces(statementsOf(text));
const name = (of: string) => ({ kind: 'name', name: of });
const type = (...parts: string[]) => ({ parts, args: [] });
const run = (of: string) => ({
  kind: 'expressionStatement',
  expression: { kind: 'call', of: null, name: of, isSafe: false, arguments: [] },
});
const block = (...statements: unknown[]) => ({ kind: 'block', statements });
const whole = (text: string) => ({ kind: 'literal', type: 'Integer', text });

describe('locals', () => {
  it('reads several variables of one type', () => {
    expect(read('Integer a, b = 1;')).toEqual([
      {
        kind: 'local',
        type: type('Integer'),
        variables: [
          { name: 'a', value: null },
          { name: 'b', value: whole('1') },
        ],
      },
    ]);
  });

  it('keeps the word final, and reads an array as a list', () => {
    expect(read('{ final Foo.Bar[] a; }')).toEqual([
      block({
        kind: 'local',
        modifiers: { words: ['final'], annotations: [] },
        type: { parts: ['List'], args: [type('Foo', 'Bar')] },
        variables: [{ name: 'a', value: null }],
      }),
    ]);
  });
});

describe('branches', () => {
  it('binds else to the nearest if', () => {
    expect(read('if (a) if (b) f(); else g();')).toEqual([
      {
        kind: 'if',
        condition: name('a'),
        then: { kind: 'if', condition: name('b'), then: run('f'), otherwise: run('g') },
        otherwise: null,
      },
    ]);
  });

  it('reads a switch on values, constants and types', () => {
    expect(
      read('switch on a { when -1, (2), null { } when RED, Foo.BLUE { } when Account b { } when else { f(); } }'),
    ).toEqual([
      {
        kind: 'switch',
        on: name('a'),
        cases: [
          {
            when: {
              kind: 'values',
              values: [whole('-1'), whole('2'), { kind: 'literal', type: 'null', text: 'null' }],
            },
            body: block(),
          },
          {
            when: {
              kind: 'values',
              values: [name('RED'), { kind: 'member', of: name('Foo'), name: 'BLUE', isSafe: false }],
            },
            body: block(),
          },
          { when: { kind: 'type', type: type('Account'), name: 'b' }, body: block() },
        ],
        otherwise: block(run('f')),
      },
    ]);
  });

  it('refuses a when behind when else', () => {
    expect(problemsOf('switch on a { when else { } when 1 { } }', 'anonymous')).toEqual([
      expect.objectContaining({ code: 'APEX005', column: 28 }),
    ]);
  });
});

describe('loops', () => {
  it('reads every form', () => {
    expect(
      read(
        'for (Foo a : b) f(); for (Integer i = 0; i; i++, f()) ; for (i = 1;;) { } while (a) break; do { continue; } while (a);',
      ),
    ).toEqual([
      { kind: 'forEach', type: type('Foo'), name: 'a', over: name('b'), body: run('f') },
      {
        kind: 'for',
        start: { type: type('Integer'), variables: [{ name: 'i', value: whole('0') }] },
        condition: name('i'),
        updates: [{ kind: 'postfix', operator: '++', value: name('i') }, run('f').expression],
        body: null,
      },
      {
        kind: 'for',
        start: [{ kind: 'assign', operator: '=', target: name('i'), value: whole('1') }],
        condition: null,
        updates: [],
        body: block(),
      },
      { kind: 'while', condition: name('a'), body: { kind: 'break' } },
      { kind: 'doWhile', condition: name('a'), body: block({ kind: 'continue' }) },
    ]);
  });
});

describe('leaving', () => {
  it('reads try with several catches and finally, throw and return', () => {
    expect(
      read('try { throw a; } catch (Foo.BarException b) { return; } catch (Exception c) { return c; } finally { }'),
    ).toEqual([
      {
        kind: 'try',
        body: block({ kind: 'throw', value: name('a') }),
        catches: [
          { type: type('Foo', 'BarException'), name: 'b', body: block({ kind: 'return', value: null }) },
          { type: type('Exception'), name: 'c', body: block({ kind: 'return', value: name('c') }) },
        ],
        finally: block(),
      },
    ]);
  });
});

describe('records', () => {
  const dml = { kind: 'dml', access: null, value: name('a'), other: null, field: null };

  it.each([
    ['insert a;', { ...dml, operation: 'insert' }],
    ['UPDATE AS USER a;', { ...dml, operation: 'update', access: 'user' }],
    ['delete as system a;', { ...dml, operation: 'delete', access: 'system' }],
    ['undelete a;', { ...dml, operation: 'undelete' }],
    ['upsert a;', { ...dml, operation: 'upsert' }],
    ['upsert a Foo__c.Key__c;', { ...dml, operation: 'upsert', field: 'Foo__c.Key__c' }],
    ['merge a b;', { ...dml, operation: 'merge', other: name('b') }],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('reads System.runAs with its block', () => {
    expect(read('System.runAs(a) { f(); }')).toEqual([
      { kind: 'runAs', arguments: [name('a')], body: block(run('f')) },
    ]);
  });
});

describe('places', () => {
  it('gives the line from 1 and the column from 0', () => {
    const [first, second] = statementsOf('f();\n  if (a)\n    g();');
    expect(first?.place).toEqual({ line: 1, column: 0 });
    expect(second).toMatchObject({ place: { line: 2, column: 2 }, then: { place: { line: 3, column: 4 } } });
  });
});
