import type { OrgSchema } from '../schema/org-schema.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { ComputedFields, storedFieldsOf, type ComputeField } from './computed-fields.ts';
import { ObjectTable } from './object-table.ts';
import { RecordIds } from './record-ids.ts';
import type { RecordSource, StoredRecord } from './stored-record.ts';
import { SuspendedRecords } from './suspended-records.ts';
import { UndoLog, type Change, type Savepoint, type TakenBack } from './undo-log.ts';

/** What a deletion took along or away, so that an undeletion brings it back. */
export interface Deletion {
  /** The record whose deletion was asked for. */
  readonly rootId: string;
  /** References that were emptied because they pointed to it. */
  readonly cleared: readonly { readonly id: string; readonly field: string; readonly value: unknown }[];
}

/**
 * The records of an org. Nothing here checks or completes what is saved: that is the business of change/. Changes since a
 * savepoint can be rolled back.
 */
export class RecordStore implements RecordSource {
  readonly schema: OrgSchema;
  private readonly ids = new RecordIds();
  private readonly tables = new Map<string, ObjectTable>();
  private readonly log = new UndoLog();
  private readonly deletions = new Map<string, Deletion>();
  private readonly numbers = new Map<string, number>();
  /** What transactions that are set aside have put here and not committed. */
  readonly suspended = new SuspendedRecords();
  private readonly compute: ComputeField;
  private isolations = 0;

  constructor(schema: OrgSchema, compute: ComputeField) {
    this.schema = schema;
    this.compute = compute;
  }

  /** Calls back whenever a record of one of these objects comes, goes or changes. To be asked for before there are any. */
  watch(objectNames: readonly string[], changed: () => void): void {
    for (const name of objectNames) {
      this.tables.set(name, new ObjectTable(changed));
    }
  }

  describeObject(name: string): ObjectSchema | null {
    return this.schema.find(name);
  }

  *recordsOf(objectName: string): Generator<StoredRecord> {
    const object = this.schema.demand(objectName);
    for (const record of this.tableOf(object.name).all()) {
      yield this.withComputed(object, record);
    }
  }

  findRecord(id: string): StoredRecord | null {
    const objectName = this.schema.objectOfId(id)?.name;
    if (objectName === undefined) {
      return null;
    }
    const object = this.schema.demand(objectName);
    const found = this.tableOf(object.name).find(id);
    return found === null ? null : this.withComputed(object, found);
  }

  /** Records outside of the recycle bin with that value in a field, in the order they got it. */
  findBy(object: ObjectSchema, field: FieldSchema, value: unknown): StoredRecord[] {
    const table = this.tableOf(object.name);
    return table
      .idsWith(field.name.toLowerCase(), value, field.isCaseSensitive)
      .map((id) => table.find(id))
      .filter((record) => record?.isDeleted === false)
      .map((record) => this.withComputed(object, record as StoredRecord));
  }

  /** An id for a new record of that object. */
  nextId(object: ObjectSchema): string {
    if (object.keyPrefix === null) {
      throw new Error(`Records of ${object.name} are made by the platform alone.`);
    }
    return this.ids.next(object.keyPrefix);
  }

  /** The next number of a field that counts up. Numbers of what was rolled back are not given again. */
  nextNumber(object: ObjectSchema, field: FieldSchema): number {
    const key = `${object.name}.${field.name}`;
    const number = this.numbers.get(key) ?? field.autoNumber?.start ?? 1;
    this.numbers.set(key, number + 1);
    return number;
  }

  /** Stores a record in the place of the one with its id. */
  put(record: StoredRecord): void {
    const plain = { ...record, fields: storedFieldsOf(record) };
    this.ids.skipTo(record.id);
    this.log.perform(this.tableOf(record.objectName).put(plain), plain);
  }

  /** Forgets a record, also in the recycle bin. */
  remove(record: StoredRecord): void {
    this.log.perform(this.tableOf(record.objectName).remove(record.id));
  }

  /** Remembers with which deletion a record went to the recycle bin; null when it is back. */
  setDeletion(id: string, deletion: Deletion | null): void {
    const set = (value: Deletion | null) =>
      value === null ? this.deletions.delete(id) : this.deletions.set(id, value);
    this.log.perform(() => {
      const earlier = this.deletions.get(id) ?? null;
      set(deletion);
      return () => void set(earlier);
    });
  }

  deletionOf(id: string): Deletion | null {
    return this.deletions.get(id) ?? null;
  }

  /** Records that were deleted together with that one, itself included. */
  deletedWith(rootId: string): StoredRecord[] {
    return [...this.deletions]
      .filter(([, deletion]) => deletion.rootId === rootId)
      .map(([id]) => this.findRecord(id))
      .filter((record) => record !== null);
  }

  /** Does what belongs to a transaction beside its records, such as a job that it hands over, so that it goes where they go. */
  perform(change: Change): void {
    this.log.perform(change);
  }

  savepoint(): Savepoint {
    return this.log.savepoint();
  }

  /** Takes back what an open transaction has done since its start, so that another runs amid it and does not see it. */
  setAside(start: Savepoint): TakenBack {
    const taken = this.log.takeBack(start);
    this.suspended.add(taken);
    return taken;
  }

  /** Does once more what was set aside last. */
  bringBack(taken: TakenBack): void {
    this.suspended.remove(taken);
    this.log.bringBack(taken);
  }

  rollback(savepoint: Savepoint): void {
    this.log.rollback(savepoint);
  }

  /** A transaction has ended well: there is no way back behind this moment, save that of `isolate`. */
  commit(): void {
    if (this.isolations === 0) {
      this.log.forget();
    }
  }

  /** Runs an action whose changes vanish, as those of a test method do. */
  isolate<T>(action: () => T): T {
    const before = this.savepoint();
    this.isolations += 1;
    try {
      return action();
    } finally {
      this.isolations -= 1;
      this.rollback(before);
    }
  }

  /** The value of a formula or roll-up summary of a record that need not be stored. */
  computeField(field: FieldSchema, object: ObjectSchema, record: StoredRecord): unknown {
    return this.compute(field, object, record, this);
  }

  private tableOf(objectName: string): ObjectTable {
    let table = this.tables.get(objectName);
    if (table === undefined) {
      table = new ObjectTable();
      this.tables.set(objectName, table);
    }
    return table;
  }

  private withComputed(object: ObjectSchema, record: StoredRecord): StoredRecord {
    return object.computedFields.length === 0
      ? record
      : { ...record, fields: new ComputedFields(object, record, this, this.compute) };
  }
}
