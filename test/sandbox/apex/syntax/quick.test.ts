import { describe, expect, it } from '@jest/globals';
import { readQuickly } from '../../../../sandbox/salesforce/apex/syntax/quick/read-quickly.ts';
import type { SourceForm } from '../../../../sandbox/salesforce/apex/syntax/source-form.ts';
import { readWithGrammar } from '../../../../sandbox/salesforce/apex/syntax/read-with-grammar.ts';

const inClass = (members: string) => `@IsTest(SeeAllData=false)\npublic with sharing class A {\n${members}\n}`;
const inMethod = (statements: string) => inClass(`  static void f() {\n${statements}\n  }`);

describe('ordinary Apex', () => {
  it.each<[string, SourceForm, string]>([
    [
      'a class',
      'class',
      'public virtual class In extends Out.Foo implements A, B<C> { In() { this(1); } { } static { } ; }',
    ],
    ['an interface', 'class', 'interface I extends J, K { void a(); @Deprecated public List<Id> b(final Id x); }'],
    ['an enum', 'class', 'global enum E { A, B }'],
    ['fields', 'class', inClass('Map<Id, List<Set<Id>>> a, b = null; a.b.C[] c; transient String d;')],
    ['properties', 'class', inClass('static Id a { get; private set; } Id b { get { return b; } }')],
    [
      'methods',
      'class',
      inClass('abstract void f(); a.b.C g(Map<Id, Id> a, Id[] b) { return null; } testMethod static void h() { }'),
    ],
    ['annotations', 'class', inClass("@A @B('x') @C(d=true e='f') @D(x=1, y=null) Id a;")],
    [
      'casts',
      'class',
      inMethod(
        'x = (A) b; x = (List<A>) b; x = (A[]) b; x = (A.B) (c); x = ((A) b).c; x = (Long) i++; x = (Object) -1;',
      ),
    ],
    [
      'parentheses',
      'class',
      inMethod('x = (a) - 1; x = (a)[0]; x = (a) ? b : c; (i)++; x = (a < b) || (c > d); x = (a?.b).c + (a.b).c;'),
    ],
    [
      'comparisons and shifts',
      'class',
      inMethod('x = a < b && c > d; x = a <= b; x = a >> 1 >>> 2 << 3 >= 4; x >>>= 1; x <<= 2; x = a <> b;'),
    ],
    ['instanceof', 'class', inMethod('x = a instanceof Map<Id, A> && !(b instanceof B) || (c) instanceof C;')],
    [
      'creations',
      'class',
      inMethod(
        'x = new A(1).b; x = new A(B = 1); x = new Id[]{ 1, 2, }; x = new Id[3]; x = new Set<Id>{}; x = new Map<Id, Id>{ 1 => 2 };',
      ),
    ],
    [
      'class literals',
      'class',
      inMethod('x = A.B.class; x = Map<Id, A>.class; x = A[].class; x = void.class; x = A.class.getName();'),
    ],
    ['literals', 'class', inMethod("x = 1 + 2L + .5 + 1.5d + 'a\\'\\u0041' + null + TRUE; x = - 1;")],
    [
      'locals',
      'class',
      inMethod("Integer a, b = 1; final Set<Id> set = new Set<Id>(); @SuppressWarnings('x') Id[] c; a.b.C order;"),
    ],
    [
      'branches',
      'class',
      inMethod(
        "if (a) { } else if (b) return; else c(); switch on a { when B c { } when D, E.F { } when 1, -2L { } when 'x', null { } when else { } }",
      ),
    ],
    [
      'loops',
      'class',
      inMethod(
        'for (A a : b) c(); for (;;) break; for (i = 0, j = 1; i < 2; i++, j--) ; while (a) continue; do { } while (b); for (Id a = 1; a; ) { }',
      ),
    ],
    [
      'exceptions',
      'class',
      inMethod('try { throw new AException(b); } catch (a.BException c) { } catch (Exception d) { } finally { }'),
    ],
    [
      'records',
      'class',
      inMethod(
        'insert a; update as user a; upsert a B.C__c; delete [SELECT Id FROM A]; merge a b; System.runAs(u) { }',
      ),
    ],
    [
      'queries',
      'class',
      inMethod(
        "a = [SELECT Id, Owner.Name n, COUNT(Id) c FROM A WHERE (B = :c.d(1) OR E IN :f) AND G > -5.0 ORDER BY H DESC NULLS LAST LIMIT :i FOR UPDATE]; for (A b : [SELECT Id FROM A WHERE C NOT IN ('d') WITH USER_MODE]) { }",
      ),
    ],
    [
      'queries of more than one object',
      'class',
      inMethod(
        'a = [SELECT Id, (SELECT Id FROM Cs) FROM A WHERE B = LAST_N_DAYS:5 AND C = :(d) - e]; a = [FIND :b IN ALL FIELDS RETURNING A(Id)];',
      ),
    ],
    ['comments', 'class', '/** A */ class /* b */ A { // c\n /* d\n */ }\n'],
    [
      'a trigger',
      'trigger',
      'trigger A on Lead (before insert, after update) { Id a = 1; if (b) { } void c() { } class D { } }',
    ],
    [
      'anonymous Apex',
      'anonymous',
      'Id a; final Id b = 1; void f() { } public class C { } f(); { Id d; } public Id e { get; }',
    ],
  ])('is read quickly into the tree of the grammar: %s', (_, form, source) => {
    const quick = readQuickly(source, form);
    expect(quick).not.toBeNull();
    expect(quick).toEqual(readWithGrammar(source, 'Source', form));
  });
});

