import { describe, expect, it } from '@jest/globals';
import { ApexList } from '../../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { ApexMap } from '../../../../../sandbox/salesforce/apex/library/collection/apex-map.ts';
import { ApexSet } from '../../../../../sandbox/salesforce/apex/library/collection/apex-set.ts';
import { elementsOf } from '../../../../../sandbox/salesforce/apex/library/collection/iteration.ts';
import { getItem, setItem } from '../../../../../sandbox/salesforce/apex/library/collection/list-items.ts';
import type { Implementation } from '../../../../../sandbox/salesforce/apex/library/define.ts';
import { ApexDecimal } from '../../../../../sandbox/salesforce/apex/library/number/apex-decimal.ts';
import { ApexSObject, recordTypeOf } from '../../../../../sandbox/salesforce/apex/library/record/apex-sobject.ts';
import { ApexId } from '../../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { meter, resetMeter } from '../../../../../sandbox/salesforce/apex/run/meter.ts';
import {
  idType,
  integerType,
  listOf,
  stringType,
  typeOf,
  type ApexType,
} from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { callOf, constructorOf, SmallProgram } from './small-program.ts';

const pointType = typeOf('Point');
const program = new SmallProgram([
  {
    name: 'Key',
    fields: [['id', integerType]],
    methods: {
      equals$object(other: { id: unknown }) {
        return other.id === this.id;
      },
      hashcode$() {
        return (this.id as number) % 2;
      },
      compareto$object(other: { id: number }) {
        return (this.id as number) - other.id;
      },
    },
  },
  { name: 'Point', fields: [['x', integerType]] },
  {
    name: 'ByX',
    methods: {
      compare$object$object(left: { x: number }, right: { x: number }) {
        return right.x - left.x;
      },
    },
  },
]);

const list = (...items: unknown[]): ApexList => new ApexList(listOf(integerType), items);
const set = (...items: unknown[]): ApexSet => ApexSet.from(typeOf('System.Set', [integerType]), items);
const mapType = (key: ApexType, value: ApexType): ApexType => typeOf('System.Map', [key, value]);
const map = (...pairs: [unknown, unknown][]): ApexMap => ApexMap.from(mapType(stringType, integerType), pairs);
const record = (id: string | null): ApexSObject =>
  new ApexSObject(recordTypeOf('Account'), new Map([['id', id === null ? null : new ApexId(id)]]));

const onList = (signature: string): Implementation => callOf('System.List', signature);
const onSet = (signature: string): Implementation => callOf('System.Set', signature);
const onMap = (signature: string): Implementation => callOf('System.Map', signature);

const modified = 'System.FinalException: Cannot modify a collection while it is being iterated.';

