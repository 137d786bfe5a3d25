import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { FieldDescription, ObjectDescription } from '../../apex/run/org.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { raiseQuery } from '../soql/query-problems.ts';
import type { IndexedSource } from '../soql/query-run.ts';
import type { OrgAccess } from './org-access.ts';
import { levels } from './record-access.ts';

const objectName = 'UserRecordAccess';
const mostRecords = 200;

/** Whether a query asks what users may do with records: asksForAccess('SELECT RecordId FROM UserRecordAccess …') → true. */
export function asksForAccess(query: string): boolean {
  return /\bUserRecordAccess\b/i.test(query);
}

/**
 * A store beside which UserRecordAccess can be asked, of which nothing is stored: a row says what a user may do with a record, by
 * object permissions and sharing together. As on the platform, queries name up to 200 records by RecordId.
 */
export class RecordAccessRows implements IndexedSource {
  private readonly store: RecordStore;
  private readonly access: OrgAccess;
  private readonly rows = new Map<string, StoredRecord>();

  constructor(store: RecordStore, access: OrgAccess) {
    this.store = store;
    this.access = access;
  }

  describeObject(name: string): ObjectDescription | null {
    return this.store.describeObject(name);
  }

  recordsOf(name: string): Iterable<StoredRecord> {
    return name === objectName
      ? raiseQuery('Implementation restriction: UserRecordAccess must be filtered by UserId and RecordId')
      : this.store.recordsOf(name);
  }

  findRecord(id: string): StoredRecord | null {
    return this.rows.get(id) ?? this.store.findRecord(id);
  }

  findBy(object: ObjectDescription, field: FieldDescription, value: unknown): readonly StoredRecord[] {
    if (object.name !== objectName) {
      const { schema } = this.store;
      const known = schema.demand(object.name);
      return this.store.findBy(known, known.fields.get(field.name.toLowerCase())!, value);
    }
    const record = value instanceof ApexId ? this.store.findRecord(value.value) : null;
    return record === null || record.isDeleted ? [] : this.rowsAbout(record);
  }

  /** One for each user: which of them is asked for is another condition of the query. */
  private rowsAbout(record: StoredRecord): StoredRecord[] {
    const rows = [...this.store.recordsOf('User')].map((user) => this.rowOf(user.id, record));
    for (const row of rows) {
      this.rows.set(row.id, row);
    }
    if (this.rows.size > mostRecords * rows.length) {
      raiseQuery(`Implementation restriction: UserRecordAccess can be asked of ${mostRecords} records at most`);
    }
    return rows;
  }

  private rowOf(userId: string, record: StoredRecord): StoredRecord {
    const level = this.access.of(userId).levelOf(record);
    return {
      objectName,
      id: `${record.id}/${userId}`,
      isDeleted: false,
      fields: new Map<string, unknown>([
        ['userid', new ApexId(userId)],
        ['recordid', new ApexId(record.id)],
        ['hasreadaccess', level >= levels.read],
        ['haseditaccess', level >= levels.edit],
        ['hastransferaccess', level >= levels.transfer],
        ['hasdeleteaccess', level >= levels.all],
        ['hasallaccess', level >= levels.all],
      ]),
    };
  }
}
