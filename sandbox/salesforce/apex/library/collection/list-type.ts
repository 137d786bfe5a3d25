import { chargeElements, madeText } from '../../run/meter.ts';
import { equalsOf, hashOf, textOf } from '../../run/values.ts';
import type { ApexType } from '../../types/apex-type.ts';
import type { BuiltinType } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';
import { ApexList } from './apex-list.ts';
import { ApexSet } from './apex-set.ts';
import { deepCloneItems } from './deep-clone.ts';
import { tokenOf } from './sobject-token.ts';
import { checkMayChange, elementsOf } from './iteration.ts';
import { getItem, raiseOutOfBounds, setItem } from './list-items.ts';
import { sortList, sortListBy } from './sort-list.ts';

/** Everything that can be walked, as an array of its own. */
function itemsOf(source: object | null): unknown[] {
  if (source === null) {
    return raiseNullArgument();
  }
  const items =
    source instanceof ApexList
      ? [...source.items]
      : source instanceof ApexSet
        ? source.items()
        : [...elementsOf(source)];
  chargeElements(items.length);
  return items;
}

function addAll(list: ApexList, source: object | null): void {
  checkMayChange(list);
  const items = itemsOf(source);
  list.items = list.items.length === 0 ? items : list.items.concat(items);
}

function checkIndex(index: number | null, limit: number): number {
  if (index === null) {
    return raiseNullArgument();
  }
  return index < 0 || index >= limit ? raiseOutOfBounds(index) : index;
}

function copy(list: ApexList): ApexList {
  chargeElements(list.items.length);
  return new ApexList(list.type, [...list.items]);
}

function find(list: ApexList, item: unknown): number {
  chargeElements(list.items.length);
  return typeof item === 'object' && item !== null
    ? list.items.findIndex((each) => equalsOf(item, each))
    : list.items.indexOf(item);
}

/** Numbers of auto-number fields are kept in any case: nothing says which fields those are. */
function deepClone(list: ApexList, keepsId: boolean | null = false, keepsTimestamps: boolean | null = false): ApexList {
  chargeElements(list.items.length);
  return new ApexList(list.type, deepCloneItems(list.items, keepsId === true, keepsTimestamps === true));
}

export const listType: BuiltinType = {
  name: 'System.List',
  kind: 'class',
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  valueClass: ApexList,
  constructors: {
    '()': (type: ApexType) => new ApexList(type),
    '(List<T> listToCopy)': (type: ApexType, source: object | null) => new ApexList(type, itemsOf(source)),
    '(Set<T> setToCopy)': (type: ApexType, source: object | null) => new ApexList(type, itemsOf(source)),
    '(Iterable<T> itemsToCopy)': (type: ApexType, source: object | null) => new ApexList(type, itemsOf(source)),
  },
  methods: {
    'void add(T listElement)': (list: ApexList, item: unknown) => {
      checkMayChange(list);
      list.items.push(item);
    },
    'void add(Integer index, T listElement)': (list: ApexList, index: number | null, item: unknown) => {
      checkMayChange(list);
      const at = checkIndex(index, list.items.length + 1);
      chargeElements(list.items.length - at);
      list.items.splice(at, 0, item);
    },
    'void addAll(List<T> fromList)': addAll,
    'void addAll(Set<T> fromSet)': addAll,
    'void addAll(Iterable<T> fromIterable)': addAll,
    'void clear()': (list: ApexList) => {
      checkMayChange(list);
      list.items = [];
    },
    'List<T> clone()': copy,
    'Boolean contains(T listElement)': (list: ApexList, item: unknown) => find(list, item) >= 0,
    'List<T> deepClone()': deepClone,
    'List<T> deepClone(Boolean preserveId)': deepClone,
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)': deepClone,
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)': deepClone,
    'Boolean equals(Object list2)': equalsOf,
    'T get(Integer index)': (list: ApexList, index: number | null) => getItem(list, index ?? raiseNullArgument()),
    'Schema.SObjectType getSObjectType()': (list: ApexList) => tokenOf(list.type.args[0]),
    'Integer hashCode()': hashOf,
    'Integer indexOf(T listElement)': find,
    'Boolean isEmpty()': (list: ApexList) => list.items.length === 0,
    'Iterator<T> iterator()': (list: ApexList) => list.iterator$(),
    'T remove(Integer index)': (list: ApexList, index: number | null) => {
      checkMayChange(list);
      const at = checkIndex(index, list.items.length);
      chargeElements(list.items.length - at);
      return list.items.splice(at, 1)[0];
    },
    'void set(Integer index, T listElement)': (list: ApexList, index: number | null, item: unknown) => {
      setItem(list, index ?? raiseNullArgument(), item);
    },
    'Integer size()': (list: ApexList) => list.items.length,
    'void sort()': sortList,
    'void sort(Comparator<T> comparator)': sortListBy,
    'String toString()': (list: ApexList) => madeText(textOf(list)),
  },
};