describe('List', () => {
  it('adds, inserts, sets and removes by index', () => {
    const numbers = list(1, 2);
    onList('void add(T listElement)')(numbers, 4);
    onList('void add(Integer index, T listElement)')(numbers, 2, 3);
    onList('void set(Integer index, T listElement)')(numbers, 0, 0);
    expect(onList('T remove(Integer index)')(numbers, 1)).toBe(2);
    expect(numbers.items).toEqual([0, 3, 4]);
  });

  it('refuses an index that is not there', () => {
    const message = (index: number): string => `System.ListException: List index out of bounds: ${String(index)}`;
    expect(program.thrownBy(() => getItem(list(1), 1))).toBe(message(1));
    expect(program.thrownBy(() => setItem(list(), -1, 0))).toBe(message(-1));
    expect(program.thrownBy(() => onList('T remove(Integer index)')(list(), 0))).toBe(message(0));
    expect(program.thrownBy(() => onList('void add(Integer index, T listElement)')(list(), 1, 5))).toBe(message(1));
    expect(program.thrownBy(() => onList('T get(Integer index)')(list(1), null))).toContain('NullPointerException');
  });

  it('holds null and finds it', () => {
    expect(getItem(list(null), 0)).toBeNull();
    expect(onList('Integer indexOf(T listElement)')(list(1, null), null)).toBe(1);
    expect(onList('Boolean contains(T listElement)')(list(1), 2)).toBe(false);
  });

  it('can be added to itself', () => {
    const numbers = list(1, 2);
    onList('void addAll(List<T> fromList)')(numbers, numbers);
    expect(numbers.items).toEqual([1, 2, 1, 2]);
    expect(program.thrownBy(() => onList('void addAll(List<T> fromList)')(numbers, null))).toContain('null');
  });

  it('is made of a Set and copied so that the copy is another list', () => {
    const made = constructorOf('System.List', '(Set<T> setToCopy)')(listOf(integerType), set(3, 1)) as ApexList;
    const copy = onList('List<T> clone()')(made) as ApexList;
    copy.items.push(9);
    expect([made.items, copy.items]).toEqual([
      [3, 1],
      [3, 1, 9],
    ]);
  });

  it('sorts in natural order with null first', () => {
    const sorted = (...items: unknown[]): unknown[] =>
      program.run(() => {
        const unsorted = list(...items);
        onList('void sort()')(unsorted);
        return unsorted.items;
      });
    expect(sorted(10, 9, -1)).toEqual([-1, 9, 10]);
    expect(sorted('b', null, 'B', 'a')).toEqual([null, 'B', 'a', 'b']);
    expect(sorted(5n, 4n)).toEqual([4n, 5n]);
    expect(
      sorted(...[2, 1].map((id) => program.create('Key', { id }))).map((key) => (key as { id: number }).id),
    ).toEqual([1, 2]);
  });

  it('refuses to sort objects that have no order', () => {
    const points = new ApexList(listOf(pointType), [program.create('Point', {})]);
    expect(program.thrownBy(() => onList('void sort()')(points))).toContain('not Comparable');
  });

  it('sorts by a Comparator and keeps the order of equal items', () => {
    const points = [1, 2, 2, 3].map((x) => program.create('Point', { x }));
    const unsorted = new ApexList(listOf(pointType), points);
    onList('void sort(Comparator<T> comparator)')(unsorted, program.create('ByX', {}));
    expect(unsorted.items).toEqual([points[3], points[1], points[2], points[0]]);
  });

  it('cannot change its size while a loop walks it, and can afterwards', () => {
    const numbers = list(1, 2);
    const add = onList('void add(T listElement)');
    const loop = (): void => {
      for (const number of elementsOf(numbers)) {
        add(numbers, number);
      }
    };
    expect(program.thrownBy(loop)).toBe(modified);
    add(numbers, 3);
    for (const number of elementsOf(numbers)) {
      setItem(numbers, 0, number);
    }
    expect(numbers.items).toEqual([3, 2, 3]);
  });

  it('gives an iterator that refuses to go past the end', () => {
    const iterator = list(1).iterator$();
    expect([iterator.hasnext$(), iterator.next$(), iterator.hasnext$()]).toEqual([true, 1, false]);
    expect(program.thrownBy(() => iterator.next$())).toContain('System.NoSuchElementException');
  });

  it('clones records deeply, by default without their ids', () => {
    const accounts = new ApexList(listOf(recordTypeOf('Account')), [record('001D000000IRFmaIAH')]);
    const keep = 'List<T> deepClone(Boolean preserveId)';
    const ids = (cloned: unknown): unknown[] =>
      (cloned as ApexList).items.map((item) => (item as ApexSObject).fields.get('id') ?? null);
    expect(ids(onList('List<T> deepClone()')(accounts))).toEqual([null]);
    expect(ids(onList(keep)(accounts, true))).toEqual([new ApexId('001D000000IRFmaIAH')]);
  });

  it('charges for what its methods look at', () => {
    resetMeter();
    onList('Boolean contains(T listElement)')(list(...Array(8000).keys()), -1);
    expect(meter.builtinUnits).toBeGreaterThanOrEqual(1000);
  });
});

