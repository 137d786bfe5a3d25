import { chargeElements } from '../../run/meter.ts';
import { equalsOf, hashOf, textOf } from '../../run/values.ts';
import type { ApexType } from '../../types/apex-type.ts';
import type { BuiltinType } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { ApexList } from './apex-list.ts';
import { ApexSet } from './apex-set.ts';
import { checkMayChange, elementsOf } from './iteration.ts';

/** Everything that can be walked. */
function itemsOf(source: object | null): unknown[] {
  if (source === null) {
    return raiseNullArgument();
  }
  const items =
    source instanceof ApexList ? source.items : source instanceof ApexSet ? source.items() : [...elementsOf(source)];
  chargeElements(items.length);
  return items;
}

function createSet(type: ApexType, source: object | null): ApexSet {
  return ApexSet.from(type, itemsOf(source));
}

function addItem(set: ApexSet, item: unknown): boolean {
  if (set.isView) {
    raise('System.FinalException', 'Collection is read-only');
  }
  if (set.table.iterations !== 0 && !set.has(item)) {
    checkMayChange(set.table);
  }
  return set.add(item);
}

function removeItem(set: ApexSet, item: unknown): boolean {
  if (set.table.iterations !== 0 && set.has(item)) {
    checkMayChange(set.table);
  }
  return set.delete(item);
}

function addAll(set: ApexSet, source: object | null): boolean {
  return itemsOf(source).reduce<boolean>((changed, item) => addItem(set, item) || changed, false);
}

function removeAll(set: ApexSet, source: object | null): boolean {
  return itemsOf(source).reduce<boolean>((changed, item) => removeItem(set, item) || changed, false);
}

function retainAll(set: ApexSet, source: object | null): boolean {
  const kept = createSet(set.type, source);
  return set
    .items()
    .filter((item) => !kept.has(item))
    .reduce<boolean>((_, item) => removeItem(set, item), false);
}

function containsAll(set: ApexSet, source: object | null): boolean {
  return itemsOf(source).every((item) => set.has(item));
}

export const setType: BuiltinType = {
  name: 'System.Set',
  kind: 'class',
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  valueClass: ApexSet,
  constructors: {
    '()': (type: ApexType) => new ApexSet(type),
    '(Set<T> setToCopy)': createSet,
    '(List<T> listToCopy)': createSet,
    '(Iterable<T> itemsToCopy)': createSet,
  },
  methods: {
    'Boolean add(T setElement)': addItem,
    'Boolean addAll(List<T> fromList)': addAll,
    'Boolean addAll(Set<T> fromSet)': addAll,
    'Boolean addAll(Iterable<T> fromIterable)': addAll,
    'void clear()': (set: ApexSet) => {
      checkMayChange(set.table);
      set.table.clear();
    },
    'Set<T> clone()': (set: ApexSet) => createSet(set.type, set),
    'Boolean contains(T setElement)': (set: ApexSet, item: unknown) => set.has(item),
    'Boolean containsAll(List<T> listToCompare)': containsAll,
    'Boolean containsAll(Set<T> setToCompare)': containsAll,
    'Boolean containsAll(Iterable<T> itemsToCompare)': containsAll,
    'Boolean equals(Object set2)': equalsOf,
    'Integer hashCode()': hashOf,
    'Boolean isEmpty()': (set: ApexSet) => set.size === 0,
    'Iterator<T> iterator()': (set: ApexSet) => set.iterator$(),
    'Boolean remove(T setElement)': removeItem,
    'Boolean removeAll(List<T> listOfElementsToRemove)': removeAll,
    'Boolean removeAll(Set<T> setOfElementsToRemove)': removeAll,
    'Boolean removeAll(Iterable<T> elementsToRemove)': removeAll,
    'Boolean retainAll(List<T> listOfElementsToRetain)': retainAll,
    'Boolean retainAll(Set<T> setOfElementsToRetain)': retainAll,
    'Boolean retainAll(Iterable<T> elementsToRetain)': retainAll,
    'Integer size()': (set: ApexSet) => set.size,
    'String toString()': textOf,
  },
};
