import type { ApexList } from '../library/collection/apex-list.ts';
import type { ApexMap } from '../library/collection/apex-map.ts';
import type { ApexSet } from '../library/collection/apex-set.ts';
import { chargeElements } from './meter.ts';
import type { ValueKind } from './value-kind.ts';
import { equalsOf, hashOf } from './values-equality.ts';
import { hashOfSequence } from './values-hash.ts';
import { showOnce, textOf } from './values-text.ts';

/** The platform shows this many items of a collection and then "...". */
const shownItems = 10;

function textOfItems(items: Iterable<unknown>, show: (item: unknown) => string): string {
  const shown: string[] = [];
  for (const item of items) {
    if (shown.length === shownItems) {
      shown.push('...');
      break;
    }
    shown.push(show(item));
  }
  return shown.join(', ');
}

export const listKind: ValueKind<ApexList> = {
  type: (list) => list.type,
  text: (list) => showOnce(list, () => `(${textOfItems(list.items, textOf)})`),
  equals: (left, right) => {
    chargeElements(left.items.length);
    return (
      left.items.length === right.items.length && left.items.every((item, index) => equalsOf(item, right.items[index]))
    );
  },
  hash: (list) => {
    chargeElements(list.items.length);
    return hashOfSequence(list.items.map(hashOf));
  },
};

export const setKind: ValueKind<ApexSet> = {
  type: (set) => set.type,
  text: (set) => showOnce(set, () => `{${textOfItems(set.items(), textOf)}}`),
  equals: (left, right) => {
    chargeElements(left.size);
    return left.size === right.size && left.items().every((item) => right.has(item));
  },
  hash: (set) => {
    chargeElements(set.size);
    return set.items().reduce<number>((sum, item) => (sum + hashOf(item)) | 0, 0);
  },
};

export const mapKind: ValueKind<ApexMap> = {
  type: (map) => map.type,
  text: (map) => showOnce(map, () => `{${textOfItems(map.keys(), (key) => `${textOf(key)}=${textOf(map.get(key))}`)}}`),
  equals: (left, right) => {
    chargeElements(left.size);
    return (
      left.size === right.size &&
      left.pairs().every(([key, value]) => {
        const entry = right.table.find(key);
        return entry !== undefined && equalsOf(value, entry.value);
      })
    );
  },
  hash: (map) => {
    chargeElements(map.size);
    return map.pairs().reduce<number>((sum, [key, value]) => (sum + (hashOf(key) ^ hashOf(value))) | 0, 0);
  },
};
