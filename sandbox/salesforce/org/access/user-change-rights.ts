import type { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { Right } from '../../apex/run/org.ts';
import { changeError, type ChangeError } from '../change/change-result.ts';
import type { ChangeRights } from '../change/change-rights.ts';
import { refuseFields } from '../change/load-row.ts';
import { Refusal } from '../change/refusal.ts';
import { isSameValue } from '../records/same-value.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { isSettable, permissionFieldOf } from './field-rules.ts';
import type { Permissions } from './permissions.ts';
import { levels, type RecordAccess } from './record-access.ts';

/** Whose rights are asked: those of a user in Apex or of one behind the API, or only what sharing lets the user do. */
export type ChangeMode = 'user' | 'api' | 'sharing';

const rightOf: Readonly<Record<string, Right>> = {
  insert: 'create',
  update: 'edit',
  delete: 'delete',
  undelete: 'delete',
};

const readOnly = changeError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
const hidden = changeError(
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  'insufficient access rights on cross-reference id',
);

/** Beginning of what user mode says of fields; where it is said of a record, the exception says nothing else. */
export const inaccessibleFields = 'Operation failed due to fields being inaccessible on Sobject ';

/** What one user may change. Answers about fields are remembered by object. */
export class UserChangeRights implements ChangeRights {
  private readonly mode: ChangeMode;
  private readonly permissions: Permissions;
  /** Null where the user may change every record. */
  private readonly records: RecordAccess | null;
  private readonly store: RecordStore;
  private readonly closedFields = new Map<string, ReadonlyMap<string, string>>();
  private readonly references = new Map<string, readonly FieldSchema[]>();

  constructor(mode: ChangeMode, permissions: Permissions, records: RecordAccess | null, store: RecordStore) {
    this.mode = mode;
    this.permissions = permissions;
    this.records = records;
    this.store = store;
  }

  refuseObject(object: ObjectSchema, operation: 'insert' | 'update' | 'delete' | 'undelete'): ChangeError | null {
    if (this.mode === 'sharing' || this.permissions.mayObject(object, rightOf[operation] ?? 'edit')) {
      return null;
    }
    if (this.mode === 'user') {
      throw new Refusal('System.SecurityException', `Access to entity '${object.name}' denied`);
    }
    return operation === 'insert' || operation === 'update'
      ? changeError(
          'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
          `entity type cannot be ${operation === 'insert' ? 'inserted' : 'updated'}: ${object.label}`,
        )
      : readOnly;
  }

  refuseRecord(record: StoredRecord, operation: 'update' | 'delete' | 'undelete'): ChangeError | null {
    const level = this.records?.levelOf(record) ?? levels.all;
    if (level >= (operation === 'update' ? levels.edit : levels.all)) {
      return null;
    }
    return level === levels.none ? hidden : readOnly;
  }

  refuseFields(given: ApexSObject, object: ObjectSchema, operation: 'insert' | 'update'): ChangeError | null {
    const closed = this.mode === 'sharing' ? null : this.closedFieldsOf(object, operation);
    if (closed === null || closed.size === 0) {
      return null;
    }
    const names = new Set<string>();
    for (const name of given.fields.keys()) {
      const field = closed.get(name);
      if (field !== undefined) {
        names.add(field);
      }
    }
    if (names.size === 0) {
      return null;
    }
    return this.mode === 'api'
      ? refuseFields([...names])
      : changeError(
          'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
          `${inaccessibleFields}${object.name}, check errors on Exception or Result!`,
          [...names],
        );
  }

  refuseReferences(
    object: ObjectSchema,
    fields: ReadonlyMap<string, unknown>,
    before: StoredRecord | null,
  ): ChangeError | null {
    const { records } = this;
    if (records === null) {
      return null;
    }
    for (const field of this.referencesOf(object)) {
      const name = field.name.toLowerCase();
      const value = fields.get(name);
      if (!(value instanceof ApexId) || isSameValue(value, before?.fields.get(name) ?? null)) {
        continue;
      }
      if (name === 'ownerid') {
        if (before !== null && !this.mayTransfer(object, before, records)) {
          return readOnly;
        }
        continue;
      }
      const target = this.store.findRecord(value.value);
      const needed = field.isMasterDetail && !field.isWrittenByMasterReaders ? levels.edit : levels.read;
      if (target !== null && records.levelOf(target) < needed) {
        return hidden;
      }
    }
    return null;
  }

  private mayTransfer({ name }: ObjectSchema, before: StoredRecord, records: RecordAccess): boolean {
    return (
      records.levelOf(before) >= levels.transfer ||
      this.permissions.has('TransferAnyEntity') ||
      (name === 'Lead' && this.permissions.has('TransferAnyLead'))
    );
  }

  private referencesOf(object: ObjectSchema): readonly FieldSchema[] {
    let found = this.references.get(object.name);
    if (found === undefined) {
      found = [...object.fields.values()].filter((each) => each.referenceTo.length > 0 && each.isWritable);
      this.references.set(object.name, found);
    }
    return found;
  }

  /**
   * By lower-case name, fields that others may set and this user may not, and their relationships. A detail's master, where it
   * cannot be changed, is closed to updates in user mode even with the value it has.
   */
  private closedFieldsOf(object: ObjectSchema, operation: 'insert' | 'update'): ReadonlyMap<string, string> {
    const key = `${object.name} ${operation}`;
    let closed = this.closedFields.get(key);
    if (closed === undefined) {
      closed = this.findClosedFields(object, operation === 'insert' ? 'create' : 'edit');
      this.closedFields.set(key, closed);
    }
    return closed;
  }

  private findClosedFields(object: ObjectSchema, right: 'create' | 'edit'): ReadonlyMap<string, string> {
    const closed = new Map<string, string>();
    for (const field of object.fields.values()) {
      const isFixedMaster = this.mode === 'user' && right === 'edit' && field.isMasterDetail && !field.isReparentable;
      const isClosed =
        permissionFieldOf(object, field) !== null &&
        isSettable(field, right) &&
        !this.permissions.mayField(object, field, right);
      if (isClosed || isFixedMaster) {
        closed.set(field.name.toLowerCase(), field.name);
        if (field.relationshipName !== null && isClosed) {
          closed.set(field.relationshipName.toLowerCase(), field.name);
        }
      }
    }
    return closed;
  }
}