describe('Set', () => {
  it('says whether it was changed', () => {
    const numbers = set(1);
    const add = onSet('Boolean add(T setElement)');
    expect([add(numbers, 1), add(numbers, 2), add(numbers, null), add(numbers, null)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(onSet('Boolean remove(T setElement)')(numbers, 5)).toBe(false);
    expect(numbers.items()).toEqual([1, 2, null]);
  });

  it('adds, removes and keeps all of another collection', () => {
    const numbers = set(1, 2, 3);
    expect(onSet('Boolean addAll(List<T> fromList)')(numbers, list(3, 4))).toBe(true);
    expect(onSet('Boolean removeAll(Set<T> setOfElementsToRemove)')(numbers, set(1))).toBe(true);
    expect(onSet('Boolean retainAll(List<T> listOfElementsToRetain)')(numbers, list(2, 4))).toBe(true);
    expect(onSet('Boolean containsAll(List<T> listToCompare)')(numbers, list(2, 4))).toBe(true);
    expect(numbers.items()).toEqual([2, 4]);
  });

  it('cannot change its size while a loop walks it', () => {
    const numbers = set(1, 2);
    const loop = (): void => {
      for (const number of elementsOf(numbers)) {
        onSet('Boolean remove(T setElement)')(numbers, number);
      }
    };
    expect(program.thrownBy(loop)).toBe(modified);
    expect(onSet('Boolean remove(T setElement)')(numbers, 1)).toBe(true);
  });
});

describe('Map', () => {
  it('gives back what was there before', () => {
    const numbers = map(['a', 1]);
    expect([onMap('V put(K key, V value)')(numbers, 'a', 2), onMap('V remove(K key)')(numbers, 'a')]).toEqual([1, 2]);
    expect([onMap('V get(K key)')(numbers, 'a'), onMap('Boolean isEmpty()')(numbers)]).toEqual([null, true]);
  });

  it('keeps the order in which keys were put', () => {
    const numbers = map(['b', 1], ['a', 2], ['b', 3]);
    expect((onMap('List<V> values()')(numbers) as ApexList).items).toEqual([3, 2]);
    expect((onMap('Set<K> keySet()')(numbers) as ApexSet).items()).toEqual(['b', 'a']);
  });

  it('tells texts by case, Integers from Longs and Decimals by their scale', () => {
    const any = map(['a', 1]);
    expect([any.has('A'), any.has('a')]).toEqual([false, true]);
    any.put(1, 'Integer');
    any.put(1n, 'Long');
    any.put(new ApexDecimal(10n, 1), 'one place');
    any.put(new ApexDecimal(100n, 2), 'two places');
    expect([any.get(1), any.get(1n), any.get(new ApexDecimal(10n, 1))]).toEqual(['Integer', 'Long', 'one place']);
  });

  it('finds objects of source by their equals and hashCode, also where hashes are alike', () => {
    const byKey = map(...[1, 3, 5].map((id): [unknown, unknown] => [program.create('Key', { id }), id]));
    expect([1, 3, 5, 7].map((id) => byKey.get(program.create('Key', { id })))).toEqual([1, 3, 5, null]);
    expect(byKey.remove(program.create('Key', { id: 3 }))).toBe(3);
    expect([byKey.size, byKey.get(program.create('Key', { id: 5 }))]).toEqual([2, 5]);
  });

  it('loses a key that is changed after it was put', () => {
    const numbers = list(1);
    const byList = map([numbers, 'found']);
    expect(byList.get(list(1))).toBe('found');
    numbers.items.push(2);
    expect([byList.get(numbers), byList.size]).toEqual([null, 1]);
  });

  it('lets keys be removed through its key set, and none be added', () => {
    const numbers = map(['a', 1], ['b', 2]);
    const keys = onMap('Set<K> keySet()')(numbers) as ApexSet;
    expect(onSet('Boolean remove(T setElement)')(keys, 'a')).toBe(true);
    expect(numbers.keys()).toEqual(['b']);
    const add = (): unknown => onSet('Boolean add(T setElement)')(keys, 'c');
    expect(program.thrownBy(add)).toBe('System.FinalException: Collection is read-only');
  });

  it('cannot lose a key while a loop walks its keys, and can change values', () => {
    const numbers = map(['a', 1], ['b', 2]);
    const keys = onMap('Set<K> keySet()')(numbers) as ApexSet;
    for (const key of elementsOf(keys)) {
      onMap('V put(K key, V value)')(numbers, key, 0);
    }
    const loop = (): void => {
      for (const key of elementsOf(keys)) {
        onMap('V remove(K key)')(numbers, key);
      }
    };
    expect(program.thrownBy(loop)).toBe(modified);
  });

  it('is made of records by their ids', () => {
    const accounts = new ApexList(listOf(recordTypeOf('Account')), [record('001D000000IRFmaIAH')]);
    const make = constructorOf('System.Map', '(List<SObject> recordList)');
    const byId = make(mapType(idType, recordTypeOf('Account')), accounts) as ApexMap;
    expect(byId.get(new ApexId('001D000000IRFmaIAH'))).toBe(accounts.items[0]);
    accounts.items.push(record(null));
    const again = (): unknown => make(mapType(idType, recordTypeOf('Account')), accounts);
    expect(program.thrownBy(again)).toBe('System.ListException: Row with null Id at index: 1');
  });
});
