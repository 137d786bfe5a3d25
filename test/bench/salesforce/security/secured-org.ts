import type { Connection } from 'jsforce';
import type { Installation } from '../../../../sandbox/salesforce/installation/installation.ts';
import { mustSave } from '../../../../sandbox/salesforce/installation/must-save.ts';
import { assignPermissionSet, usernameOf } from '../../../../sandbox/salesforce/installation/name-people.ts';
import { callableClasses } from '../../../../salesforce/permissions/access-table.ts';
import { newInstallation } from '../new-installation.ts';

/**
 * Who tries: people with one permission set of ours each on the standard profile, people with none, and `opened`, to whom a
 * careless admin gave all our classes and nothing else.
 */
export const who = ['admin', 'ops', 'rep', 'integration', 'standard', 'opened', 'guest'] as const;
export type Who = (typeof who)[number];

/** The leads that attempts are about, as the rep stands to them. */
export const subjects = ['own', 'readOnly', 'hidden'] as const;
export type Subject = (typeof subjects)[number];

/**
 * Of the hidden lead: `words` are what it says, which nobody here may ever be told; `traces` name its decision, which only those
 * may learn of who may read every decision.
 */
export type Secrets = { readonly words: readonly string[]; readonly traces: readonly string[] };

export type SecuredOrg = {
  readonly installation: Installation;
  readonly userIds: Readonly<Record<Who, string>>;
  readonly connections: Readonly<Record<Who, Connection>>;
  readonly leadIds: Readonly<Record<Subject, string>>;
  readonly secrets: Secrets;
  /** The first revision, for what asks for one. */
  readonly revisionId: string;
};

const usernames: Readonly<Record<Who, string>> = {
  admin: 'signalbox.admin@people.example',
  ops: 'signalbox.ops@people.example',
  rep: usernameOf('ana'),
  integration: 'integration.user@example.com',
  standard: 'standard.user@example.com',
  opened: 'opened@people.example',
  guest: 'guest.user@example.com',
};

const hiddenWords = {
  FirstName: 'Qzelda',
  LastName: 'Wyverholm',
  Company: 'Kroppenstadt Verfahren',
  Email: 'qzelda@kroppenstadt.example',
  SbxMessage__c: 'Unser Vrombaut steht still.',
};

/** An installation in which leads are private, with one person of each kind and a decided lead of each kind. */
export async function newSecuredOrg(): Promise<SecuredOrg> {
  const installation = await newInstallation({ sharingModels: { Lead: 'Private' } });
  await insertPeople(installation);
  const userIds = await readUsers(installation);
  await givePermissions(installation, userIds);
  const leadIds = await insertLeads(installation, userIds.rep);
  await leaveTraces(installation, leadIds.hidden);
  const [revision] = await idsOf(installation, 'SbxRevision__c WHERE Number__c = 1');
  return {
    installation,
    userIds,
    connections: fromEntries(who.map((each) => [each, installation.connectAs(usernames[each])])),
    leadIds,
    secrets: await secretsOf(installation, leadIds.hidden),
    revisionId: revision!,
  };
}

/** The ids that a query finds, as the administrator: idsOf(installation, "Lead WHERE LastName = 'Own'"). */
export async function idsOf({ admin, names }: Installation, from: string): Promise<string[]> {
  return (await admin.query<{ Id: string }>(names.query(`SELECT Id FROM ${from}`))).records.map((each) => each.Id);
}

async function insertPeople(installation: Installation): Promise<void> {
  const [profileId] = await idsOf(installation, "Profile WHERE Name = 'Standard User'");
  const people = (['admin', 'ops', 'opened'] as const).map((each) => ({
    Username: usernames[each],
    Email: usernames[each],
    Alias: each,
    LastName: each,
    ProfileId: profileId!,
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  }));
  mustSave('people', await installation.admin.sobject('User').create(people));
}

async function readUsers(installation: Installation): Promise<Record<Who, string>> {
  const found = await installation.admin.query<{ Id: string; Username: string }>(
    'SELECT Id, Username FROM User LIMIT 200',
  );
  const idByName = new Map(found.records.map((each) => [each.Username, each.Id]));
  return fromEntries(who.map((each) => [each, idByName.get(usernames[each])!]));
}

