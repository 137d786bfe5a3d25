import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
    'Leads.cls',
    'class',
    `@RestResource(urlMapping='/leads/*')
    global class Leads {
      @HttpGet
      global static Map<String, Object> read() {
        RestContext.response.addHeader('X-Asked', RestContext.request.params.get('q'));
        return new Map<String, Object>{ 'address' => RestContext.request.requestURI, 'user' => UserInfo.getUserName() };
      }
      @HttpPost
      global static void create(String lastName, Integer employees) {
        insert new Lead(LastName = lastName, Company = 'Posted', NumberOfEmployees = employees);
        RestContext.response.statusCode = 201;
        RestContext.response.responseBody = Blob.valueOf('made');
      }
      @HttpDelete
      global static void fail() {
        insert new Lead(LastName = 'Lost', Company = 'Lost');
        String nothing = null;
        nothing.length();
      }
    }`,
  ],
  [
    'ScoreLead.cls',
    'class',
    `public class ScoreLead {
      public class Request {
        @InvocableVariable(required=true label='Employees')
        public Integer employees;
      }
      public class Result {
        @InvocableVariable
        public Integer score;
      }
      @InvocableMethod(label='Score a lead')
      public static List<Result> score(List<Request> requests) {
        List<Result> results = new List<Result>();
        for (Request each : requests) {
          Result result = new Result();
          result.score = 100 / each.employees;
          results.add(result);
        }
        return results;
      }
    }`,
  ],
  [
    'LeadTrigger.trigger',
    'trigger',
    `trigger LeadTrigger on Lead (before insert) {
      for (Lead each : Trigger.new) {
        if (each.LastName == 'Forbidden') {
          each.LastName.addError('Not this one');
        }
        each.Description = String.valueOf(Trigger.new.size());
      }
    }`,
  ],
];

let connected: ConnectedOrg;
let started: StartedOrg;
let connection: Connection;
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
  connected = connectInMemoryOrg({ org, program, passwords: { [username]: 'secret' } });
  started = await startOrg({ org: connected });
  const accessToken = connected.beginSession(username) ?? '';
  connection = new Connection({ instanceUrl: started.url, accessToken, version: '68.0' });
  connection.bulk2.pollInterval = 5;
});
afterAll(() => started.close());

