import type { StoredRecord } from './stored-record.ts';
import { indexKey } from './index-key.ts';
import type { Change } from './undo-log.ts';

interface Entry {
  readonly record: StoredRecord;
  /** Its place in the order of creation. */
  readonly order: number;
}

interface FieldIndex {
  readonly isCaseSensitive: boolean;
  readonly idsByKey: Map<string, Set<string>>;
}

/** The records of one object by id, in the order of their creation, with an index for each field that was asked for. */
export class ObjectTable {
  private entries = new Map<string, Entry>();
  private readonly indexes = new Map<string, FieldIndex>();
  private last = 0;
  private readonly changed: () => void;
  private isInOrder = true;

  /** `changed` is called whenever a record is put, forgotten or brought back. */
  constructor(changed: () => void = () => undefined) {
    this.changed = changed;
  }

  get size(): number {
    return this.entries.size;
  }

  find(id: string): StoredRecord | null {
    return this.entries.get(id)?.record ?? null;
  }

  *all(): Generator<StoredRecord> {
    if (!this.isInOrder) {
      this.entries = new Map([...this.entries].sort(([, one], [, other]) => one.order - other.order));
      this.isInOrder = true;
    }
    for (const entry of this.entries.values()) {
      yield entry.record;
    }
  }

  /** How a record is put in the place of the one with its id, or behind all others. Done once more it has the same place. */
  put(record: StoredRecord): Change {
    let order: number | null = null;
    return () => {
      const earlier = this.entries.get(record.id);
      this.isInOrder &&= order === null || earlier !== undefined;
      order ??= earlier?.order ?? (this.last += 1);
      const entry = { record, order };
      this.set(record.id, earlier, entry);
      return () => this.set(record.id, entry, earlier);
    };
  }

  /** How a record is forgotten for good. */
  remove(id: string): Change {
    return () => {
      const earlier = this.entries.get(id);
      this.set(id, earlier, undefined);
      return () => {
        this.set(id, undefined, earlier);
        this.isInOrder = false;
      };
    };
  }

  /** Ids of records, deleted ones included, with that value in a field; texts are compared without case unless asked. */
  idsWith(lowerField: string, value: unknown, isCaseSensitive: boolean): readonly string[] {
    const key = indexKey(value, isCaseSensitive);
    return key === null ? [] : [...(this.index(lowerField, isCaseSensitive).idsByKey.get(key) ?? [])];
  }

  private index(lowerField: string, isCaseSensitive: boolean): FieldIndex {
    const name = isCaseSensitive ? `${lowerField}!` : lowerField;
    let index = this.indexes.get(name);
    if (index === undefined) {
      index = { isCaseSensitive, idsByKey: new Map() };
      this.indexes.set(name, index);
      for (const { record } of this.entries.values()) {
        addTo(index, record, lowerField);
      }
    }
    return index;
  }

  private set(id: string, before: Entry | undefined, after: Entry | undefined): void {
    this.changed();
    if (after === undefined) {
      this.entries.delete(id);
    } else {
      this.entries.set(id, after);
    }
    for (const [name, index] of this.indexes) {
      const field = name.replace('!', '');
      if (before?.record.fields.get(field) === after?.record.fields.get(field)) {
        continue;
      }
      if (before !== undefined) {
        removeFrom(index, before.record, field);
      }
      if (after !== undefined) {
        addTo(index, after.record, field);
      }
    }
  }
}

function addTo({ isCaseSensitive, idsByKey }: FieldIndex, record: StoredRecord, field: string): void {
  const key = indexKey(record.fields.get(field), isCaseSensitive);
  if (key !== null) {
    const ids = idsByKey.get(key) ?? new Set();
    ids.add(record.id);
    idsByKey.set(key, ids);
  }
}

function removeFrom({ isCaseSensitive, idsByKey }: FieldIndex, record: StoredRecord, field: string): void {
  const key = indexKey(record.fields.get(field), isCaseSensitive);
  const ids = key === null ? undefined : idsByKey.get(key);
  ids?.delete(record.id);
  if (key !== null && ids?.size === 0) {
    idsByKey.delete(key);
  }
}
