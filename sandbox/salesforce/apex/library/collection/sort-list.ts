import { chargeElements } from '../../run/meter.ts';
import { compareOf } from '../../run/values.ts';
import { mangle } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';
import type { ApexList } from './apex-list.ts';

type Compare = (left: unknown, right: unknown) => number;

/** Comparator.compare as every class that implements it has it: its type variable is an Object there. */
const comparatorMethod = mangle('compare', ['Object', 'Object']);

/** Sorts a list in its natural order, nulls first: (2, null, 1) → (null, 1, 2). Equal items keep their order. */
export function sortList(list: ApexList): void {
  const { items } = list;
  chargeSort(items.length);
  if (items.every((item) => typeof item === 'number')) {
    // The common case needs no question about types; a typed array sorts it without a call for each pair.
    list.items = [...Int32Array.from(items).sort()];
    return;
  }
  // A single item has nobody to be compared with and is refused all the same where it has no order.
  if (items.length === 1) {
    compareOf(items[0], items[0]);
  }
  list.items = items.toSorted(compareOf);
}

/** Sorts a list as an object of source that implements Comparator says; nulls are its affair. */
export function sortListBy(list: ApexList, comparator: object | null): void {
  if (comparator === null) {
    raiseNullArgument();
  }
  chargeSort(list.items.length);
  const compare = (comparator as Record<string, Compare | undefined>)[comparatorMethod];
  if (compare === undefined) {
    throw new Error('A Comparator without compare().');
  }
  list.items = list.items.toSorted((left, right) => compare.call(comparator, left, right));
}

function chargeSort(count: number): void {
  chargeElements(Math.ceil(count * Math.log2(count + 1)));
}
