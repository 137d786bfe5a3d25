import { madeObject } from '../../run/meter.ts';
import { objectType, type ApexType } from '../../types/apex-type.ts';
import { ApexIterator } from './apex-iterator.ts';
import { KeyTable } from './key-table.ts';

/**
 * A Set. `isView` marks the one that Map.keySet() gives: it shares the map's keys, so what is removed from it is removed
 * from the map, and nothing can be added to it.
 */
export class ApexSet {
  readonly type: ApexType;
  readonly table: KeyTable;
  readonly isView: boolean;

  constructor(type: ApexType, table: KeyTable = new KeyTable(), isView = false) {
    this.type = type;
    this.table = table;
    this.isView = isView;
    madeObject(table.size);
  }

  /** A Set of these items: ApexSet.from(type, ['a', 'b', 'a']) has two. */
  static from(type: ApexType, items: Iterable<unknown>): ApexSet {
    const set = new ApexSet(type);
    for (const item of items) {
      set.add(item);
    }
    return set;
  }

  get size(): number {
    return this.table.size;
  }

  has(item: unknown): boolean {
    return this.table.find(item) !== undefined;
  }

  /** Whether the set has changed. */
  add(item: unknown): boolean {
    return this.table.put(item, true) === undefined;
  }

  /** Whether the set has changed. */
  delete(item: unknown): boolean {
    return this.table.remove(item) !== undefined;
  }

  /** The items in the order they were added, as an array of their own. */
  items(): unknown[] {
    return this.table.keys();
  }

  /** The same items one by one. */
  *walk(): Generator<unknown> {
    for (const entry of this.table.entries.values()) {
      yield entry.key;
    }
  }

  /** Iterable.iterator(), under the name that a class of source would give it. */
  iterator$(): ApexIterator {
    return new ApexIterator(this.type.args[0] ?? objectType, this.walk());
  }
}
