import { raise } from '../raise.ts';
import type { ApexList } from './apex-list.ts';

/** `list[index]` as a value. */
export function getItem(list: ApexList, index: number): unknown {
  const item = list.items[index];
  return item === undefined ? raiseOutOfBounds(index) : item;
}

/** `list[index] = item`: gives back the item, as the assignment does. */
export function setItem<T>(list: ApexList, index: number, item: T): T {
  if (index < 0 || index >= list.items.length) {
    raiseOutOfBounds(index);
  }
  list.items[index] = item;
  return item;
}

/** raiseOutOfBounds(5) throws "List index out of bounds: 5". */
export function raiseOutOfBounds(index: number): never {
  return raise('System.ListException', `List index out of bounds: ${String(index)}`);
}
