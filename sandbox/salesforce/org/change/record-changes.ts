import { objectNameOf, recordTypeOf, type ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { indexKey } from '../records/index-key.ts';
import type { RecordStore } from '../records/record-store.ts';
import { type FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { ChangeEnvironment, ChangeOptions } from './change-environment.ts';
import { changeError, rolledBack, type ChangeResult } from './change-result.ts';
import { deleteRows } from './delete-rows.ts';
import { Refusal } from './refusal.ts';
import { idOfRecord, type Row } from './row.ts';
import { saveRows, type SaveWork } from './save-rows.ts';
import { TriggerStack } from './trigger-stack.ts';
import { undeleteRows } from './undelete-rows.ts';

export type Operation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/** As documented: so many records of a request go through triggers together. */
const chunkSize = 200;
/** As documented: a request may change from one object to another so often. */
const mostChunks = 10;
const mostAttempts = 3;

/**
 * Changes to the records of a store, as DML statements and API requests ask for them. A request is atomic where all records
 * must succeed; else each good record is kept: changes.apply('insert', records, { allOrNone: false })[0]?.success.
 */
export class RecordChanges {
  readonly store: RecordStore;
  readonly environment: ChangeEnvironment;
  private readonly work: SaveWork;

  constructor(store: RecordStore, environment: ChangeEnvironment) {
    this.store = store;
    this.environment = environment;
    this.work = { store, environment, stack: new TriggerStack() };
  }

  /** Throws a Refusal where a request is refused as a whole, before anything of it is done. */
  apply(operation: Operation, records: readonly ApexSObject[], options: ChangeOptions): ChangeResult[] {
    this.refuseRequest(operation, records);
    const rows = records.map((record, index) => this.rowOf(record, index));
    const start = this.store.savepoint();
    try {
      for (const chunk of chunksOf(rows)) {
        if (options.allOrNone) {
          this.attempt(operation, chunk, options);
          if (chunk.some((row) => row.errors.length > 0)) {
            break;
          }
        } else {
          this.saveWhatCanBe(operation, chunk, options);
        }
      }
    } catch (thrown) {
      this.store.rollback(start);
      throw thrown;
    }
    return this.conclude(operation, rows, options, start);
  }

  /**
   * Merges up to two records into the first of the list: they are deleted, what pointed to them points to the first, and that one
   * is updated with what it was given.
   */
  merge(records: readonly ApexSObject[], options: ChangeOptions): ChangeResult[] {
    const [master, ...losers] = records;
    this.refuseMerge(master, losers);
    const masterId = master === undefined ? null : idOfRecord(master);
    const rows = losers.map((record, index) => this.rowOf(record, index + 1));
    const update = records.slice(0, 1).map((record) => this.rowOf(record, 0));
    const start = this.store.savepoint();
    try {
      deleteRows(rows, true, this.work, masterId);
      if (rows.every((row) => row.errors.length === 0)) {
        saveRows(update, 'update', { ...options, allOrNone: true }, this.work);
      }
    } catch (thrown) {
      this.store.rollback(start);
      throw thrown;
    }
    return this.conclude('update', [...update, ...rows], { ...options, allOrNone: true }, start);
  }

  /** Updates a record together with fields that only the platform sets, as a conversion does: its triggers see both. */
  updateByPlatform(record: ApexSObject, fields: ReadonlyMap<string, unknown>): ChangeResult {
    const row = this.rowOf(record, 0, fields);
    const start = this.store.savepoint();
    saveRows([row], 'update', { allOrNone: true }, this.work);
    const [result] = this.conclude('update', [row], { allOrNone: true }, start);
    if (result === undefined) {
      throw new Error('A change of one record has one result.');
    }
    return result;
  }

  /** Takes records out of the recycle bin for good. */
  emptyRecycleBin(ids: readonly string[]): ChangeResult[] {
    return ids.map((id) => {
      const record = this.store.findRecord(id);
      if (record?.isDeleted !== true) {
        const error = changeError('INVALID_CROSS_REFERENCE_KEY', 'Id given does not reference a deleted record');
        return { id, success: false, created: false, errors: [error] };
      }
      for (const each of this.store.deletedWith(id)) {
        this.store.remove(each);
        this.store.setDeletion(each.id, null);
      }
      return { id, success: true, created: false, errors: [] };
    });
  }

  private rowOf(
    given: ApexSObject,
    index: number,
    platformFields: Row['platformFields'] = new Map<string, unknown>(),
  ): Row {
    const name = objectNameOf(given.type) ?? '';
    return {
      index,
      object: this.store.schema.demand(name),
      given,
      id: idOfRecord(given),
      before: null,
      working: given,
      after: null,
      errors: [],
      platformFields,
    };
  }

  private attempt(operation: Operation, rows: readonly Row[], options: ChangeOptions): void {
    switch (operation) {
      case 'insert':
      case 'update':
        saveRows(rows, operation, options, this.work);
        break;
      case 'upsert':
        this.upsert(rows, options);
        break;
      case 'delete':
        deleteRows(rows, options.allOrNone, this.work);
        break;
      case 'undelete':
        undeleteRows(rows, options.allOrNone, this.work);
        break;
    }
  }

  /** Rows that are known by their key are updated, others inserted: two saves with their own triggers. */
  private upsert(rows: readonly Row[], options: ChangeOptions): void {
    const [first] = rows;
    if (first === undefined) {
      return;
    }
    const field = this.keyField(first.object, options.field ?? null);
    const seen = new Set<string>();
    const known: Row[] = [];
    const fresh: Row[] = [];
    for (const row of rows) {
      const found = this.findKnown(row, field, seen);
      if (found !== null && typeof found === 'object') {
        row.errors.push(found);
      } else if (found === null) {
        fresh.push(row);
      } else {
        known.push(row);
        row.id = found;
      }
    }
    if (options.allOrNone && rows.some((row) => row.errors.length > 0)) {
      return;
    }
    saveRows(fresh, 'insert', options, this.work);
    if (!options.allOrNone || fresh.every((row) => row.errors.length === 0)) {
      saveRows(known, 'update', options, this.work);
    }
  }

  private keyField(object: ObjectSchema, name: string | null): FieldSchema | null {
    if (name === null || name.toLowerCase() === 'id') {
      return null;
    }
    const field = object.fields.get(name.toLowerCase());
    const isKey = field !== undefined && (field.isExternalId || (field.name === 'Name' && object.kind === 'custom'));
    if (!isKey && !(field !== undefined && field.displayType === 'EMAIL')) {
      throw new Refusal(
        'System.SObjectException',
        `Invalid field for upsert, must be an External Id custom or standard indexed field: ${name}`,
      );
    }
    return field;
  }

  /** The id of the record that a row is about; null for a new one. */
  private findKnown(row: Row, field: FieldSchema | null, seen: Set<string>) {
    if (field === null) {
      return idOfRecord(row.given);
    }
    const value = row.given.fields.get(field.name.toLowerCase()) ?? null;
    if (value === null) {
      return changeError('MISSING_ARGUMENT', `${field.name} not specified`, [field.name]);
    }
    const key = indexKey(value, field.isCaseSensitive) ?? '';
    if (seen.has(key)) {
      return changeError('DUPLICATE_VALUE', `Duplicate external id specified: ${key}`, [field.name]);
    }
    seen.add(key);
    const found = this.store.findBy(row.object, field, value);
    return found.length > 1
      ? changeError(
          'DUPLICATE_EXTERNAL_ID',
          `${field.name}: more than one record found for external id field: [${found.map((each) => each.id).join(', ')}]`,
          [field.name],
        )
      : (found[0]?.id ?? null);
  }

  /**
   * As documented: where some rows fail, all is undone and tried again with the others, whose triggers run again and whose
   * limits count anew; where the third attempt fails too, so does the request.
   */
  private saveWhatCanBe(operation: Operation, chunk: readonly Row[], options: ChangeOptions): void {
    let rows = chunk;
    const resetLimits = this.environment.markLimits();
    for (let attempt = 1; rows.length > 0; attempt++) {
      const start = this.store.savepoint();
      this.attempt(operation, rows, options);
      const good = rows.filter((row) => row.errors.length === 0);
      if (good.length === rows.length) {
        return;
      }
      this.store.rollback(start);
      if (attempt === mostAttempts) {
        throw new Refusal(
          'System.DmlException',
          'Too many batch retries in the presence of Apex triggers and partial failures.',
        );
      }
      resetLimits();
      rows = good;
      for (const row of rows) {
        row.before = null;
        row.after = null;
      }
    }
  }

  private conclude(
    operation: Operation,
    rows: readonly Row[],
    options: ChangeOptions,
    start: ReturnType<RecordStore['savepoint']>,
  ): ChangeResult[] {
    const hasFailed = options.allOrNone && rows.some((row) => row.errors.length > 0);
    if (hasFailed) {
      this.store.rollback(start);
    }
    return rows.map((row) => {
      const success = !hasFailed && row.errors.length === 0;
      const created = row.before === null && (operation === 'insert' || operation === 'upsert');
      const id = success ? (row.after?.id ?? row.id) : idOfRecord(row.given);
      if (success && id !== null) {
        row.given.fields.set('id', new ApexId(id));
      }
      const errors = success || row.errors.length > 0 ? row.errors : [rolledBack];
      return { id, success, created: success && created, errors };
    });
  }

  private refuseRequest(operation: Operation, records: readonly ApexSObject[]): void {
    const ids = new Set<string>();
    for (const record of records) {
      const name = objectNameOf(record.type);
      if (name === null) {
        throw new Refusal('System.TypeException', `DML requires SObject or SObject list type: ${record.type.name}`);
      }
      const kind = this.store.schema.find(name)?.kind;
      if (kind === 'metadata' || kind === 'event') {
        throw new Refusal('System.TypeException', `DML operation ${operation.toUpperCase()} not allowed on ${name}`);
      }
      if (this.work.stack.holds(record)) {
        throw new Refusal('System.SObjectException', 'DML statement cannot operate on trigger.new or trigger.old');
      }
      const id = operation === 'insert' ? null : idOfRecord(record);
      if (id !== null && ids.has(id)) {
        throw new Refusal('System.ListException', `Duplicate id in list: ${id}`);
      }
      if (id !== null) {
        ids.add(id);
      }
    }
    if ((operation === 'insert' || operation === 'upsert') && new Set(records).size < records.length) {
      throw new Refusal(
        'System.ListException',
        'Before Insert or Upsert list must not have two identically equal elements',
      );
    }
    if (countTypes(records) > mostChunks) {
      throw new Refusal(
        'System.TypeException',
        'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.',
      );
    }
  }

  private refuseMerge(master: ApexSObject | undefined, losers: readonly ApexSObject[]): void {
    const name = master === undefined ? null : objectNameOf(master.type);
    if (master === undefined || name === null || !['Account', 'Case', 'Contact', 'Lead'].includes(name)) {
      throw new Refusal('System.TypeException', `Invalid type for merge: ${name ?? 'SObject'}`);
    }
    if (losers.length === 0 || losers.length > 2) {
      throw new Refusal(
        'System.ListException',
        'Merge needs a master record and one or two records to be merged into it',
      );
    }
    const masterId = idOfRecord(master);
    if (masterId === null || losers.some((each) => each.type !== recordTypeOf(name) || idOfRecord(each) === masterId)) {
      throw new Refusal(
        'System.DmlException',
        'Merge failed. Records to be merged must be of one type and have ids of their own',
      );
    }
  }
}

function countTypes(records: readonly ApexSObject[]): number {
  return records.filter((record, index) => record.type !== records[index - 1]?.type).length;
}

/** Neighbours of one object together, at most 200. */
function* chunksOf(rows: readonly Row[]): Generator<Row[]> {
  let chunk: Row[] = [];
  for (const row of rows) {
    if (chunk.length === chunkSize || (chunk[0] !== undefined && chunk[0].object !== row.object)) {
      yield chunk;
      chunk = [];
    }
    chunk.push(row);
  }
  if (chunk.length > 0) {
    yield chunk;
  }
}
