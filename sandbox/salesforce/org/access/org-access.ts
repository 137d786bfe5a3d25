import { ApexSObject, recordTypeOf } from '../../apex/library/record/apex-sobject.ts';
import type { Right, UserRights } from '../../apex/run/org.ts';
import type { RecordStore } from '../records/record-store.ts';
import { seededIds } from '../records/seed-org.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { sharedWith } from './group-membership.ts';
import type { SharingModel } from './org-wide-defaults.ts';
import { Permissions } from './permissions.ts';
import { readGrants } from './read-grants.ts';
import { RecordAccess } from './record-access.ts';
import type { TypeAccesses } from './seed-permissions.ts';
import type { FieldAccess } from './standard-profiles.ts';
import { UserAccess } from './user-access.ts';

/** What decides what users may do: when one of these records changes, all that is remembered is void. */
export const objectsOfAccess = [
  'CustomPermission',
  'FieldPermissions',
  'Group',
  'GroupMember',
  'ObjectPermissions',
  'PermissionSet',
  'PermissionSetAssignment',
  'Profile',
  'SetupEntityAccess',
  'User',
  'UserRole',
];

/**
 * What each user of an org may do. It is worked out from the records of users, permission sets and groups when it is first asked
 * for, and remembered until one of those changes: access.of(userId).permissions.mayRunClass('Intake').
 */
export class OrgAccess {
  private readonly store: RecordStore;
  private readonly models: ReadonlyMap<string, SharingModel>;
  private types: TypeAccesses = new Map();
  private readonly now: () => number;
  private readonly fieldAccess: FieldAccess;
  private readonly users = new Map<string, UserAccess>();

  constructor(
    store: RecordStore,
    models: ReadonlyMap<string, SharingModel>,
    now: () => number,
    fieldAccess: FieldAccess = 'all',
  ) {
    this.store = store;
    this.models = models;
    this.now = now;
    this.fieldAccess = fieldAccess;
  }

  /** The custom metadata types and settings that permission sets open. */
  openTypes(types: TypeAccesses): void {
    this.types = types;
    this.forget();
  }

  /** To be called when a record of objectsOfAccess has changed. */
  forget(): void {
    if (this.users.size > 0) {
      this.users.clear();
    }
  }

  /** A user who is not there may do nothing. */
  of(userId: string): UserAccess {
    let access = this.users.get(userId);
    if (access === undefined || (access.permissions.until !== Infinity && access.permissions.until <= this.now())) {
      access = this.read(this.findUser(userId));
      this.users.set(userId, access);
    }
    return access;
  }

  /** As documented, guests own nothing: what they make belongs to a user of the org. */
  ownerFor(userId: string): string {
    return userId !== seededIds.user && this.of(userId).isGuest ? seededIds.user : userId;
  }

  /** What the user may do who is running, for the runtime. */
  rightsOf(userId: () => string): UserRights {
    const { store } = this;
    return {
      mayAccessObject: (objectName: string, right: Right) =>
        this.of(userId()).permissions.mayObject(store.schema.demand(objectName), right),
      mayAccessField: (objectName, fieldName, right) => {
        const object = store.schema.demand(objectName);
        const field = object.fields.get(fieldName.toLowerCase());
        return field !== undefined && this.of(userId()).permissions.mayField(object, field, right);
      },
      hasCustomPermission: (name) => this.of(userId()).permissions.hasCustomPermission(name),
      findUser: (id) => {
        const record = store.findRecord(id);
        return record === null ? null : new ApexSObject(recordTypeOf('User'), new Map(record.fields));
      },
    };
  }

  private findUser(userId: string): StoredRecord {
    const found = this.store.findRecord(userId);
    return found?.objectName === 'User'
      ? found
      : { objectName: 'User', id: userId, fields: new Map(), isDeleted: false };
  }

  private read(user: StoredRecord): UserAccess {
    const { store, types, fieldAccess } = this;
    const permissions = new Permissions(readGrants(user, store, { types, fieldAccess, now: this.now() }), store.schema);
    // The platform's own user sees every record, although it may use no object or field in user mode that was not granted.
    const isPlatform = user.fields.get('usertype') === 'AutomatedProcess';
    const isLimited = !isPlatform && !permissions.has('ModifyAllData');
    const records = isLimited
      ? new RecordAccess({
          store,
          models: this.models,
          user,
          sharedWith: sharedWith(user, store),
          seesAll: (object, right) =>
            permissions.seesAll(object, right) || (object.name === 'User' && permissions.has('ManageUsers')),
        })
      : null;
    return new UserAccess(user, permissions, records, store);
  }
}
