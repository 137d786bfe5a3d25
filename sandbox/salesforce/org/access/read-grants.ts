import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { TypeAccesses } from './seed-permissions.ts';
import { standardProfiles, type FieldAccess, type FieldReach } from './standard-profiles.ts';

/** All that profile and permission sets grant to a user. */
export interface Grants {
  readonly isGuest: boolean;
  /** Names in lower case: modifyalldata. */
  readonly userPermissions: ReadonlySet<string>;
  /** By object, letters of what is granted: R, C, E, D, V(iew all), M(odify all), F for all fields read. */
  readonly objects: ReadonlyMap<string, string>;
  readonly fields: { readonly reach: FieldReach; readonly granted: ReadonlyMap<string, 'read' | 'edit'> };
  /** Names in lower case. */
  readonly classes: ReadonlySet<string>;
  readonly customPermissions: ReadonlySet<string>;
  /** Custom metadata types and settings by name. */
  readonly types: ReadonlySet<string>;
  /** When the first of the assignments ends; Infinity where none does. */
  readonly until: number;
}

const letters: readonly (readonly [string, string])[] = [
  ['permissionsread', 'R'],
  ['permissionscreate', 'C'],
  ['permissionsedit', 'E'],
  ['permissionsdelete', 'D'],
  ['permissionsviewallrecords', 'V'],
  ['permissionsmodifyallrecords', 'M'],
  ['permissionsviewallfields', 'F'],
];

/** What an org has said about permissions beside its records, and when it is asked. */
export interface GrantsContext {
  readonly types: TypeAccesses;
  readonly fieldAccess: FieldAccess;
  readonly now: number;
}

/** Adds up what the permission sets of a user grant, that of the profile among them. */
export function readGrants(user: StoredRecord, store: RecordStore, context: GrantsContext): Grants {
  const { types, fieldAccess, now } = context;
  const { sets, until } = permissionSetsOf(user, store, now);
  const ids = new Set(sets.map((each) => each.id));
  const objects = new Map<string, string>();
  for (const { fields } of childrenOf('ObjectPermissions', 'parentid', ids, store)) {
    const name = textOf(fields.get('sobjecttype'));
    const granted = letters.filter(([field]) => fields.get(field) === true).map(([, letter]) => letter);
    objects.set(name, (objects.get(name) ?? '') + granted.join(''));
  }
  const granted = new Map<string, 'read' | 'edit'>();
  for (const { fields } of childrenOf('FieldPermissions', 'parentid', ids, store)) {
    const name = textOf(fields.get('field'));
    if (fields.get('permissionsedit') === true) {
      granted.set(name, 'edit');
    } else if (fields.get('permissionsread') === true && !granted.has(name)) {
      granted.set(name, 'read');
    }
  }
  const entities = childrenOf('SetupEntityAccess', 'parentid', ids, store).map(({ fields }) =>
    store.findRecord(textOf(fields.get('setupentityid'))),
  );
  const profile = standardProfiles.find((each) => each.id === textOf(user.fields.get('profileid')));
  return {
    isGuest: user.fields.get('usertype') === 'Guest',
    userPermissions: new Set(
      sets.flatMap(({ fields }) =>
        [...fields].flatMap(([name, value]) =>
          value === true && name.startsWith('permissions') ? [name.slice('permissions'.length)] : [],
        ),
      ),
    ),
    objects,
    fields: { reach: reachOf(profile?.fields ?? 'none', fieldAccess), granted },
    classes: namesOf(entities, 'ApexClass', 'name'),
    customPermissions: namesOf(entities, 'CustomPermission', 'developername'),
    types: new Set([...ids].flatMap((id) => types.get(id) ?? [])),
    until,
  };
}

function reachOf(reach: FieldReach, fieldAccess: FieldAccess): FieldReach {
  return reach === 'all' && fieldAccess === 'asDeployed' ? 'standard' : reach;
}

/** The sets that are assigned to a user and have not expired, that of the profile, and when the first of them expires. */
function permissionSetsOf(user: StoredRecord, store: RecordStore, now: number) {
  let until = Infinity;
  const ids = new Set<string>();
  for (const { fields } of childrenOf('PermissionSetAssignment', 'assigneeid', new Set([user.id]), store)) {
    const expires = fields.get('expirationdate');
    const end = expires instanceof ApexDatetime ? expires.milliseconds : Infinity;
    if (end > now) {
      ids.add(textOf(fields.get('permissionsetid')));
      until = Math.min(until, end);
    }
  }
  const profileId = textOf(user.fields.get('profileid'));
  for (const { id } of profileId === '' ? [] : childrenOf('PermissionSet', 'profileid', new Set([profileId]), store)) {
    ids.add(id);
  }
  const sets = [...ids].map((id) => store.findRecord(id)).filter((each) => each?.isDeleted === false);
  return { sets: sets as StoredRecord[], until };
}

function childrenOf(objectName: string, lowerField: string, ids: ReadonlySet<string>, store: RecordStore) {
  const object = store.schema.demand(objectName);
  const field = object.fields.get(lowerField);
  if (field === undefined) {
    throw new Error(`${objectName} has no field ${lowerField}.`);
  }
  return [...ids].flatMap((id) => store.findBy(object, field, new ApexId(id)));
}

function namesOf(records: readonly (StoredRecord | null)[], objectName: string, field: string): ReadonlySet<string> {
  return new Set(
    records.flatMap((each) => (each?.objectName === objectName ? [textOf(each.fields.get(field)).toLowerCase()] : [])),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value instanceof ApexId ? value.value : '';
}
