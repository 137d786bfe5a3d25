import { describe, expect, it } from '@jest/globals';
import { ApexList } from '../../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { ApexMap } from '../../../../../sandbox/salesforce/apex/library/collection/apex-map.ts';
import { ApexSet } from '../../../../../sandbox/salesforce/apex/library/collection/apex-set.ts';
import { ApexDecimal } from '../../../../../sandbox/salesforce/apex/library/number/apex-decimal.ts';
import { ApexDouble } from '../../../../../sandbox/salesforce/apex/library/number/apex-double.ts';
import { ApexSObject, recordTypeOf } from '../../../../../sandbox/salesforce/apex/library/record/apex-sobject.ts';
import { ApexId } from '../../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { ApexDate } from '../../../../../sandbox/salesforce/apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../../../../sandbox/salesforce/apex/library/time/apex-datetime.ts';
import {
  compareOf,
  equalsOf,
  hashOf,
  looseEquals,
  sameValue,
  textOf,
  typeOfValue,
} from '../../../../../sandbox/salesforce/apex/run/values.ts';
import {
  integerType,
  listOf,
  objectType,
  stringType,
  typeOf,
} from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { SmallProgram } from './small-program.ts';

const objects = listOf(objectType);
const list = (...items: unknown[]): ApexList => new ApexList(objects, items);
const decimal = (unscaled: bigint, scale: number): ApexDecimal => new ApexDecimal(unscaled, scale);
const account = (fields: Record<string, unknown>): ApexSObject =>
  new ApexSObject(recordTypeOf('Account'), new Map(Object.entries(fields)));

const program = new SmallProgram(
  [
    {
      name: 'Point',
      fields: [
        ['y', integerType],
        ['x', integerType],
      ],
    },
    { name: 'Outer.Node', fields: [['next', typeOf('Outer.Node')]] },
    {
      name: 'Money',
      fields: [['amount', integerType]],
      methods: {
        equals$object(other: unknown) {
          return (other as { amount: unknown }).amount === this.amount;
        },
        hashcode$() {
          return this.amount;
        },
        tostring$() {
          return `${String(this.amount)} coins`;
        },
        compareto$object(other: { amount: number }) {
          return (this.amount as number) - other.amount;
        },
      },
    },
  ],
  [
    {
      name: 'Account',
      label: 'Account',
      keyPrefix: '001',
      fields: new Map([['name', { name: 'Name', type: stringType, relationshipName: null, referenceTo: [] }]]),
      children: new Map(),
    },
  ],
);

describe('equality of values', () => {
  it('compares texts by case in collections and without it for ==', () => {
    expect([equalsOf('a', 'A'), looseEquals('a', 'A'), sameValue('a', 'A')]).toEqual([false, true, false]);
  });

  it('takes 1.0 and 1.00 for two keys and for one number', () => {
    const [one, other] = [decimal(10n, 1), decimal(100n, 2)];
    expect([equalsOf(one, other), looseEquals(one, other)]).toEqual([false, true]);
  });

  it('compares numbers of different types by value for == only', () => {
    for (const other of [1n, new ApexDouble(1), decimal(10n, 1)]) {
      expect([equalsOf(1, other), looseEquals(1, other), looseEquals(other, 2)]).toEqual([false, true, false]);
    }
    expect(looseEquals(9007199254740993n, decimal(9007199254740993n, 0))).toBe(true);
    expect(looseEquals(new ApexDouble(NaN), decimal(1n, 0))).toBe(false);
  });

  it('takes an Id and its text for the same', () => {
    const id = new ApexId('001D000000IRFmaIAH');
    expect(equalsOf(id, '001D000000IRFmaIAH')).toBe(true);
    expect(equalsOf('001D000000IRFmaIAH', id)).toBe(true);
    expect(looseEquals('001D000000IRFma', id)).toBe(true);
  });

  it('compares collections by what is in them, sets and maps in any order', () => {
    const set = (...items: unknown[]): ApexSet => ApexSet.from(typeOf('System.Set', [objectType]), items);
    const map = (...pairs: [unknown, unknown][]): ApexMap =>
      ApexMap.from(typeOf('System.Map', [objectType, objectType]), pairs);
    expect(equalsOf(list(1, list('a')), list(1, list('a')))).toBe(true);
    expect(equalsOf(list(1, 2), list(2, 1))).toBe(false);
    expect(equalsOf(set(1, 2), set(2, 1))).toBe(true);
    expect(equalsOf(map(['a', null]), map(['b', null]))).toBe(false);
    expect(equalsOf(map(['a', 1], ['b', 2]), map(['b', 2], ['a', 1]))).toBe(true);
    expect(hashOf(map(['a', 1], ['b', 2]))).toBe(hashOf(map(['b', 2], ['a', 1])));
  });

  it('compares records by type and fields, where a missing field is like null', () => {
    expect(equalsOf(account({ name: 'x' }), account({ name: 'x', site: null }))).toBe(true);
    expect(equalsOf(account({ name: 'x' }), account({ name: 'x', site: 'y' }))).toBe(false);
    expect(hashOf(account({ a: 1, b: 2 }))).toBe(hashOf(account({ b: 2, a: 1 })));
  });

  it('asks objects of source that declare equals and compares others by identity', () => {
    const [five, alsoFive] = [program.create('Money', { amount: 5 }), program.create('Money', { amount: 5 })];
    expect(equalsOf(five, alsoFive)).toBe(true);
    expect(equalsOf(program.create('Point', {}), program.create('Point', {}))).toBe(false);
  });
});

