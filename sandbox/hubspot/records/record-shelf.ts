import type { PortalRecord } from './portal-record.ts';

/** All records of one type: found by id or by a unique value, listed in the order of their ids. */
export class RecordShelf {
  readonly #byId = new Map<string, PortalRecord>();
  readonly #ids: string[] = [];
  /** Ids of records that were merged, and what they are now. */
  readonly #mergedInto = new Map<string, string>();
  /** property → value in lower case → ids, the oldest first; of records in use. */
  readonly #byValue = new Map<string, Map<string, string[]>>();

  add(record: PortalRecord): void {
    this.#byId.set(record.id, record);
    const last = this.#ids.at(-1);
    if (last === undefined || compareIds(last, record.id) < 0) this.#ids.push(record.id);
    else this.#ids.splice(this.#placeOf(record.id), 0, record.id);
  }

  /** By its id, or by one that it had before a merge; archived ones too. */
  find(id: string): PortalRecord | null {
    return this.#byId.get(this.currentId(id)) ?? null;
  }

  /** What a record with this id is called now. */
  currentId(id: string): string {
    let current = id;
    for (let next = this.#mergedInto.get(current); next !== undefined; next = this.#mergedInto.get(current))
      current = next;
    return current;
  }

  /** The oldest record that has a value of one of the looked-up properties. */
  findByValue(property: string, value: string): PortalRecord | null {
    const id = this.#byValue.get(property)?.get(value.toLowerCase())?.[0];
    return id === undefined ? null : (this.#byId.get(id) ?? null);
  }

  lookUp(property: string, value: string, id: string): void {
    let byValue = this.#byValue.get(property);
    if (byValue === undefined) this.#byValue.set(property, (byValue = new Map<string, string[]>()));
    const ids = byValue.get(value.toLowerCase());
    if (ids === undefined) byValue.set(value.toLowerCase(), [id]);
    else if (!ids.includes(id)) ids.splice(0, ids.length, ...[...ids, id].toSorted(compareIds));
  }

  forget(property: string, value: string, id: string): void {
    const byValue = this.#byValue.get(property);
    const ids = byValue?.get(value.toLowerCase()) ?? [];
    if (ids.includes(id)) ids.splice(ids.indexOf(id), 1);
    if (ids.length === 0) byValue?.delete(value.toLowerCase());
  }

  /** For ever: it is not archived but gone. */
  remove(id: string): void {
    this.#byId.delete(id);
    const place = this.#placeOf(id);
    if (this.#ids[place] === id) this.#ids.splice(place, 1);
  }

  mergeInto(id: string, newId: string): void {
    if (id !== newId) this.#mergedInto.set(id, newId);
  }

  get size(): number {
    return this.#byId.size;
  }

  all(): IterableIterator<PortalRecord> {
    return this.#byId.values();
  }

  /** Up to `most` records after an id, in the order of their ids. */
  page(isArchived: boolean, after: string | null, most: number): PortalRecord[] {
    const records: PortalRecord[] = [];
    const from = after === null ? 0 : this.#placeOf(after) + (this.#byId.has(after) ? 1 : 0);
    for (let place = from; place < this.#ids.length && records.length < most; place++) {
      const record = this.#byId.get(this.#ids[place]!)!;
      if ((record.archivedAt !== null) === isArchived) records.push(record);
    }
    return records;
  }

  /** Where an id stands, or would stand. */
  #placeOf(id: string): number {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareIds(this.#ids[middle]!, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Ids are numbers in texts, and longer than a number can hold. */
export function compareIds(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : one > other ? 1 : 0;
}
