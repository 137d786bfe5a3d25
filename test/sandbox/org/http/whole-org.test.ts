import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import { compileProgram } from '../../../../sandbox/salesforce/apex/run/program.ts';
import { readSource, type SourceForm } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';
import {
  connectInMemoryOrg,
  type ConnectedOrg,
} from '../../../../sandbox/salesforce/org/http/connect-in-memory-org.ts';
import { startOrg, type StartedOrg } from '../../../../sandbox/salesforce/org/http/start-org.ts';
import { InMemoryOrg } from '../../../../sandbox/salesforce/org/in-memory-org.ts';

const username = 'running.user@example.com';

const apex: readonly (readonly [string, SourceForm, string])[] = [
  [
    'Greeting.cls',
    'class',
    `@RestResource(urlMapping='/greeting/*')
    global class Greeting {
      @HttpGet global static String read() { return 'got'; }
      @HttpPost global static String create() { return 'posted'; }
      @HttpPut global static String replace() { return 'put'; }
      @HttpPatch global static String change() { return 'patched'; }
      @HttpDelete global static String remove() { return 'deleted'; }
    }`,
  ],
  [
    'GreetingTest.cls',
    'class',
    `@IsTest
    private class GreetingTest {
      @TestSetup
      static void prepare() { insert new Account(Name = 'Prepared'); }
      @IsTest
      static void finds() { System.assertEquals(1, [SELECT COUNT() FROM Account WHERE Name = 'Prepared']); }
      @IsTest
      static void fails() { System.assertEquals('posted', Greeting.read()); }
      @IsTest
      static void searches() {
        Account account = [SELECT Id FROM Account WHERE Name = 'Prepared'];
        System.assertEquals(0, [FIND 'Prepared' RETURNING Account(Id)][0].size());
        Test.setFixedSearchResults(new List<Id>{ account.Id });
        System.assertEquals(1, [FIND 'anything' RETURNING Account(Id, Name)][0].size());
        System.assertEquals(0, [FIND 'anything' RETURNING Account(Id WHERE Name = 'Other')][0].size());
      }
    }`,
  ],
  [
    'LeadTrigger.trigger',
    'trigger',
    `trigger LeadTrigger on Lead (before insert) {
      for (Lead each : Trigger.new) {
        if (each.LastName == 'Endless') {
          for (Integer index = 0; index < 200; index++) {
            insert new Account(Name = 'Endless');
          }
        }
        each.Description = String.valueOf(Trigger.new.size());
      }
    }`,
  ],
];

let connected: ConnectedOrg;
let started: StartedOrg;
let connection: Connection;
const lines: string[] = [];
beforeAll(async () => {
  const org = new InMemoryOrg();
  const sources = apex.map(([fileName, form, text]) => {
    const unit = readSource(text, fileName, form);
    if (unit.kind === 'problems') {
      throw new Error(unit.problems.map((each) => each.message).join());
    }
    return { fileName, unit };
  });
  const program = compileProgram(sources, { org });
  expect(program.problems).toEqual([]);
  org.useTriggers(program);
  connected = connectInMemoryOrg({
    org,
    program,
    passwords: { [username]: 'secret' },
    tokens: { [username]: 'a-fixed-token' },
    clients: { connected: { secret: 'app', username } },
  });
  started = await startOrg({ org: connected, log: (line) => lines.push(line) });
  connection = new Connection({ instanceUrl: started.url, accessToken: 'a-fixed-token', version: '68.0' });
  connection.bulk2.pollInterval = 5;
});
afterAll(() => started.close());

describe('one gets in', () => {
  test('by the SOAP login of jsforce, and out again', async () => {
    const other = new Connection({ loginUrl: started.url, version: '68.0' });
    const { id, organizationId } = await other.login(username, 'secret');
    expect(organizationId).toBe(connected.organization.id);
    expect((await other.identity()).user_id).toBe(id);
    const { accessToken } = other;
    await other.logout();
    expect(connected.authenticate(accessToken ?? '')).toBeNull();
    const stranger = new Connection({ loginUrl: started.url, version: '68.0' });
    await expect(stranger.login(username, 'wrong & <odd>')).rejects.toThrow('INVALID_LOGIN');
  });

  test('as a connected app', async () => {
    const ask = async (secret: string) => {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'connected',
        client_secret: secret,
      });
      return (await fetch(`${started.url}/services/oauth2/token`, { method: 'POST', body })).json();
    };
    const { access_token: token } = (await ask('app')) as { access_token: string };
    expect(connected.authenticate(token)?.username).toBe(username);
    expect(await ask('other')).toMatchObject({ error: 'invalid_client' });
  });

  test('with a password that was set', async () => {
    const { id: userId } = connected.authenticate('a-fixed-token') ?? { id: '' };
    await connection.requestPost(`/services/data/v68.0/sobjects/User/${userId}/password`, { NewPassword: 'changed' });
    expect(connected.logIn(username, 'secret')).toBeNull();
    expect(connected.logIn(username.toUpperCase(), 'changed')).not.toBeNull();
  });

  test('and other SOAP calls are faults that name themselves', async () => {
    const body = '<e:Envelope xmlns:e="x"><e:Body><convertLead/></e:Body></e:Envelope>';
    const answer = await fetch(`${started.url}/services/Soap/u/68.0`, { method: 'POST', body });
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('does not support the SOAP call convertLead');
  });
});

