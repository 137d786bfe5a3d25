import { ApexEnum } from '../../run/apex-enum.ts';
import { madeObject } from '../../run/meter.ts';
import { equalsOf, hashOf, isComparedByIdentity } from '../../run/values.ts';
import { ApexId } from '../text/apex-id.ts';

/** A key of a set or map with what stands behind it. `hash` is that of the moment the key was put. */
export interface Entry {
  readonly key: unknown;
  value: unknown;
  readonly hash: number;
}

/** Key, value, hash and the place in the table. */
const entrySlots = 4;

/**
 * The keys of a set or map in the order they were put. A key that JavaScript compares as Apex does (texts, whole numbers,
 * Booleans, enum constants, objects without equals and hashCode) is its own key in `entries`, so it is found as fast as in
 * a Map. Any other one is found through its hash, and its entry stands for it in `entries`; since the hash is taken when
 * it is put, a key that is changed later is no longer found, as documented.
 */
export class KeyTable {
  readonly entries = new Map<unknown, Entry>();
  /** Loops that are walking the keys: while there are any, no key may come or go. */
  iterations = 0;
  private buckets: Map<number, Entry[]> | null = null;

  get size(): number {
    return this.entries.size;
  }

  /** The entry of a key, or undefined. */
  find(key: unknown): Entry | undefined {
    const own = ownKey(key);
    return own === hashed ? this.findHashed(key, hashOf(key)) : this.entries.get(own);
  }

  /** Puts a value behind a key and gives back the earlier value: undefined where the key is new. */
  put(key: unknown, value: unknown): unknown {
    const own = ownKey(key);
    if (own === hashed) {
      return this.putHashed(key, value);
    }
    const entry = this.entries.get(own);
    if (entry === undefined) {
      madeObject(entrySlots);
      this.entries.set(own, { key, value, hash: 0 });
      return undefined;
    }
    const earlier = entry.value;
    entry.value = value;
    return earlier;
  }

  /** Takes a key away and gives back its entry: undefined where there was none. */
  remove(key: unknown): Entry | undefined {
    const own = ownKey(key);
    const entry = own === hashed ? this.findHashed(key, hashOf(key)) : this.entries.get(own);
    if (entry === undefined) {
      return undefined;
    }
    if (own === hashed) {
      this.entries.delete(entry);
      const bucket = this.buckets?.get(entry.hash) ?? [];
      bucket.splice(bucket.indexOf(entry), 1);
      if (bucket.length === 0) {
        this.buckets?.delete(entry.hash);
      }
    } else {
      this.entries.delete(own);
    }
    return entry;
  }

  clear(): void {
    this.entries.clear();
    this.buckets = null;
  }

  keys(): unknown[] {
    const keys: unknown[] = [];
    for (const entry of this.entries.values()) {
      keys.push(entry.key);
    }
    return keys;
  }

  values(): unknown[] {
    const values: unknown[] = [];
    for (const entry of this.entries.values()) {
      values.push(entry.value);
    }
    return values;
  }

  private findHashed(key: unknown, hash: number): Entry | undefined {
    return this.buckets?.get(hash)?.find((entry) => entry.key === key || equalsOf(key, entry.key));
  }

  private putHashed(key: unknown, value: unknown): unknown {
    const hash = hashOf(key);
    const found = this.findHashed(key, hash);
    if (found !== undefined) {
      const earlier = found.value;
      found.value = value;
      return earlier;
    }
    madeObject(entrySlots);
    const entry: Entry = { key, value, hash };
    this.entries.set(entry, entry);
    this.buckets ??= new Map();
    const bucket = this.buckets.get(hash);
    if (bucket === undefined) {
      this.buckets.set(hash, [entry]);
    } else {
      bucket.push(entry);
    }
    return undefined;
  }
}

/** Stands for "not its own key": no value of Apex is a symbol. */
const hashed = Symbol('hashed');

/** An Id and a String of the same text are the same key: on the platform an Id is a String that is checked. */
function ownKey(key: unknown): unknown {
  if (typeof key !== 'object' || key === null || key instanceof ApexEnum) {
    return key;
  }
  if (key instanceof ApexId) {
    return key.value;
  }
  return isComparedByIdentity(key) ? key : hashed;
}
