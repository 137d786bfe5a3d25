import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection } from 'jsforce';
import {
  connectInMemoryOrg,
  type ConnectedOrg,
} from '../../../../sandbox/salesforce/org/http/connect-in-memory-org.ts';
import { startOrg, type StartedOrg } from '../../../../sandbox/salesforce/org/http/start-org.ts';
import { accessPackage, beginAccess, usernames, type AccessBegun, type Who } from './begin-access.ts';

const classes = [
  `@RestResource(urlMapping='/door/*')
  global with sharing class Door {
    @HttpGet
    global static String open() { return UserInfo.getUserName() + ' ' + [SELECT COUNT() FROM Plan__c WITH SYSTEM_MODE]; }
  }`,
  `public with sharing class Act {
    @InvocableMethod
    public static List<Integer> act(List<Integer> numbers) { return numbers; }
  }`,
];

let begun: AccessBegun;
let connected: ConnectedOrg;
let started: StartedOrg;
const connections = new Map<Who, Connection>();
const as = (who: Who): Connection => {
  let connection = connections.get(who);
  if (connection === undefined) {
    const accessToken = connected.beginSession(usernames[who]) ?? '';
    connection = new Connection({ instanceUrl: started.url, accessToken, version: '68.0' });
    connections.set(who, connection);
  }
  return connection;
};
/** The answer to a request by hand: clients try again after some errors. */
async function ask(who: Who, address: string, method = 'GET', body?: object) {
  const response = await fetch(`${started.url}${address}`, {
    method,
    headers: { authorization: `Bearer ${as(who).accessToken ?? ''}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return [response.status, text === '' ? null : (JSON.parse(text) as unknown)];
}
const data = '/services/data/v68.0';

beforeAll(async () => {
  const news = `<CustomObject xmlns="x"><eventType>HighVolume</eventType><label>News</label><pluralLabel>News</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`;
  begun = beginAccess(classes, {
    sharingModels: { Lead: 'Private' },
    files: new Map([...accessPackage, ['objects/News__e/News__e.object-meta.xml', news]]),
  });
  begun.run(
    `insert new Lead(LastName = 'Theirs', Company = 'C'); insert new Plan__c(Name = 'One', Size__c = 2, Kind__c = 'Big', Key__c = 'k'); return null;`,
  );
  begun.assign('integration', 'Planner');
  connected = connectInMemoryOrg({ org: begun.org, program: begun.program });
  started = await startOrg({ org: connected });
});
afterAll(() => started.close());

describe('a request', () => {
  it('publishes an event only of a user who may create it', async () => {
    const [status, answer] = await ask('standard', `${data}/sobjects/News__e`, 'POST', {});
    expect([status, JSON.stringify(answer)]).toEqual([404, expect.stringContaining('NOT_FOUND')]);
    const [, rows] = await ask('standard', `${data}/composite/sobjects`, 'POST', {
      records: [{ attributes: { type: 'News__e' } }],
    });
    expect(JSON.stringify(rows)).not.toContain('"success":true');
    expect((await ask('administrator', `${data}/sobjects/News__e`, 'POST', {}))[0]).toBe(201);
  });

  it('sees the objects and fields that its user may read', async () => {
    const names = async (who: Who) => (await as(who).describeGlobal()).sobjects.map((each) => each.name);
    expect(await names('administrator')).toEqual(expect.arrayContaining(['Lead', 'Plan__c', 'Log__c']));
    expect(await names('standard')).toEqual(expect.arrayContaining(['Lead', 'Account', 'User']));
    expect(await names('standard')).not.toContain('Plan__c');
    expect(await names('integration')).toEqual(expect.arrayContaining(['Plan__c', 'Step__c']));
    expect(await names('integration')).not.toContain('Lead');
    const { createable, deletable, fields } = await as('integration').describe('Plan__c');
    expect([createable, deletable]).toEqual([true, false]);
    const field = (name: string) => fields.find((each) => each.name === name);
    expect([field('Key__c'), field('Size__c')?.updateable, field('Kind__c')?.updateable]).toEqual([
      undefined,
      true,
      false,
    ]);
    expect(await ask('standard', `${data}/sobjects/Plan__c/describe`)).toEqual([
      404,
      [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    ]);
  });

  it('queries as its user', async () => {
    await expect(as('standard').query('SELECT Id FROM Plan__c')).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' });
    await expect(as('standard').query('SELECT Id FROM Lead WHERE Score__c = 1')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    });
    await expect(as('integration').query('SELECT Key__c FROM Plan__c')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    });
    expect((await as('standard').query('SELECT Id FROM Lead')).totalSize).toBe(0);
    expect((await as('administrator').query('SELECT Id FROM Lead')).totalSize).toBe(1);
    expect((await as('integration').query('SELECT FIELDS(ALL) FROM Plan__c LIMIT 10')).records[0]).not.toHaveProperty(
      'Key__c',
    );
  });

  it('changes records as its user', async () => {
    expect(await ask('integration', `${data}/sobjects/Plan__c`, 'POST', { Name: 'Two', Size__c: 3 })).toMatchObject([
      201,
      {},
    ]);
    expect(await ask('integration', `${data}/sobjects/Plan__c`, 'POST', { Key__c: 'x' })).toEqual([
      400,
      [{ errorCode: 'INVALID_FIELD', message: "No such column 'Key__c' on sobject of type Plan__c" }],
    ]);
    expect(await ask('integration', `${data}/sobjects/Plan__c`, 'POST', { Kind__c: 'Big' })).toMatchObject([
      400,
      [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', message: expect.stringContaining('Kind__c') }],
    ]);
    const { records } = await as('integration').query("SELECT Id FROM Plan__c WHERE Name = 'One'");
    const id = records[0]?.Id ?? '';
    expect(await ask('integration', `${data}/sobjects/Plan__c/${id}`, 'PATCH', { Size__c: 9 })).toEqual([204, null]);
    expect(await ask('integration', `${data}/sobjects/Plan__c/${id}`, 'DELETE')).toEqual([
      400,
      [expect.objectContaining({ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' })],
    ]);
    expect(await ask('standard', `${data}/sobjects/Campaign`, 'POST', { Name: 'C' })).toEqual([
      400,
      [
        expect.objectContaining({
          errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
          message: 'entity type cannot be inserted: Campaign',
        }),
      ],
    ]);
  });

  it('does not find, nor change, records that its user may not see', async () => {
    const { records } = await as('administrator').query('SELECT Id FROM Lead');
    const address = `${data}/sobjects/Lead/${records[0]?.Id ?? ''}`;
    expect((await ask('standard', address))[0]).toBe(404);
    expect(await ask('standard', address, 'PATCH', { Company: 'x' })).toEqual([
      400,
      [expect.objectContaining({ errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY' })],
    ]);
  });

  it('takes bulk jobs as its user, row by row', async () => {
    const results = await as('integration').bulk2.loadAndWaitForResults({
      object: 'Plan__c',
      operation: 'insert',
      input: [{ Name: 'Bulk', Size__c: '1' }],
    });
    expect(results.successfulResults).toHaveLength(1);
  });
});

describe('Apex behind requests', () => {
  it('answers whoever has access to the class', async () => {
    expect(await ask('integration', '/services/apexrest/door/')).toEqual([
      200,
      expect.stringMatching(/^integration\S+ \d$/),
    ]);
    expect((await ask('administrator', '/services/apexrest/door/'))[0]).toBe(200);
    for (const who of ['standard', 'guest'] as const) {
      expect(await ask(who, '/services/apexrest/door/')).toEqual([
        403,
        [{ errorCode: 'FORBIDDEN', message: 'You do not have access to the Apex class named: Door' }],
      ]);
    }
    begun.assign('guest', 'Planner');
    expect((await ask('guest', '/services/apexrest/door/'))[0]).toBe(200);
  });

  it('runs as an action for whoever has access to the class', async () => {
    const address = `${data}/actions/custom/apex/Act`;
    expect(await ask('administrator', address, 'POST', { inputs: [{ numbers: 4 }] })).toMatchObject([
      200,
      [{ outputValues: { output: 4 } }],
    ]);
    expect(await ask('integration', address, 'POST', { inputs: [{ numbers: 4 }] })).toMatchObject([
      403,
      [{ errorCode: 'FORBIDDEN' }],
    ]);
  });

  it('runs as anonymous Apex for authors alone', async () => {
    const address = `${data}/tooling/executeAnonymous?anonymousBody=${encodeURIComponent('Integer x = 1;')}`;
    expect((await ask('administrator', address))[0]).toBe(200);
    expect(await ask('standard', address)).toMatchObject([403, [{ errorCode: 'INSUFFICIENT_ACCESS' }]]);
  });
});