describe('the command line', () => {
  test('runs anonymous Apex over SOAP', async () => {
    const run = async (text: string) => {
      const header = '<cmd:SessionHeader><cmd:sessionId>a-fixed-token</cmd:sessionId></cmd:SessionHeader>';
      const call = `<cmd:executeAnonymous><cmd:String>${text}</cmd:String></cmd:executeAnonymous>`;
      const body = `<env:Envelope xmlns:env="a" xmlns:cmd="b"><env:Header>${header}</env:Header><env:Body>${call}</env:Body></env:Envelope>`;
      return (await fetch(`${started.url}/services/Soap/s/68.0/00D`, { method: 'POST', body })).text();
    };
    expect(await run("insert new Account(Name = 'By SOAP');")).toContain('<success>true</success>');
    expect(await connection.query("SELECT COUNT() FROM Account WHERE Name = 'By SOAP'")).toMatchObject({
      totalSize: 1,
    });
    const searched = 'System.debug(Search.query(&apos;FIND {soap*} RETURNING Account(Name)&apos;)[0][0].Id);';
    expect(await run(searched)).toContain('<success>true</success>');
    expect(await run('Integer nothing = null + 1')).toContain('<compiled>false</compiled>');
    expect(await run('throw new IllegalArgumentException(&apos;Oh&apos;);')).toContain('IllegalArgumentException: Oh');
  });

  test('runs tests, of which nothing stays', async () => {
    const url = '/services/data/v68.0/tooling/runTestsSynchronous/';
    const result = await connection.requestPost(url, { tests: [{ className: 'GreetingTest' }] });
    expect(result).toMatchObject({ numTestsRun: 3, numFailures: 1, failures: [{ methodName: 'fails' }] });
    const found = await connection.query("SELECT COUNT() FROM Account WHERE Name = 'Prepared'");
    expect(found.totalSize).toBe(0);
    const one = { tests: [{ className: 'GreetingTest', testMethods: ['finds'] }] };
    expect(await connection.requestPost(url, one)).toMatchObject({ numTestsRun: 1, numFailures: 0 });
    await expect(connection.requestPost(url, { tests: [{ className: 'Nothing' }] })).rejects.toMatchObject({
      errorCode: 'INVALID_INPUT',
    });
  });
});

test.each([
  ['GET', 'got'],
  ['POST', 'posted'],
  ['PUT', 'put'],
  ['PATCH', 'patched'],
  ['DELETE', 'deleted'],
] as const)('a resource answers to %s', async (method, answer) => {
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}' };
  expect(await connection.request({ method, url: '/services/apexrest/greeting/1', ...body })).toBe(answer);
});

describe('a bulk job', () => {
  const ingest = (operation: 'insert' | 'hardDelete', rows: Record<string, string>[]) =>
    connection.bulk2.loadAndWaitForResults({ object: 'Lead', operation, input: rows });

  test('goes through triggers in chunks of 200, and a chunk that is refused takes no other along', async () => {
    const rows = Array.from({ length: 601 }, (_, index) => ({
      LastName: index === 250 ? 'Endless' : index === 450 ? '' : `Bulk ${String(index)}`,
      Company: 'Bulk',
    }));
    const { successfulResults, failedResults } = await ingest('insert', rows);
    expect(successfulResults).toHaveLength(400);
    expect(failedResults).toHaveLength(201);
    expect(failedResults[0]?.sf__Error).toMatch('Too many DML statements: 151');
    expect(failedResults.at(-1)?.sf__Error).toMatch('REQUIRED_FIELD_MISSING');
    expect(successfulResults.map((each) => (each as { LastName?: string }).LastName)).toEqual(
      rows.map((each) => each.LastName).filter((name, index) => (index < 200 || index >= 400) && name !== ''),
    );
    const found = await connection.query("SELECT Description FROM Lead WHERE LastName IN ('Bulk 0', 'Bulk 600')");
    expect(found.records.map((each) => each.Description as string)).toEqual(['200', '1']);
  });

  test('that deletes hard leaves nothing in the recycle bin', async () => {
    const { id = '' } = await connection.sobject('Lead').create({ LastName: 'Gone', Company: 'Gone' });
    const { successfulResults } = await ingest('hardDelete', [{ Id: id }]);
    expect(successfulResults).toHaveLength(1);
    const found = await connection.query("SELECT Id FROM Lead WHERE LastName = 'Gone'", { scanAll: true });
    expect(found.totalSize).toBe(0);
  });
});