describe('hash codes', () => {
  it('are those of Java', () => {
    expect(['ab', '', 7, 4294967296n, true, null].map(hashOf)).toEqual([3105, 0, 7, 1, 1231, 0]);
    expect(hashOf(list(1, 2))).toBe(994);
  });

  it('stay the same for an object that has none of its own', () => {
    const point = program.create('Point', {});
    expect(hashOf(point)).toBe(hashOf(point));
  });
});

describe('texts', () => {
  const show = (value: unknown): string => program.run(() => textOf(value));

  it('show collections with their brackets and null as a word', () => {
    expect(show(list(1, null, 'a', true, 5n))).toBe('(1, null, a, true, 5)');
    expect(show(ApexSet.from(typeOf('System.Set', [objectType]), [1, 2]))).toBe('{1, 2}');
    expect(show(ApexMap.from(typeOf('System.Map', [objectType, objectType]), [['a', list(1)]]))).toBe('{a=(1)}');
  });

  it('show ten items of a collection and dots for the rest', () => {
    expect(show(list(...Array(11).keys()))).toBe('(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)');
  });

  it('show the fields of an object in the order of their names, and of records as they were set', () => {
    expect(show(program.create('Point', { x: 1 }))).toBe('Point:[x=1, y=null]');
    expect(show(account({ name: 'Acme' }))).toBe('Account:{Name=Acme}');
  });

  it('show the text that a class makes of itself', () => {
    expect(show(list(program.create('Money', { amount: 5 })))).toBe('(5 coins)');
  });

  it('show what contains itself once', () => {
    const node = program.create('Outer.Node', {}) as Record<string, unknown>;
    node.next = node;
    expect(show(node)).toBe('Node:[next=(already output)]');
  });

  it('show days with midnight and instants in GMT', () => {
    expect(show(list(new ApexDate(1), new ApexDatetime(0)))).toBe('(1970-01-02 00:00:00, 1970-01-01 00:00:00)');
  });
});

describe('natural order', () => {
  const compare = (left: unknown, right: unknown): number => program.run(() => compareOf(left, right));

  it('puts null first and texts by their code units', () => {
    expect([compare(null, 1), compare('B', 'a'), compare('a', 'a')]).toEqual([-1, -1, 0]);
  });

  it('asks objects that are Comparable and refuses others', () => {
    const [five, six] = [5, 6].map((amount) => program.create('Money', { amount }));
    expect(compare(five, six)).toBe(-1);
    const refused = 'System.ListException: One or more of the items in this list is not Comparable.';
    expect(program.thrownBy(() => compareOf(program.create('Point', {}), program.create('Point', {})))).toBe(refused);
  });
});

describe('types of values', () => {
  it('are those of the values, not of the variables', () => {
    expect([1, 1n, 'a', true, null, list(), decimal(1n, 0)].map((each) => typeOfValue(each).key)).toEqual([
      'System.Integer',
      'System.Long',
      'System.String',
      'System.Boolean',
      'null',
      'System.List<System.Object>',
      'System.Decimal',
    ]);
    expect(typeOfValue(program.create('Point', {})).name).toBe('Point');
  });
});