describe('what is wrong', () => {
  it.each([
    'x = ;',
    'x = a b;',
    'x = 1',
    'x = 2147483648;',
    'x = -2147483648;',
    'x = a instanceof B == c;',
    'x = a < b instanceof C;',
    'ł = 1;',
    'x = 1.5f;',
    'x = 12 % 5;',
    "x = 'a\\q';",
    "x = 'a;",
    'x = 2020-01-01;',
    'x = a > > ;',
    'x = (a;',
    'x = new A;',
    'x = new Id[];',
    'x = new Map<Id, Id>{ 1 => 2, 3 };',
    'x = a.;',
    'x = class;',
    'Integer class = 1;',
    'Map<Id, Id>.A x;',
    'if (a);',
    'for (Id a : b;) { }',
    'for (final Id a = 1; b; c) { }',
    'while a { }',
    'do f(); while (a);',
    'try { }',
    'try { } catch { }',
    'try { } catch (List<A> b) { }',
    'switch on a { }',
    'switch on a { when else { } when 1 { } }',
    'switch on a { when 1.5 { } }',
    'insert;',
    'merge a;',
    'update as admin a;',
    'System.runAs(a);',
    'x = [SELECT FROM A];',
    'x = [SELECT Id FROM A WHERE a = 1 AND b = 2 OR c = 3];',
    'x = [SELECT Id FROM A LIMIT x];',
    'x = [SELECT Id FROM A WHERE a = ];',
    'static Id x;',
    'public public Id x;',
    'class A { f() { } }',
    'class A { Id a { get; get; } }',
    'class A { Id a; ',
    'class A { void f() }',
    'enum A { B, }',
    'interface A { void f() { } }',
    '@A(b=1,) class C { }',
    '}',
    '/* open',
  ])('is left to the grammar: %s', (source) => {
    expect(readQuickly(source, 'anonymous')).toBeNull();
    expect(readWithGrammar(source, 'Source', 'anonymous').kind).toBe('problems');
  });
});

describe('what is unusual', () => {
  it.each(["x = '''\na''';", "x = '😀';", 'switch on a { when (1) { } }', 'x = a > > b;'])(
    'is left to the grammar as well: %s',
    (source) => {
      expect(readQuickly(source, 'anonymous')).toBeNull();
      expect(readWithGrammar(source, 'Source', 'anonymous').kind).toBe('anonymous');
    },
  );
});
