import type { Installation } from './installation.ts';
import { mustSave } from './must-save.ts';

/** Somebody who takes leads: the name by which the policy calls them, and how colleagues do. */
export type Person = {
  readonly repKey: string;
  readonly displayName: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
};

/** The name with which a rep logs in: usernameOf('ana') → 'ana@reps.example'. */
export function usernameOf(repKey: string): string {
  return `${repKey}@reps.example`;
}

/**
 * Does what an admin does after the installation: makes a user for each person, gives them the permission set of reps, and
 * names them in the roster, whose examples they replace.
 */
export async function namePeople(installation: Installation, people: readonly Person[]): Promise<void> {
  const { admin, names } = installation;
  const userIds = await insertUsers(installation, people);
  const known = await admin.query<Record<string, string>>(
    names.query('SELECT Id, RepName__c FROM SbxRep__c LIMIT 500'),
  );
  const idByName = new Map(known.records.map((each) => [each[names.of('RepName__c')]!, each.Id!]));
  const reps = people.map((person, place) => ({
    person,
    id: idByName.get(person.repKey) ?? null,
    fields: names.record({
      Name: person.displayName,
      Kind__c: 'user',
      User__c: userIds[place],
      QueueName__c: null,
      IsActive__c: true,
      Skills__c: person.skills.join(';'),
      Languages__c: person.languages.join(';'),
    }),
  }));
  const there = reps.filter((each) => each.id !== null).map(({ id, fields }) => ({ ...fields, Id: id! }));
  const others = reps
    .filter((each) => each.id === null)
    .map(({ person, fields }) => ({ ...fields, [names.of('RepName__c')]: person.repKey }));
  mustSave('reps', await admin.sobject(names.of('SbxRep__c')).update(there));
  mustSave('reps', await admin.sobject(names.of('SbxRep__c')).create(others));
  await installation.connected.settled();
}

async function insertUsers({ admin, names }: Installation, people: readonly Person[]): Promise<string[]> {
  const profile = await admin.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const userIds = mustSave(
    'users',
    await admin.sobject('User').create(
      people.map((person) => ({
        Username: usernameOf(person.repKey),
        Email: usernameOf(person.repKey),
        Alias: person.repKey.slice(0, 8),
        FirstName: person.displayName.split(' ')[0] ?? null,
        LastName: person.displayName.split(' ').slice(1).join(' ') || person.displayName,
        ProfileId: profile.records[0]!.Id,
        TimeZoneSidKey: 'GMT',
        LocaleSidKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
        LanguageLocaleKey: 'en_US',
      })),
    ),
  );
  await assignPermissionSet({ admin, names }, 'SbxRep', userIds);
  return userIds;
}

/** Gives users one of the package's permission sets. */
export async function assignPermissionSet(
  { admin }: Pick<Installation, 'admin' | 'names'>,
  name: string,
  userIds: readonly string[],
): Promise<void> {
  const found = await admin.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
  mustSave(
    'permission sets',
    await admin
      .sobject('PermissionSetAssignment')
      .create(userIds.map((userId) => ({ AssigneeId: userId, PermissionSetId: found.records[0]!.Id }))),
  );
}

/** The administrator gives themselves the package's own permissions, which come with no profile. */
export async function takeCharge(installation: Installation): Promise<void> {
  const { user_id: userId } = await installation.admin.identity();
  await assignPermissionSet(installation, 'SbxAdmin', [userId]);
}
