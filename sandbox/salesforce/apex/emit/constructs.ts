/** A construct of the language, for the support table. */
export interface Construct {
  readonly name: string;
  readonly supported: boolean;
  /** What differs, or what is missing; empty where there is nothing to say. */
  readonly note: string;
}

function supported(name: string, note = ''): Construct {
  return { name, supported: true, note };
}

function missing(name: string, note: string): Construct {
  return { name, supported: false, note };
}

/** What of the language is built, in the order of the Apex developer guide. */
export const constructs: readonly Construct[] = [
  supported('Primitive types, their literals and implicit conversions'),
  supported('Collections: literals, `[]`, arrays, nesting'),
  supported('Enums: values(), valueOf(), name(), ordinal()'),
  supported('Names without case'),
  supported('Arithmetic: 32-bit and 64-bit wrapping, division by static type, dates with days'),
  supported('Shifts and bitwise operators'),
  supported('Comparison: `==` of texts without case, of collections and records by value; `===`'),
  supported('String concatenation with values of any type'),
  supported('Assignment, compound assignment, `++`, `--`'),
  supported('Conditional expression, `?.`, `??`'),
  supported('Casts and instanceof', 'An Object that holds a number may be cast to a wider number.'),
  supported('if, while, do-while, for, break, continue, return'),
  supported('for over List, Set and Iterable'),
  supported('for over a query', 'The whole result is fetched; a list variable gets 200 records at a time.'),
  supported('switch on Integer, Long, String, enum, record type, null'),
  supported('try, catch, finally, throw', 'Failed assertions and limits run neither catch nor finally blocks.'),
  supported('Classes, inner classes, abstract and virtual classes, interfaces'),
  supported('Constructors, this(…), super(…), overloads'),
  supported(
    'Static and instance fields and initialisation blocks',
    'A class is initialised when another file first touches it.',
  ),
  supported('Properties: automatic, with bodies, static, virtual'),
  supported('Exceptions of source with the built-in constructors'),
  supported('toString, equals and hashCode of source, and those of Object behind super'),
  supported(
    'Interfaces of the platform: Comparable, Comparator, Iterable, Iterator, Callable, StubProvider and others',
  ),
  supported('Access modifiers and @TestVisible', 'Of members; types are visible everywhere.'),
  supported('Class literals: `Foo.class`'),
  supported('Records: fields, relationships, named fields in `new`, tokens'),
  supported(
    'SOQL and SOSL in brackets with binds',
    'Needs an org with data; the query’s own text is checked by the org.',
  ),
  supported('DML statements with `as user` and `as system`', 'Needs an org with data.'),
  supported('System.runAs blocks', 'Needs an org with users for what the user may do.'),
  supported('Triggers', 'The body compiles and runs with the context its caller sets.'),
  supported('Anonymous Apex'),
  supported('@IsTest, testMethod, @TestSetup'),
  supported('with sharing, without sharing, inherited sharing', 'Needs an org whose records have owners.'),
  supported(
    '@future',
    'Needs an org that keeps jobs. A call runs in a transaction of its own, when the org comes to it.',
  ),
  supported('System.Label', 'Needs an org with labels; without, it fails when it is reached.'),
  supported(
    'Governor limit on CPU time',
    'Statements are counted, not timed; a loop of more than a billion rounds ends a test as the limit would.',
  ),
  supported('The namespace of a managed package', 'The org says which it is.'),
  missing('Several managed packages', 'Names of any but the org’s one package are unknown types.'),
];
