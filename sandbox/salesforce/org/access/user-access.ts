import type { ChangeRights } from '../change/change-rights.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { QueryOptions } from '../soql/query-run.ts';
import type { Permissions } from './permissions.ts';
import { levels, type Level, type RecordAccess } from './record-access.ts';
import { UserChangeRights, type ChangeMode } from './user-change-rights.ts';

export type QueryRights = Required<Pick<QueryOptions, 'canReadObject' | 'canReadField' | 'canSeeRecord'>>;

/** What one user may do, in the forms that queries and changes ask for. */
export class UserAccess {
  readonly permissions: Permissions;
  readonly isGuest: boolean;
  readonly queryRights: QueryRights;
  /** Null where the user may change every record. */
  private readonly records: RecordAccess | null;
  private readonly store: RecordStore;
  private readonly changeRights = new Map<ChangeMode, ChangeRights>();

  constructor(user: StoredRecord, permissions: Permissions, records: RecordAccess | null, store: RecordStore) {
    this.permissions = permissions;
    this.records = records;
    this.store = store;
    this.isGuest = user.fields.get('usertype') === 'Guest';
    this.queryRights = {
      canReadObject: permissions.isUnlimited ? null : (objectName) => this.mayReadObject(objectName),
      canReadField: permissions.isUnlimited
        ? null
        : (objectName, fieldName) => this.mayReadField(objectName, fieldName),
      canSeeRecord: records === null ? null : (record) => records.levelOf(record) > levels.none,
    };
  }

  /** Null where there is nothing that the user might be refused. */
  rightsToChange(mode: ChangeMode): ChangeRights | null {
    if (mode === 'sharing' && this.records === null) {
      return null;
    }
    let rights = this.changeRights.get(mode);
    if (rights === undefined) {
      rights = new UserChangeRights(mode, this.permissions, this.records, this.store);
      this.changeRights.set(mode, rights);
    }
    return rights;
  }

  /** What object permissions and sharing together let the user do with a record. */
  levelOf(record: StoredRecord): Level {
    const object = this.store.schema.demand(record.objectName);
    const may = (right: 'read' | 'edit' | 'delete') =>
      this.permissions.isUnlimited || this.permissions.mayObject(object, right);
    const most = !may('read')
      ? levels.none
      : !may('edit')
        ? levels.read
        : !may('delete')
          ? levels.transfer
          : levels.all;
    const shared = this.records?.levelOf(record) ?? levels.all;
    return shared < most ? shared : most;
  }

  private mayReadObject(objectName: string): boolean {
    const object = this.store.schema.find(objectName);
    return object === null || this.permissions.mayObject(object, 'read');
  }

  private mayReadField(objectName: string, fieldName: string): boolean {
    const object = this.store.schema.find(objectName);
    const field = object?.fields.get(fieldName.toLowerCase());
    return object === null || field === undefined || this.permissions.mayField(object, field, 'read');
  }
}
