import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { RecordSource, StoredRecord } from './stored-record.ts';

/** Works out the value of a formula or a roll-up summary of a record. */
export type ComputeField = (
  field: FieldSchema,
  object: ObjectSchema,
  record: StoredRecord,
  source: RecordSource,
) => unknown;

/** The fields of a record whose object has formulas: each is worked out when it is first read. */
export class ComputedFields implements ReadonlyMap<string, unknown> {
  readonly stored: ReadonlyMap<string, unknown>;
  private readonly object: ObjectSchema;
  private readonly record: StoredRecord;
  private readonly source: RecordSource;
  private readonly compute: ComputeField;
  private readonly known = new Map<string, unknown>();

  constructor(object: ObjectSchema, record: StoredRecord, source: RecordSource, compute: ComputeField) {
    this.object = object;
    this.record = record;
    this.stored = record.fields;
    this.source = source;
    this.compute = compute;
  }

  get(name: string): unknown {
    const field = this.object.fields.get(name);
    if (field === undefined || (field.formula === null && field.rollUp === null)) {
      return this.stored.get(name);
    }
    if (!this.known.has(name)) {
      this.known.set(name, this.compute(field, this.object, { ...this.record, fields: this }, this.source));
    }
    return this.known.get(name);
  }

  has(name: string): boolean {
    return this.stored.has(name) || this.computedNames().includes(name);
  }

  get size(): number {
    return this.stored.size + this.computedNames().length;
  }

  *keys(): MapIterator<string> {
    yield* this.stored.keys();
    yield* this.computedNames();
    return undefined;
  }

  *values(): MapIterator<unknown> {
    for (const name of this.keys()) {
      yield this.get(name);
    }
    return undefined;
  }

  *entries(): MapIterator<[string, unknown]> {
    for (const name of this.keys()) {
      yield [name, this.get(name)];
    }
    return undefined;
  }

  [Symbol.iterator](): MapIterator<[string, unknown]> {
    return this.entries();
  }

  forEach(callback: (value: unknown, name: string, map: ReadonlyMap<string, unknown>) => void): void {
    for (const [name, value] of this) {
      callback(value, name, this);
    }
  }

  private computedNames(): string[] {
    return this.object.computedFields.map((field) => field.name.toLowerCase());
  }
}

/** What is stored of a record: its fields without those that are worked out. */
export function storedFieldsOf(record: StoredRecord): ReadonlyMap<string, unknown> {
  return record.fields instanceof ComputedFields ? record.fields.stored : record.fields;
}
