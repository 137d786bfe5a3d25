import { describe, expect, it } from '@jest/globals';
import { expressionOf, problemsOf, shapeOf, withoutPlaces } from './read-parts.ts';

const shape = (text: string) => shapeOf(expressionOf(text));

describe('operators', () => {
  it.each([
    ['a + b * c - d', '(- (+ a (* b c)) d)'],
    ['a - b - c', '(- (- a b) c)'],
    ['a << 1 + 2', '(<< a (+ 1 2))'],
    ['a >> 2 > 3', '(> (>> a 2) 3)'],
    ['a >>> 2 >= b', '(>= (>>> a 2) b)'],
    ['a < b == c', '(== (< a b) c)'],
    ['a == b < c', '(< (== a b) c)'],
    ['a <= b != c >= d && e', '(&& (>= (!= (<= a b) c) d) e)'],
    ['a == (b < c)', '(== a (< b c))'],
    ['a & b == c', '(& a (== b c))'],
    ['a ? b = 1 : c', '(? a (= b 1) c)'],
    ['a & b ^ c | d', '(| (^ (& a b) c) d)'],
    ['a || b && c', '(|| a (&& b c))'],
    ['a ?? b ?? c', '(?? (?? a b) c)'],
    ['a ? b : c ? d : e', '(? a b (? c d e))'],
    ['a ?? b ? c : d', '(? (?? a b) c d)'],
    ['y = z = 1', '(= y (= z 1))'],
    ['y >>>= 1', '(>>>= y 1)'],
    ['a <> b', '(<> a b)'],
    ['a === b', '(=== a b)'],
    ['!a.b', '(! (. a b))'],
    ['-a.b()', '(- (call a b))'],
    ['-a * b', '(* (- a) b)'],
    ['i++ + ++i', '(+ (i ++) (++ i))'],
    ['a instanceof Foo.Bar && b', '(&& (is a Foo.Bar) b)'],
    ['(a + b) * c', '(* (+ a b) c)'],
  ])('reads %s with the precedence of the reference', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

it.each(['a < b instanceof C', 'a instanceof B == c', 'a == b instanceof C'])(
  'refuses %s, where instanceof stands beside a comparison',
  (text) => {
    expect(problemsOf(`x = ${text};`, 'anonymous')).toEqual([expect.objectContaining({ code: 'APEX007' })]);
  },
);

describe('casts', () => {
  it.each([
    ['(Foo) a.b.c()[0]', '(as Foo (at (call (. a b) c) 0))'],
    ['(Foo) a + b', '(+ (as Foo a) b)'],
    ['(Integer) -1', '(as Integer (- 1))'],
    ['(System.Object) -1', '(as System.Object (- 1))'],
    ['(List<Foo>) a', '(as List a)'],
    ['((Foo) a).b', '(. (as Foo a) b)'],
  ])('reads %s as a cast', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it.each([
    ['(a) - 1', '(as a (- 1))'],
    ['(a.b) + c * d', '(* (as a.b (+ c)) d)'],
    ['(a) ++b', '(as a (++ b))'],
    ['(Long) i++', '(as Long (i ++))'],
  ])('reads %s as the platform does: as a cast', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  it.each([
    ['((a)) - 1', '(- a 1)'],
    ['(a)++', '(a ++)'],
    ['(a)[0]', '(at a 0)'],
    ['(a) * b', '(* a b)'],
    ['f(a) - (b) * c', '(- (call f a) (* b c))'],
  ])('reads %s as a value in parentheses', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('chains', () => {
  it.each([
    ['a?.b.c', '(. (?. a b) c)'],
    ['a?.b(1)?.c', '(?. (?call a b 1) c)'],
    ['(a?.b).c', '(. (?. a b)! c)'],
    ['(a.b).c', '(. (. a b) c)'],
    ['this.a.b(super.c(1))', '(call (. this a) b (call super c 1))'],
    ['a[0][i + 1]', '(at (at a 0) (+ i 1))'],
    ['System.Label.New', '(. (. System Label) New)'],
    ['f()', '(call f)'],
  ])('reads %s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('literals', () => {
  it.each([
    ['5', 'Integer', '5'],
    ['5L', 'Long', '5'],
    ['5.0', 'Decimal', '5.0'],
    ['.5', 'Decimal', '.5'],
    ['5.0d', 'Double', '5.0'],
    ['TRUE', 'Boolean', 'true'],
    ['null', 'null', 'null'],
    [String.raw`'a\n\t\\\'\"\b\f\r\u0041'`, 'String', 'a\n\t\\\'"\b\f\rA'],
    ["''", 'String', ''],
    ["'''\n one 'two'\n'''", 'String', " one 'two'\n"],
    ["'😀 \u00e9'", 'String', '😀 \u00e9'],
  ])('reads %s as %s', (text, type, value) => {
    expect(withoutPlaces(expressionOf(text))).toEqual({ kind: 'literal', type, text: value });
  });

  it.each([
    ['2147483648', 'an Integer'],
    ['-2147483648', 'an Integer'],
    ['9223372036854775808L', 'a Long'],
  ])('refuses %s, which does not fit', (text, type) => {
    expect(problemsOf(`x = ${text};`, 'anonymous')).toEqual([
      expect.objectContaining({
        code: 'APEX003',
        line: 1,
        message: expect.stringContaining(type) as unknown,
      }),
    ]);
  });
});

describe('creations', () => {
  const type = (...parts: string[]) => ({ parts, args: [] });
  const list = (element: unknown) => ({ parts: ['List'], args: [element] });
  const one = { kind: 'literal', type: 'Integer', text: '1' };

  it.each([
    ['new Foo.Bar(1)', { kind: 'new', type: type('Foo', 'Bar'), arguments: [one], named: [] }],
    [
      'new Account(Name = 1, Site = 1)',
      {
        kind: 'new',
        type: type('Account'),
        arguments: [],
        named: [
          ['Name', one],
          ['Site', one],
        ],
      },
    ],
    ['new List<Integer>{ 1, 1 }', { kind: 'newItems', type: list(type('Integer')), items: [one, one] }],
    ['new List<Integer>{}', { kind: 'newItems', type: list(type('Integer')), items: [] }],
    ['new Integer[]{ 1 }', { kind: 'newItems', type: list(type('Integer')), items: [one] }],
    ['new Integer[1]', { kind: 'newSized', type: list(type('Integer')), size: one }],
    ['new List<Integer>[1]', { kind: 'newSized', type: list(list(type('Integer'))), size: one }],
    [
      'new Map<Id, List<Id>>{ 1 => 1 }',
      { kind: 'newPairs', type: { parts: ['Map'], args: [type('Id'), list(type('Id'))] }, pairs: [[one, one]] },
    ],
    ['new Map<Id, Id>{}', { kind: 'newPairs', type: { parts: ['Map'], args: [type('Id'), type('Id')] }, pairs: [] }],
  ])('reads %s', (text, expected) => {
    expect(withoutPlaces(expressionOf(text))).toEqual(expected);
  });

  it('refuses an array without a size and without items', () => {
    expect(problemsOf('x = new Integer[];', 'anonymous')).toEqual([expect.objectContaining({ code: 'APEX002' })]);
  });
});

describe('class literals', () => {
  it.each([
    ['Foo.Bar.class', { kind: 'classLiteral', type: { parts: ['Foo', 'Bar'], args: [] } }],
    ['List<Foo>.class', { kind: 'classLiteral', type: { parts: ['List'], args: [{ parts: ['Foo'], args: [] }] } }],
    ['void.class', { kind: 'classLiteral', type: null }],
  ])('reads %s', (text, expected) => {
    expect(withoutPlaces(expressionOf(text))).toEqual(expected);
  });
});

describe('queries', () => {
  it('keeps the text between the brackets and where something is bound in it', () => {
    const query = expressionOf("[ SELECT Id FROM Account WHERE Name = '😀' AND Site = :a.b(c - 1)  LIMIT :n ]");
    expect(query.kind).toBe('soql');
    if (query.kind === 'soql') {
      expect(query.text).toBe(" SELECT Id FROM Account WHERE Name = '😀' AND Site = :a.b(c - 1)  LIMIT :n ");
      expect(query.binds.map((each) => [query.text.slice(each.start, each.end), shapeOf(each.value)])).toEqual([
        [':a.b(c - 1)', '(call a b (- c 1))'],
        [':n', 'n'],
      ]);
    }
  });

  it('takes the binds of a query inside a bound expression as that one’s own', () => {
    const query = expressionOf('[SELECT Id FROM A WHERE Id IN :f([SELECT Id FROM B WHERE C = :d])]');
    expect(query.kind === 'soql' && query.binds.map((each) => each.value)).toEqual([
      expect.objectContaining({
        kind: 'call',
        arguments: [expect.objectContaining({ kind: 'soql', text: 'SELECT Id FROM B WHERE C = :d' })],
      }),
    ]);
  });

  it('reads searches, with a text or a bound value', () => {
    expect(expressionOf("[FIND 'a b' IN ALL FIELDS RETURNING Account]")).toMatchObject({
      kind: 'sosl',
      text: "FIND 'a b' IN ALL FIELDS RETURNING Account",
      binds: [],
    });
    expect(expressionOf('[FIND :a RETURNING Account(Id)]')).toMatchObject({
      kind: 'sosl',
      binds: [{ start: 5, end: 7, value: { kind: 'name', name: 'a' } }],
    });
  });
});