describe('an org in memory behind HTTP', () => {
  it('lets its users in by name and password', async () => {
    const oauth2 = { loginUrl: started.url, clientId: 'client', clientSecret: 'secret' };
    const other = new Connection({ oauth2, version: '68.0' });
    await other.login(username, 'secret');
    expect(await other.identity()).toMatchObject({ username, organization_id: connected.organization.id });
    await expect(new Connection({ oauth2 }).login(username, 'wrong')).rejects.toMatchObject({ name: 'invalid_grant' });
  });

  it('describes its objects', async () => {
    const { fields, childRelationships } = await connection.describe('Account');
    const field = (name: string) => fields.find((each) => each.name === name);
    expect(field('Id')).toMatchObject({ type: 'id', nillable: false, createable: false });
    expect(field('NumberOfEmployees')).toMatchObject({ type: 'int', soapType: 'xsd:int' });
    expect(field('OwnerId')).toMatchObject({ type: 'reference', referenceTo: expect.arrayContaining(['User']) });
    expect(childRelationships).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ childSObject: 'Contact', field: 'AccountId', relationshipName: 'Contacts' }),
      ]),
    );
    const { sobjects } = await connection.describeGlobal();
    expect(sobjects.map((each) => each.name)).toEqual(expect.arrayContaining(['Account', 'Lead', 'User']));
  });

  it('saves, reads and finds records in all their types', async () => {
    const account = await connection.sobject('Account').create({ Name: 'Navy', AnnualRevenue: 12.5 });
    const contact = { LastName: 'Hopper', AccountId: account.id ?? '', Birthdate: '1906-12-09', DoNotCall: true };
    const { id } = await connection.sobject('Contact').create(contact);
    const found = await connection.query(
      `SELECT Id, LastName, Birthdate, DoNotCall, HasOptedOutOfEmail, CreatedDate, Account.Name, Account.AnnualRevenue FROM Contact WHERE Id = '${id ?? ''}'`,
    );
    expect(found.records).toEqual([
      {
        attributes: { type: 'Contact', url: `/services/data/v68.0/sobjects/Contact/${id ?? ''}` },
        Id: id,
        LastName: 'Hopper',
        Birthdate: '1906-12-09',
        DoNotCall: true,
        HasOptedOutOfEmail: false,
        CreatedDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/),
        Account: { attributes: expect.objectContaining({ type: 'Account' }), Name: 'Navy', AnnualRevenue: 12.5 },
      },
    ]);
    const parents = await connection.query(
      "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name = 'Navy'",
    );
    expect(parents.records).toMatchObject([
      { Contacts: { totalSize: 1, done: true, records: [{ LastName: 'Hopper' }] } },
    ]);
    const grouped = await connection.query('SELECT COUNT(Id) many, AccountId FROM Contact GROUP BY AccountId');
    expect(grouped.records).toMatchObject([
      { attributes: { type: 'AggregateResult' }, many: 1, AccountId: account.id },
    ]);
    expect(await connection.sobject('Contact').retrieve(id ?? '')).toMatchObject({
      LastName: 'Hopper',
      OwnerId: expect.any(String),
    });
  });

  it('refuses with the code that the interface has for it', async () => {
    await expect(connection.query('SELECT Nothing FROM Lead')).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
    await expect(connection.query('SELECT Id FROM Nothing')).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' });
    await expect(connection.query('SELECT FROM Lead')).rejects.toMatchObject({ errorCode: 'MALFORMED_QUERY' });
    const leads = connection.sobject('Lead');
    const nobody = '00Q000000009999';
    await expect(leads.update({ Id: nobody, LastName: 'X' })).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    await expect(leads.destroy(nobody)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    await expect(leads.create({ Company: 'No name' })).rejects.toMatchObject({ errorCode: 'REQUIRED_FIELD_MISSING' });
    await expect(leads.create({ LastName: 'Bad', Company: 'Bad', OwnerId: 'x' })).rejects.toMatchObject({
      errorCode: 'MALFORMED_ID',
    });
  });

  it('runs triggers, and keeps of a collection what they allow', async () => {
    const records = ['Good', 'Forbidden', 'Better'].map((LastName) => ({ LastName, Company: 'Collected' }));
    const results = await connection.sobject('Lead').create(records);
    expect(results).toMatchObject([
      { success: true },
      {
        success: false,
        errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not this one', fields: ['LastName'] }],
      },
      { success: true },
    ]);
    const { records: found } = await connection.query(
      "SELECT LastName, CreatedBy.Username FROM Lead WHERE Company = 'Collected' ORDER BY LastName",
    );
    expect(found).toMatchObject([{ LastName: 'Better', CreatedBy: { Username: username } }, { LastName: 'Good' }]);
  });

  it('undoes all of a composite request where one part fails', async () => {
    const url = '/services/data/v68.0/sobjects/Lead';
    const body = (LastName: string) => ({ LastName, Company: 'Composed' });
    const compositeRequest = [
      { method: 'POST', url, referenceId: 'one', body: body('One') },
      { method: 'POST', url, referenceId: 'two', body: body('Forbidden') },
    ];
    await connection.requestPost('/composite', { allOrNone: true, compositeRequest });
    const { totalSize } = await connection.query("SELECT COUNT() FROM Lead WHERE Company = 'Composed'");
    expect(totalSize).toBe(0);
    await connection.requestPost('/composite', { allOrNone: false, compositeRequest });
    expect((await connection.query("SELECT COUNT() FROM Lead WHERE Company = 'Composed'")).totalSize).toBe(1);
  });

  it('undoes a tree within a composite request of which another part fails', async () => {
    const base = '/services/data/v68.0';
    const records = [{ attributes: { type: 'Account', referenceId: 'a' }, Name: 'Nested tree' }];
    const compositeRequest = [
      { method: 'POST', url: `${base}/composite/tree/Account`, referenceId: 'tree', body: { records } },
      { method: 'POST', url: `${base}/sobjects/Lead`, referenceId: 'bad', body: {} },
    ];
    await connection.requestPost('/composite', { allOrNone: true, compositeRequest });
    expect((await connection.query("SELECT COUNT() FROM Account WHERE Name = 'Nested tree'")).totalSize).toBe(0);
  });

  it('holds no lock on a record after a composite request', async () => {
    const { id = '' } = await connection.sobject('Lead').create({ LastName: 'Locked', Company: 'Locked' });
    const url = `/services/data/v68.0/sobjects/Lead/${id}`;
    const compositeRequest = [
      { method: 'PATCH', url, referenceId: 'one', body: { Company: 'Changed' } },
      {
        method: 'GET',
        url: `/services/data/v68.0/query?q=SELECT Id FROM Lead WHERE Id = '${id}' FOR UPDATE`,
        referenceId: 'two',
      },
    ];
    await connection.requestPost('/composite', { allOrNone: true, compositeRequest });
    expect(await connection.sobject('Lead').update({ Id: id, Company: 'Again' })).toMatchObject({ success: true });
  });

  it('keeps deleted records for queries of the recycle bin', async () => {
    const { id } = await connection.sobject('Lead').create({ LastName: 'Gone', Company: 'Gone' });
    await connection.sobject('Lead').destroy(id ?? '');
    await expect(connection.sobject('Lead').retrieve(id ?? '')).rejects.toMatchObject({
      errorCode: 'ENTITY_IS_DELETED',
    });
    const text = "SELECT Id, IsDeleted FROM Lead WHERE Company = 'Gone'";
    expect((await connection.query(text)).totalSize).toBe(0);
    expect((await connection.query(text, { scanAll: true })).records).toMatchObject([{ Id: id, IsDeleted: true }]);
  });

  it('takes a thousand rows from a bulk job, 200 to a trigger', async () => {
    const input = Array.from({ length: 1_000 }, (_, index) => ({
      LastName: index % 250 === 9 ? 'Forbidden' : `Row ${String(index)}`,
      Company: 'Bulk',
      NumberOfEmployees: String(index),
    }));
    const results = await connection.bulk2.loadAndWaitForResults({ object: 'Lead', operation: 'insert', input });
    expect([results.successfulResults.length, results.failedResults.length]).toEqual([996, 4]);
    expect(results.failedResults[0]?.sf__Error).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION:Not this one:LastName --');
    const stream = await connection.bulk2.query(
      "SELECT Id, NumberOfEmployees FROM Lead WHERE Company = 'Bulk' ORDER BY NumberOfEmployees",
    );
    const rows = (await stream.toArray()) as { NumberOfEmployees: string }[];
    expect([rows.length, rows[9]?.NumberOfEmployees]).toEqual([996, '10']);
  });
});

