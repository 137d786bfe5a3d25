import { describe, expect, it } from '@jest/globals';
import { membersOf, problemsOf, unitOf, withoutPlaces } from './read-parts.ts';

const type = (...parts: string[]) => ({ parts, args: [] });
const words = (...of: string[]) => ({ words: of, annotations: [] });
const block = { kind: 'block', statements: [] };

describe('types', () => {
  it('reads a class with what it extends and implements', () => {
    expect(
      withoutPlaces(unitOf('PUBLIC With  Sharing abstract class A extends B.C implements D, E<F> { ; }', 'class')),
    ).toEqual({
      kind: 'class',
      declaration: {
        kind: 'class',
        name: 'A',
        modifiers: words('public', 'with sharing', 'abstract'),
        extends: type('B', 'C'),
        implements: [type('D'), { parts: ['E'], args: [type('F')] }],
        members: [],
      },
    });
  });

  it('reads an interface and an enum', () => {
    expect(
      withoutPlaces(unitOf('global interface A extends B, C { void f(); List<Id> g(Id a, final Id b); }', 'class')),
    ).toEqual({
      kind: 'class',
      declaration: {
        kind: 'interface',
        name: 'A',
        modifiers: words('global'),
        extends: [type('B'), type('C')],
        methods: [
          { kind: 'method', name: 'f', modifiers: words(), returns: null, parameters: [], body: null },
          {
            kind: 'method',
            name: 'g',
            modifiers: words(),
            returns: { parts: ['List'], args: [type('Id')] },
            parameters: [
              { name: 'a', modifiers: words(), type: type('Id') },
              { name: 'b', modifiers: words('final'), type: type('Id') },
            ],
            body: null,
          },
        ],
      },
    });
    expect(unitOf('enum A { ONE, Two }', 'class')).toMatchObject({
      declaration: { kind: 'enum', name: 'A', constants: ['ONE', 'Two'] },
    });
    expect(unitOf('enum A { }', 'class')).toMatchObject({ declaration: { constants: [] } });
  });

  it('reads annotations with their settings', () => {
    const unit = unitOf(
      "@IsTest(SeeAllData=true IsParallel=false) @Deprecated @SuppressWarnings('a, b') class A { }",
      'class',
    );
    expect(withoutPlaces(unit.kind === 'class' && unit.declaration.modifiers)).toEqual({
      words: [],
      annotations: [
        {
          name: 'istest',
          settings: [
            ['seealldata', 'true'],
            ['isparallel', 'false'],
          ],
        },
        { name: 'deprecated', settings: [] },
        { name: 'suppresswarnings', settings: [['value', 'a, b']] },
      ],
    });
  });
});

describe('members', () => {
  it('reads one field for each variable, in textual order with the rest', () => {
    expect(withoutPlaces(membersOf('static final Integer a = 1, b; static { } { } A() { } class B { }'))).toEqual([
      {
        kind: 'field',
        name: 'a',
        modifiers: words('static', 'final'),
        type: type('Integer'),
        value: { kind: 'literal', type: 'Integer', text: '1' },
      },
      { kind: 'field', name: 'b', modifiers: words('static', 'final'), type: type('Integer'), value: null },
      { kind: 'initializer', isStatic: true, body: block },
      { kind: 'initializer', isStatic: false, body: block },
      { kind: 'constructor', modifiers: words(), parameters: [], body: block },
      { kind: 'class', name: 'B', modifiers: words(), extends: null, implements: [], members: [] },
    ]);
  });

  it('reads properties with and without bodies', () => {
    expect(withoutPlaces(membersOf('public Id a { get; private set; } Id b { get { } } Id c { set { } }'))).toEqual([
      {
        kind: 'property',
        name: 'a',
        modifiers: words('public'),
        type: type('Id'),
        getter: { modifiers: words(), body: null },
        setter: { modifiers: words('private'), body: null },
      },
      {
        kind: 'property',
        name: 'b',
        modifiers: words(),
        type: type('Id'),
        getter: { modifiers: words(), body: block },
        setter: null,
      },
      {
        kind: 'property',
        name: 'c',
        modifiers: words(),
        type: type('Id'),
        getter: null,
        setter: { modifiers: words(), body: block },
      },
    ]);
  });

  it('reads methods of every kind', () => {
    expect(withoutPlaces(membersOf('abstract Id[] f(); static testMethod void g() { }'))).toEqual([
      {
        kind: 'method',
        name: 'f',
        modifiers: words('abstract'),
        returns: { parts: ['List'], args: [type('Id')] },
        parameters: [],
        body: null,
      },
      {
        kind: 'method',
        name: 'g',
        modifiers: words('static', 'testmethod'),
        returns: null,
        parameters: [],
        body: block,
      },
    ]);
  });

  it('takes words of the query language as names', () => {
    expect(membersOf('Integer count, limit, order; void select(Id from, Id when) { group = sharing; }')).toHaveLength(
      4,
    );
  });

  it.each([
    ['public f() { }', 'APEX006'],
    ['Id a { get; get; }', 'APEX005'],
    ['public public Id a;', 'APEX004'],
    ['Map<Id, Id>.Foo a;', 'APEX002'],
  ])('refuses %s', (text, code) => {
    expect(problemsOf(`class A { ${text} }`, 'class')).toEqual([expect.objectContaining({ code })]);
  });
});

describe('triggers', () => {
  it('reads the object, the events, statements and methods', () => {
    const unit = unitOf(
      'trigger A on Lead (before insert, AFTER Update) { Integer a = 1; f(a); void f(Integer b) { } }',
      'trigger',
    );
    expect(unit).toMatchObject({
      kind: 'trigger',
      declaration: {
        name: 'A',
        objectName: 'Lead',
        cases: ['before insert', 'after update'],
        body: { statements: [{ kind: 'local' }, { kind: 'expressionStatement' }] },
        members: [{ kind: 'method', name: 'f' }],
      },
    });
  });
});

describe('anonymous Apex', () => {
  it('keeps variables among the statements and declarations apart', () => {
    expect(unitOf('Integer a = 1; class B { } a++; public Integer b;', 'anonymous')).toMatchObject({
      body: {
        members: [{ kind: 'class', name: 'B' }],
        statements: [{ kind: 'local' }, { kind: 'expressionStatement' }, { kind: 'local' }],
      },
    });
  });

  it('refuses a static variable', () => {
    expect(problemsOf('static Integer a;', 'anonymous')).toEqual([expect.objectContaining({ code: 'APEX004' })]);
  });
});