describe('a search', () => {
  beforeAll(async () => {
    await connection.sobject('Contact').create([
      { LastName: 'Babbage', FirstName: 'Charles', Email: 'charles@engine.example', Description: 'A polymath' },
      { LastName: 'Babbington', FirstName: 'Anthony', Phone: '+44 20 555 0100' },
      { LastName: 'Somerville', FirstName: 'Mary', Description: 'Knew Babbage well' },
    ]);
  });
  const find = async (text: string) =>
    (await connection.search(text)).searchRecords.map((each) => (each as { LastName?: string }).LastName);

  test('finds whole words, beginnings with a star, and phrases', async () => {
    expect(await find('FIND {babbage} RETURNING Contact(LastName ORDER BY LastName)')).toEqual([
      'Babbage',
      'Somerville',
    ]);
    expect(await find('FIND {Babb*} IN NAME FIELDS RETURNING Contact(LastName ORDER BY LastName)')).toEqual([
      'Babbage',
      'Babbington',
    ]);
    expect(await find('FIND {"knew babbage"} RETURNING Contact(LastName)')).toEqual(['Somerville']);
    expect(await find('FIND {babbage AND NOT knew} RETURNING Contact(LastName)')).toEqual(['Babbage']);
    expect(await find('FIND {charles@engine.example} IN EMAIL FIELDS RETURNING Contact(LastName)')).toEqual([
      'Babbage',
    ]);
    expect(await find("FIND {Babb*} RETURNING Contact(LastName WHERE FirstName = 'Anthony' LIMIT 1), Lead")).toEqual([
      'Babbington',
    ]);
  });

  test('may be asked for by parameters', async () => {
    const url = '/services/data/v68.0/parameterizedSearch';
    const asked = await connection.request(`${url}?q=Babb*&sobject=Contact&Contact.fields=Id,LastName&Contact.limit=1`);
    expect(asked).toMatchObject({ searchRecords: [{ attributes: { type: 'Contact' }, LastName: expect.any(String) }] });
    const posted = await connection.requestPost(url, {
      q: 'somerville',
      sobjects: [{ name: 'Contact', fields: ['LastName'] }],
    });
    expect(posted).toMatchObject({ searchRecords: [{ LastName: 'Somerville' }] });
  });

  test('is refused where it is malformed, and named where it is not supported', async () => {
    await expect(find('FIND {b} RETURNING Contact(LastName)')).rejects.toMatchObject({ errorCode: 'MALFORMED_SEARCH' });
    await expect(find('LOOK {babbage}')).rejects.toMatchObject({ errorCode: 'MALFORMED_SEARCH' });
    await expect(find('FIND {babbage}')).rejects.toMatchObject({ errorCode: 'UNSUPPORTED' });
    await expect(find("FIND {babbage} RETURNING Contact(LastName) WITH DIVISION = 'x'")).rejects.toMatchObject({
      errorCode: 'UNSUPPORTED',
    });
  });
});

test('a log has a line for each request, and nothing of whom it was about', async () => {
  lines.length = 0;
  await connection.request('/services/data/v68.0/query?q=SELECT+Id+FROM+Lead+LIMIT+1');
  await connection.request('/services/data/v68.0/sobjects/Contact/Email/ada%40example.com').catch(() => null);
  await connection.request('/services/apexrest/greeting/ada');
  expect(lines.map((each) => each.replace(/\d+ ms$/, 'ms'))).toEqual([
    'GET /services/data/v68.0/query 200 ms',
    'GET /services/data/v68.0/sobjects/Contact/Email/… 404 ms',
    'GET /services/apexrest/greeting/… 200 ms',
  ]);
});