describe('Apex behind HTTP', () => {
  it('answers as a REST resource', async () => {
    expect(await connection.apex.get('/leads/1?q=why')).toEqual({ address: '/leads/1', user: username });
    const made = await connection.apex.post('/leads/', { lastName: 'Posted', employees: 7 });
    expect(made).toBeDefined();
    const { records } = await connection.query("SELECT NumberOfEmployees FROM Lead WHERE LastName = 'Posted'");
    expect(records).toMatchObject([{ NumberOfEmployees: 7 }]);
    await expect(connection.apex.put('/leads/1', {})).rejects.toMatchObject({ errorCode: 'METHOD_NOT_ALLOWED' });
    await expect(connection.apex.get('/nothing')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  });

  it('undoes what a resource did that throws', async () => {
    // Clients try again after a 500, so this request is made by hand.
    const headers = { authorization: `Bearer ${connection.accessToken ?? ''}` };
    const answer = await fetch(`${started.url}/services/apexrest/leads/1`, { method: 'DELETE', headers });
    expect([answer.status, await answer.json()]).toEqual([
      500,
      [
        {
          errorCode: 'APEX_ERROR',
          message: expect.stringMatching(
            /^System\.NullPointerException: [^]*\n\nClass\.Leads\.fail: line 18, column 1/,
          ),
        },
      ],
    ]);
    expect((await connection.query("SELECT COUNT() FROM Lead WHERE LastName = 'Lost'")).totalSize).toBe(0);
  });

  it('runs as an invocable action', async () => {
    const address = '/actions/custom/apex/ScoreLead';
    expect(await connection.requestGet(address)).toMatchObject({
      label: 'Score a lead',
      inputs: [{ name: 'employees', label: 'Employees', type: 'INTEGER', required: true }],
      outputs: [{ name: 'score' }],
    });
    const answer = await connection.requestPost(address, { inputs: [{ employees: 2 }, { employees: 5 }] });
    expect(answer).toMatchObject([
      { isSuccess: true, outputValues: { score: 50 } },
      { isSuccess: true, outputValues: { score: 20 } },
    ]);
    await expect(connection.requestPost(address, { inputs: [{ employees: 0 }] })).rejects.toThrow(
      'An Apex error occurred: System.MathException: Divide by 0',
    );
  });

  it('runs as anonymous Apex', async () => {
    const { tooling } = connection;
    const good = await tooling.executeAnonymous("insert new Lead(LastName = 'Anonymous', Company = 'A');");
    expect(good).toMatchObject({ compiled: true, success: true });
    expect((await connection.query("SELECT COUNT() FROM Lead WHERE LastName = 'Anonymous'")).totalSize).toBe(1);
    expect(await tooling.executeAnonymous('Integer x = 1 / 0;')).toMatchObject({
      success: false,
      exceptionMessage: 'System.MathException: Divide by 0',
    });
    expect(await tooling.executeAnonymous('nothing();')).toMatchObject({ compiled: false, line: 1 });
  });
});
