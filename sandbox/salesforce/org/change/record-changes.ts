import { objectNameOf, type ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { ChangeEnvironment, ChangeOptions } from './change-environment.ts';
import { changeError, rolledBack, type ChangeResult } from './change-result.ts';
import { deleteRows } from './delete-rows.ts';
import { findKnown, keyField } from './find-known.ts';
import { Refusal } from './refusal.ts';
import { refuseMerge, refuseRequest } from './refuse-request.ts';
import { idOfRecord, type Row } from './row.ts';
import { saveRows, type SaveWork } from './save-rows.ts';
import { TriggerStack } from './trigger-stack.ts';
import { undeleteRows } from './undelete-rows.ts';

export type Operation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

/** As documented: so many records of a request go through triggers together. */
const chunkSize = 200;
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

  /** Runs a transaction amid another, whose triggers are none of its own. */
  runOutsideOfTriggers<T>(action: () => T): T {
    return this.work.stack.setAside(action);
  }

  /** Throws a Refusal where a request is refused as a whole, before anything of it is done. */
  apply(operation: Operation, records: readonly ApexSObject[], options: ChangeOptions): ChangeResult[] {
    this.environment.beforeChange?.(records);
    refuseRequest(operation, records, this.work);
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
    this.environment.beforeChange?.(records);
    const [master, ...losers] = records;
    refuseMerge(master, losers);
    const masterId = master === undefined ? null : idOfRecord(master);
    const rows = losers.map((record, index) => this.rowOf(record, index + 1));
    const update = records.slice(0, 1).map((record) => this.rowOf(record, 0));
    const start = this.store.savepoint();
    try {
      deleteRows(rows, { ...options, allOrNone: true }, this.work, masterId);
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
      const others = this.store.deletedWith(id).filter((each) => each.id !== id);
      for (const each of [record, ...others]) {
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
        deleteRows(rows, options, this.work);
        break;
      case 'undelete':
        undeleteRows(rows, options, this.work);
        break;
    }
  }

  /** Rows that are known by their key are updated, others inserted: two saves with their own triggers. */
  private upsert(rows: readonly Row[], options: ChangeOptions): void {
    const [first] = rows;
    if (first === undefined) {
      return;
    }
    const field = keyField(first.object, options.field ?? null);
    const seen = new Set<string>();
    const known: Row[] = [];
    const fresh: Row[] = [];
    for (const row of rows) {
      const found = findKnown(row, field, seen, this.store);
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
