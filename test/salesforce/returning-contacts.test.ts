import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Org } from '../../salesforce/plugin/src/org/org.ts';
import { verifyOrg } from '../../salesforce/plugin/src/verify/verify-org.ts';
import type { Installation } from '../../sandbox/salesforce/installation/installation.ts';
import { usernameOf } from '../../sandbox/salesforce/installation/name-people.ts';
import { countRecords, readAll } from '../bench/salesforce/count-records.ts';
import { newInstallation } from '../bench/salesforce/new-installation.ts';

jest.setTimeout(180_000);

type Person = { readonly id: string; readonly email: string; readonly ownerId: string };
type IntakeResult = { id: string; recordId: string; status: string; problems: unknown[] };

describe.each([
  ['as the org’s own sources', null],
  ['as a managed package', 'acme'],
])('contacts who come in again, Signalbox installed %s', (_, namespace) => {
  let installation: Installation;
  let accountId: string;
  let anaId: string;
  let tomOwnerId: string;
  let known: Person[];

  beforeAll(async () => {
    installation = await newInstallation({ namespace });
    anaId = await userIdOf('ana');
    tomOwnerId = await userIdOf('ben');
    accountId = await insertAccount();
    known = await insertContacts(200, 'known');
  });
  afterAll(() => installation.close());

  async function find(query: string): Promise<Record<string, unknown>[]> {
    return (await installation.admin.query<Record<string, unknown>>(installation.names.query(query))).records;
  }

  async function userIdOf(repKey: string): Promise<string> {
    const [user] = await find(`SELECT Id FROM User WHERE Username = '${usernameOf(repKey)}'`);
    return user!.Id as string;
  }

  async function insertAccount(): Promise<string> {
    const { id } = await installation.admin.sobject('Account').create({
      Name: 'Northwind',
      Website: 'northwind.example',
      Type: 'Customer - Direct',
      Industry: 'Software',
      NumberOfEmployees: 400,
      OwnerId: tomOwnerId,
    });
    return id!;
  }

  async function insertContacts(count: number, name: string): Promise<Person[]> {
    const rows = Array.from({ length: count }, (__, place) => ({
      FirstName: 'Nora',
      LastName: `${name} ${place}`,
      Email: `${name}${place}@northwind.example`,
      AccountId: accountId,
      OwnerId: place % 2 === 0 ? anaId : tomOwnerId,
    }));
    const saved = await installation.admin.sobject('Contact').create(rows);
    return saved.map((each, place) => ({ id: each.id!, email: rows[place]!.Email, ownerId: rows[place]!.OwnerId }));
  }

  async function takeIn(bodies: object[]): Promise<IntakeResult[]> {
    const path = `${namespace === null ? '' : `/${namespace}`}/signalbox/leads/?known=contact`;
    const answer = await installation.admin.apex.post<{ results: IntakeResult[] }>(path, bodies);
    await installation.connected.settled();
    return answer.results;
  }

  type Contact = { id: string; owner: unknown; state: unknown; decision: unknown; arrival: unknown; dueAt: unknown };

  async function contacts(name: string): Promise<Contact[]> {
    const { names } = installation;
    const rows = await readAll<Record<string, unknown>>(
      installation,
      `SELECT Id, OwnerId, SbxState__c, SbxDecision__c, SbxArrival__c, SbxDueAt__c FROM Contact WHERE LastName LIKE '${name} %' ORDER BY Id`,
    );
    return rows.map((row) => ({
      id: row.Id as string,
      owner: row.OwnerId,
      state: row[names.of('SbxState__c')],
      decision: row[names.of('SbxDecision__c')],
      arrival: row[names.of('SbxArrival__c')],
      dueAt: row[names.of('SbxDueAt__c')],
    }));
  }

  test('a contact that people write about is not marked', async () => {
    expect(new Set((await contacts('known')).map((each) => each.state))).toEqual(new Set([null]));
  });

  test('200 come in through the intake in one request, each as the contact it is', async () => {
    const bodies = known.map(({ email }, place) => ({
      id: `again-${place}`,
      channel: 'demoRequest',
      email: email.toUpperCase(),
      message: 'We would like a demo for another team.',
    }));
    const results = await takeIn(bodies);
    expect(new Set(results.map((each) => each.status))).toEqual(new Set(['reentered']));
    expect(results.map((each) => each.recordId)).toEqual(known.map((each) => each.id));
    expect(await countRecords(installation, 'Lead')).toBe(0);
  });

  test('all of them are decided, and each stays with its owner', async () => {
    const found = await contacts('known');
    expect(new Set(found.map((each) => each.state))).toEqual(new Set(['decided']));
    expect(found.map((each) => each.owner)).toEqual(known.map((each) => each.ownerId));
    expect(await countRecords(installation, 'SbxDecision__c WHERE IsCurrent__c = TRUE AND Contact__c != NULL')).toBe(
      200,
    );
    const rows = await find('SELECT GivenTo__c, Mode__c, COUNT(Id) n FROM SbxDecision__c GROUP BY GivenTo__c, Mode__c');
    const given = rows.map((row) => `${String(row[installation.names.of('GivenTo__c')])} ${String(row.n)}`);
    expect(given.toSorted()).toEqual(['ana 100', 'ben 100']);
  });

  test('each has a promise, on the contact', async () => {
    expect(await countRecords(installation, "SbxClock__c WHERE State__c = 'running' AND Contact__c != NULL")).toBe(200);
    expect((await contacts('known')).filter((each) => each.dueAt === null)).toEqual([]);
  });

  test('the same id again is the same arrival', async () => {
    const [result] = await takeIn([{ id: 'again-7', email: known[7]!.email, message: 'Sent twice.' }]);
    expect(result).toMatchObject({ status: 'known', recordId: known[7]!.id });
    expect((await contacts('known')).find((each) => each.id === known[7]!.id)?.arrival).toBe(1);
  });

  test('200 whom somebody sets waiting are decided as well', async () => {
    const asked = await insertContacts(200, 'asked');
    const state = installation.names.of('SbxState__c');
    const saved = await installation.admin
      .sobject('Contact')
      .update(asked.map(({ id }) => ({ Id: id, [state]: 'waiting' })));
    expect(saved.every((each) => each.success)).toBe(true);
    await installation.connected.settled();
    const found = await contacts('asked');
    expect(new Set(found.map((each) => each.state))).toEqual(new Set(['decided']));
    expect(found.map((each) => each.owner)).toEqual(asked.map((each) => each.ownerId));
  });

  test('a decided contact that says more comes in again', async () => {
    const { admin, names } = installation;
    const { id } = known[0]!;
    await admin.sobject('Contact').update({ Id: id, ...names.record({ SbxMessage__c: 'Could you call me today?' }) });
    await installation.connected.settled();
    const again = (await contacts('known')).find((each) => each.id === id);
    expect(again).toMatchObject({ state: 'decided', arrival: 2, owner: known[0]!.ownerId });
  });

  test('where the policy gives one to a queue, the contact stays with its owner, which no queue ever is', async () => {
    const { admin, names } = installation;
    const { id } = await admin.sobject('Contact').create({
      LastName: 'Opted',
      Email: 'opted@elsewhere.example',
      HasOptedOutOfEmail: true,
      ...names.record({ SbxChannel__c: 'webForm', SbxMessage__c: 'Take me off your list.' }),
    });
    await installation.connected.settled();
    const [decision] = await find(`SELECT Destination__c, GivenTo__c FROM SbxDecision__c WHERE Contact__c = '${id!}'`);
    expect(decision).toMatchObject(names.record({ Destination__c: 'rejectList', GivenTo__c: 'reject-audit-queue' }));
    const queue = `SELECT HolderId__c FROM SbxRep__c WHERE RepName__c = 'reject-audit-queue'`;
    expect((await find(queue))[0]![names.of('HolderId__c')]).toMatch(/^00G/);
    const owners = await readAll<{ Id: string; OwnerId: string }>(installation, 'SELECT Id, OwnerId FROM Contact');
    expect(owners.find((each) => each.Id === id)?.OwnerId).toBe((await admin.identity()).user_id);
    expect(owners.filter((each) => !each.OwnerId.startsWith('005'))).toEqual([]);
  });

  test('a customer’s contact without a known owner goes to whom the policy names for customers', async () => {
    const { admin, names } = installation;
    const { id } = await admin.sobject('Contact').create({
      LastName: 'Fresh',
      Email: 'fresh@northwind.example',
      AccountId: accountId,
      ...names.record({ SbxChannel__c: 'webForm', SbxMessage__c: 'A question about another product.' }),
    });
    await installation.connected.settled();
    const [contact] = await find(`SELECT OwnerId, SbxState__c, SbxDestination__c FROM Contact WHERE Id = '${id!}'`);
    expect(contact).toMatchObject({
      OwnerId: tomOwnerId,
      [names.of('SbxState__c')]: 'decided',
      [names.of('SbxDestination__c')]: 'accountOwner',
    });
  });

  test('the score card tells of a contact as of a lead', () => {
    const { org, program } = installation;
    const card = (userId: string, recordId: string) => {
      const answer = org.callAuraEnabled({ program, userId, method: 'SbxLeadCard.get', args: { recordId } });
      return (answer as unknown as { data: Record<string, unknown> }).data;
    };
    const shown = card(anaId, known[2]!.id);
    expect(shown).toMatchObject({ state: 'scored', isMine: true, clockState: 'running' });
    expect(shown.message).toBe('We would like a demo for another team.');
    expect(shown.dueAt).not.toBeNull();
  });

  test('every decision is made again from its record to the same bytes', async () => {
    const org = await Org.open(installation.admin);
    const result = await verifyOrg(org, { since: null, keptSeal: null, onProgress: () => undefined });
    expect(result.findings).toEqual([]);
    expect(result.decidedAgain).toBe(await countRecords(installation, 'SbxDecision__c'));
    expect(result.decidedAgain).toBeGreaterThanOrEqual(402);
  });

  test('and nothing went wrong on the way', async () => {
    expect(await find('SELECT Code__c, Found__c FROM SbxIncident__c')).toEqual([]);
    expect(installation.connected.background.failures).toEqual([]);
  });
});