async function givePermissions(installation: Installation, userIds: Record<Who, string>): Promise<void> {
  const { admin } = installation;
  await assignPermissionSet(installation, 'SbxAdmin', [userIds.admin]);
  await assignPermissionSet(installation, 'SbxOps', [userIds.ops]);
  await assignPermissionSet(installation, 'SbxIntegration', [userIds.integration]);
  const classNames = Object.keys(callableClasses).map((each) => `'${each}'`);
  const classIds = await idsOf(installation, `ApexClass WHERE Name IN (${classNames.join(', ')})`);
  mustSave('permission set', [await admin.sobject('PermissionSet').create({ Name: 'Opened', Label: 'Opened' })]);
  const [parent] = await idsOf(installation, "PermissionSet WHERE Name = 'Opened'");
  mustSave(
    'class access',
    await admin
      .sobject('SetupEntityAccess')
      .create(classIds.map((each) => ({ ParentId: parent!, SetupEntityId: each }))),
  );
  await assignPermissionSet(installation, 'Opened', [userIds.opened]);
}

/** Decided by the engine first, then given away by an admin. */
async function insertLeads(installation: Installation, repId: string): Promise<Record<Subject, string>> {
  const { admin, connected } = installation;
  const usual = { Title: 'Head of Operations', NumberOfEmployees: 150, SbxChannel__c: 'webForm' };
  const words: Record<Subject, object> = {
    own: { FirstName: 'Olga', LastName: 'Own', Company: 'Own Works', Email: 'olga@own.example' },
    readOnly: { FirstName: 'Rita', LastName: 'Read', Company: 'Read Works', Email: 'rita@read.example' },
    hidden: hiddenWords,
  };
  const saved = mustSave(
    'leads',
    await admin.sobject('Lead').create(subjects.map((each) => ({ ...usual, ...words[each] }))),
  );
  await connected.settled();
  const leadIds = fromEntries(subjects.map((each, place) => [each, saved[place]!]));
  const [otherId] = await idsOf(installation, `User WHERE Username = '${usernameOf('ben')}'`);
  mustSave(
    'owners',
    await admin.sobject('Lead').update([
      { Id: leadIds.own, OwnerId: repId },
      { Id: leadIds.readOnly, OwnerId: otherId! },
      { Id: leadIds.hidden, OwnerId: otherId! },
    ]),
  );
  const share = { LeadId: leadIds.readOnly, UserOrGroupId: repId, LeadAccessLevel: 'Read' };
  mustSave('shares', [await admin.sobject('LeadShare').create(share)]);
  await connected.settled();
  return leadIds;
}

/** One record at least of everything that holds what was decided, so that an attempt has something to take. */
async function leaveTraces(installation: Installation, hiddenId: string): Promise<void> {
  const answer = await installation.admin.tooling.executeAnonymous(
    `insert as system new SbxActivity__c(Lead__c = '${hiddenId}', EventId__c = 'trace', ActivityName__c = 'download', ` +
      `OccurredAt__c = System.now(), Occurrences__c = 1);` +
      `insert as system new SbxIncident__c(Lead__c = '${hiddenId}', Code__c = 'SFA000', Found__c = 'A trace.', OccurredAt__c = System.now());` +
      `insert as system new SbxTimeOff__c(Rep__c = [SELECT Id FROM SbxRep__c WHERE RepName__c = 'ben' LIMIT 1].Id, ` +
      `FromAt__c = System.now().addDays(50), UntilAt__c = System.now().addDays(51));` +
      `insert as system new SbxListEntry__c(ListName__c = 'testDomain', Entry__c = 'trace.example', EntryId__c = 'testDomain:trace.example');`,
  );
  if (!answer.success) throw new Error(String(answer.exceptionMessage ?? answer.compileProblem));
  await installation.connected.settled();
}

async function secretsOf({ admin }: Installation, hiddenId: string): Promise<Secrets> {
  const { records } = await admin.query<{ Id: string; Name: string }>(
    `SELECT Id, Name FROM SbxDecision__c WHERE Lead__c = '${hiddenId}'`,
  );
  const { FirstName, LastName, Company, Email } = hiddenWords;
  return {
    words: [FirstName, LastName, Company, Email, 'Vrombaut'],
    traces: records.flatMap((each) => [each.Id, each.Name]),
  };
}

function fromEntries<K extends string, V>(entries: readonly (readonly [K, V])[]): Record<K, V> {
  return Object.fromEntries(entries) as Record<K, V>;
}
