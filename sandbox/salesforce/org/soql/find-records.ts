import type { ObjectDescription } from '../../apex/run/org.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { CompiledCondition } from './compile-comparison.ts';
import type { QueryRun } from './query-run.ts';

/** The records of an object that fulfil a condition, `most` at the most: by their ids where it names them. */
export function findRecords(
  run: QueryRun,
  object: ObjectDescription,
  { test, ids }: CompiledCondition<StoredRecord>,
  most = Infinity,
): StoredRecord[] {
  const found: StoredRecord[] = [];
  for (const record of ids === null ? run.source.recordsOf(object.name) : recordsById(run, object, ids)) {
    if (found.length >= most) {
      break;
    }
    if (run.isVisible(record) && test(record)) {
      found.push(record);
    }
  }
  return found;
}

/** Ids are given in ascending order, so that their order is that of the records' creation. */
function* recordsById(run: QueryRun, object: ObjectDescription, ids: ReadonlySet<string>): Generator<StoredRecord> {
  for (const id of [...ids].sort()) {
    const record = run.source.findRecord(id);
    if (record?.objectName === object.name) {
      yield record;
    }
  }
}
