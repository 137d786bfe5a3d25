import type { PortalRecord } from '../portal-record.ts';
import type { IndexedValues } from './search-request.ts';
import { TypeIndex } from './type-index.ts';

type Pending = {
  readonly objectTypeId: string;
  readonly id: string;
  readonly notedAt: number;
  readonly visibleAt: number;
  /** Null when searches no longer find it. */
  values: IndexedValues | null;
};

/**
 * What searches find. HubSpot's indexes lag behind the records: a change is found after a moment that nobody knows beforehand,
 * but never before one that came earlier.
 */
export class SearchIndexes {
  readonly #now: () => number;
  readonly #random: () => number;
  readonly #delayMillis: number;
  readonly #types = new Map<string, TypeIndex>();
  #pending: Pending[] = [];
  #head = 0;
  readonly #newest = new Map<string, Pending>();

  constructor(now: () => number, random: () => number, delayMillis: number) {
    this.#now = now;
    this.#random = random;
    this.#delayMillis = delayMillis;
  }

  /** A record is new or has changed. */
  note(record: PortalRecord): void {
    this.#add(record, record.archivedAt === null ? record.values() : null);
  }

  /** A record is no more. */
  noteGone(record: PortalRecord): void {
    this.#add(record, null);
  }

  /** The index of a type as it is now. */
  index(objectTypeId: string): TypeIndex {
    this.#catchUp();
    return this.#typeIndex(objectTypeId);
  }

  #add(record: PortalRecord, values: IndexedValues | null): void {
    const now = this.#now();
    const key = `${record.objectTypeId}/${record.id}`;
    const before = this.#newest.get(key);
    if (before !== undefined && before.notedAt === now) {
      before.values = values;
      return;
    }
    const delay = Math.round(this.#delayMillis * (0.5 + this.#random()));
    const visibleAt = Math.max(now + delay, this.#pending.at(-1)?.visibleAt ?? 0);
    const pending = { objectTypeId: record.objectTypeId, id: record.id, notedAt: now, visibleAt, values };
    this.#pending.push(pending);
    this.#newest.set(key, pending);
  }

  #catchUp(): void {
    const now = this.#now();
    for (; this.#head < this.#pending.length && this.#pending[this.#head]!.visibleAt <= now; this.#head++) {
      const pending = this.#pending[this.#head]!;
      this.#typeIndex(pending.objectTypeId).put(pending.id, pending.values);
      const key = `${pending.objectTypeId}/${pending.id}`;
      if (this.#newest.get(key) === pending) this.#newest.delete(key);
    }
    if (this.#head > 10_000 || this.#head === this.#pending.length) {
      this.#pending = this.#pending.slice(this.#head);
      this.#head = 0;
    }
  }

  #typeIndex(objectTypeId: string): TypeIndex {
    let index = this.#types.get(objectTypeId);
    if (index === undefined) this.#types.set(objectTypeId, (index = new TypeIndex()));
    return index;
  }
}
