import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { indexKey } from './index-key.ts';
import type { StoredRecord } from './stored-record.ts';
import type { TakenBack } from './undo-log.ts';

/** Records of transactions that wait while another runs: that one cannot see them, and their unique values bar its way. */
export class SuspendedRecords {
  private readonly byTransaction = new Map<TakenBack, ReadonlyMap<string, StoredRecord>>();

  add(taken: TakenBack): void {
    const last = new Map<string, StoredRecord>();
    for (const each of taken) {
      if (each.kind === 'step' && each.record !== null) {
        last.set(each.record.id, each.record);
      }
    }
    this.byTransaction.set(taken, last);
  }

  remove(taken: TakenBack): void {
    this.byTransaction.delete(taken);
  }

  /** The id of a record that is not committed and has that value in a field, be it already in the recycle bin or not. */
  idWith(object: ObjectSchema, field: FieldSchema, value: unknown): string | null {
    const key = indexKey(value, field.isCaseSensitive);
    for (const records of this.byTransaction.values()) {
      for (const { objectName, id, fields } of records.values()) {
        if (objectName === object.name && keyOf(fields, field) === key) {
          return id;
        }
      }
    }
    return null;
  }
}

function keyOf(fields: ReadonlyMap<string, unknown>, field: FieldSchema): string | null {
  return indexKey(fields.get(field.name.toLowerCase()), field.isCaseSensitive);
}
