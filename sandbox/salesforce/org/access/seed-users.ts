import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import type { RecordStore } from '../records/record-store.ts';
import { systemFields } from '../records/system-fields.ts';
import { seededIds } from '../records/seed-org.ts';
import { standardProfiles, standardUsers, type StandardProfile } from './standard-profiles.ts';

type Put = (objectName: string, id: string | null, fields: Readonly<Record<string, unknown>>) => ApexId;

/** Puts the standard profiles, with what they grant, and their users into a new store. */
export function seedUsers(store: RecordStore, now: number): void {
  const put: Put = (objectName, given, fields) => {
    const id = given ?? store.nextId(store.schema.demand(objectName));
    const at = new ApexDatetime(Math.floor(now / 1000) * 1000);
    const by = new ApexId(seededIds.user);
    const all = systemFields(id, by, at);
    for (const [name, value] of Object.entries(fields)) {
      if (value !== null) {
        all.set(name.toLowerCase(), value);
      }
    }
    store.put({ objectName, id, fields: all, isDeleted: false });
    return new ApexId(id);
  };
  for (const profile of standardProfiles) {
    putProfile(profile, store, put);
  }
  for (const { id, username, firstName, lastName, userType, profileId } of standardUsers) {
    put('User', id, {
      Username: username,
      FirstName: firstName,
      LastName: lastName,
      Name: [firstName, lastName].filter((each) => each !== null).join(' '),
      Alias: username.slice(0, 8),
      Email: username,
      IsActive: true,
      UserType: userType,
      ProfileId: profileId === null ? null : new ApexId(profileId),
      TimeZoneSidKey: 'America/Los_Angeles',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
  }
}

/** What a profile grants stands in a permission set that it owns, as on the platform. */
function putProfile(profile: StandardProfile, store: RecordStore, put: Put): void {
  const { id, name, userType } = profile;
  const asked = profile.userPermissions.map((each) => [`Permissions${each}`, true] as const);
  const inObject = (objectName: string) =>
    Object.fromEntries(asked.filter(([each]) => store.schema.demand(objectName).fields.has(each.toLowerCase())));
  put('Profile', id, { Name: name, UserType: userType, ...inObject('Profile') });
  const parent = put('PermissionSet', null, {
    Name: `X${id.slice(0, 15)}`,
    Label: id,
    IsCustom: false,
    IsOwnedByProfile: true,
    ProfileId: new ApexId(id),
    ...inObject('PermissionSet'),
  });
  for (const [objectName, rights] of Object.entries(profile.objects)) {
    put('ObjectPermissions', null, {
      ParentId: parent,
      SobjectType: objectName,
      PermissionsRead: rights.includes('R'),
      PermissionsCreate: rights.includes('C'),
      PermissionsEdit: rights.includes('E'),
      PermissionsDelete: rights.includes('D'),
      PermissionsViewAllRecords: false,
      PermissionsModifyAllRecords: false,
    });
  }
}
