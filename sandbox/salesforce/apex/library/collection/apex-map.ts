import { madeObject } from '../../run/meter.ts';
import type { ApexType } from '../../types/apex-type.ts';
import { KeyTable } from './key-table.ts';

/** A Map, in the order its keys were put. Its values are those of Apex: null where a key is not there. */
export class ApexMap {
  readonly type: ApexType;
  readonly table: KeyTable = new KeyTable();

  constructor(type: ApexType) {
    this.type = type;
    madeObject(0);
  }

  /** A Map of these pairs: ApexMap.from(type, [['a', 1], ['b', 2]]). */
  static from(type: ApexType, pairs: Iterable<readonly [unknown, unknown]>): ApexMap {
    const map = new ApexMap(type);
    for (const [key, value] of pairs) {
      map.put(key, value);
    }
    return map;
  }

  get size(): number {
    return this.table.size;
  }

  has(key: unknown): boolean {
    return this.table.find(key) !== undefined;
  }

  get(key: unknown): unknown {
    const entry = this.table.find(key);
    return entry === undefined ? null : entry.value;
  }

  /** Gives back the earlier value, or null. */
  put(key: unknown, value: unknown): unknown {
    return this.table.put(key, value) ?? null;
  }

  /** Gives back the value that was removed, or null. */
  remove(key: unknown): unknown {
    return this.table.remove(key)?.value ?? null;
  }

  keys(): unknown[] {
    return this.table.keys();
  }

  values(): unknown[] {
    return this.table.values();
  }

  /** Keys with their values, in order. */
  pairs(): (readonly [unknown, unknown])[] {
    return [...this.table.entries.values()].map((entry) => [entry.key, entry.value] as const);
  }
}
