import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveSmallOrg, type Served } from './served-org.ts';

let served: Served;
beforeAll(async () => {
  served = await serveSmallOrg();
  served.connection.bulk2.pollInterval = 5;
  served.connection.bulk2.pollTimeout = 10_000;
});
afterAll(() => served.close());

const jobs = '/services/data/v68.0/jobs';

/** Makes a job of one's own, closed with its data, and waits for its end. */
async function runJob(description: object, data: string): Promise<Record<string, unknown>> {
  const { body } = await served.ask(`${jobs}/ingest`, { method: 'POST', body: JSON.stringify(description) });
  const address = `${jobs}/ingest/${(body as { id: string }).id}`;
  await served.ask(`${address}/batches`, { method: 'PUT', body: data, headers: { 'content-type': 'text/csv' } });
  await served.ask(address, { method: 'PATCH', body: '{"state":"UploadComplete"}' });
  for (;;) {
    const { body: job } = await served.ask(address);
    const { state } = job as { state: string };
    if (state !== 'UploadComplete' && state !== 'InProgress') {
      return { ...(job as object), address };
    }
  }
}

describe('a job that brings records', () => {
  it('saves a thousand rows in chunks of 200 and says what became of each', async () => {
    served.org.requests.length = 0;
    const input = Array.from({ length: 1_000 }, (_, index) => ({
      LastName: index % 100 === 3 ? '' : `Bulk "${String(index)}", a lead`,
      NumberOfEmployees: index % 100 === 4 ? 'many' : String(index),
      IsWarm__c: 'Yes',
    }));
    const results = await served.connection.bulk2.loadAndWaitForResults({ object: 'Lead', operation: 'insert', input });
    expect(results.successfulResults).toHaveLength(980);
    expect(results.successfulResults[0]).toMatchObject({ sf__Created: 'true', LastName: 'Bulk "0", a lead' });
    expect(results.failedResults.map((each) => each.sf__Error).slice(0, 2)).toEqual([
      'REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --',
      'INVALID_TYPE_ON_FIELD_IN_RECORD:NumberOfEmployees: value not of required type: many:NumberOfEmployees --',
    ]);
    expect(results.failedResults).toHaveLength(20);
    expect(results.unprocessedRecords).toHaveLength(0);
    expect(served.org.requests.map((each) => each.rows.length)).toEqual([198, 198, 198, 198, 198]);
    expect(served.org.requests[0]?.rows[0]?.fields.IsWarm__c).toBe(true);
  });

  it('upserts by an external id, sets null with #N/A and leaves alone what is empty', async () => {
    const description = {
      object: 'Lead',
      operation: 'upsert',
      externalIdFieldName: 'Number__c',
      columnDelimiter: 'PIPE',
      lineEnding: 'CRLF',
    };
    const first = await runJob(description, 'Number__c|LastName|Company\r\nB1|One|"A\r\nB"\r\nB2|Two|C\r\n');
    expect(first).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 0 });
    const second = await runJob(description, 'Number__c|LastName|Company\r\nB1||\r\nB2|Zwei|#N/A\r\n');
    const { body } = await served.ask(`${second.address as string}/successfulResults`);
    expect((body as string).split('\r\n').slice(0, 2)).toEqual([
      '"sf__Id"|"sf__Created"|"Number__c"|"LastName"|"Company"',
      expect.stringMatching(/^"00Q\w{15}"\|"false"\|"B1"\|""\|""$/),
    ]);
    const { records } = await served.connection.query(
      "SELECT LastName, Company FROM Lead WHERE Number__c IN ('B1', 'B2')",
    );
    expect(records).toMatchObject([
      { LastName: 'One', Company: 'A\r\nB' },
      { LastName: 'Zwei', Company: null },
    ]);
  });

  it('reads a parent by its external id, and deletes by Id', async () => {
    await served.connection.sobject('Account').create({ Name: 'Parent', Number__c: 'P7' });
    const made = await runJob({ object: 'Contact', operation: 'insert' }, 'LastName,Account.Number__c\nChild,P7\n');
    expect(made).toMatchObject({ numberRecordsFailed: 0 });
    const { records } = await served.connection.query("SELECT Id, Account.Name FROM Contact WHERE LastName = 'Child'");
    expect(records).toMatchObject([{ Account: { Name: 'Parent' } }]);
    const gone = await runJob({ object: 'Contact', operation: 'delete' }, `Id\n${records[0]?.Id ?? ''}\n`);
    expect(gone).toMatchObject({ state: 'JobComplete', numberRecordsFailed: 0 });
  });

  it('fails where the data is not what was announced', async () => {
    const description = { object: 'Lead', operation: 'insert' };
    expect(await runJob(description, 'LastName\r\nA\r\n')).toMatchObject({
      state: 'Failed',
      errorMessage: 'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF',
    });
    const unknown = await runJob(description, 'LastName,Nothing__c\nA,1\n');
    expect(unknown).toMatchObject({
      state: 'Failed',
      errorMessage: 'InvalidBatch : Field name not found : Nothing__c',
    });
    const { body } = await served.ask(`${unknown.address as string}/unprocessedrecords`);
    expect(body).toBe('"LastName","Nothing__c"\n"A","1"\n');
  });

  it('is refused, aborted and deleted as its state allows', async () => {
    const bad = await served.ask(`${jobs}/ingest`, { method: 'POST', body: '{"object":"Lead","operation":"upsert"}' });
    expect([bad.status, bad.body]).toEqual([400, [expect.objectContaining({ errorCode: 'INVALIDJOB' })]]);
    const job = served.connection.bulk2.createJob({ object: 'Lead', operation: 'insert' });
    const { id } = await job.open();
    expect(await served.ask(`${jobs}/ingest/${id}/failedResults`)).toMatchObject({ status: 400 });
    expect(await served.ask(`${jobs}/ingest/${id}`, { method: 'DELETE' })).toMatchObject({ status: 400 });
    await job.abort();
    await job.delete();
    expect(await served.ask(`${jobs}/ingest/${id}`)).toMatchObject({ status: 404 });
  });
});

describe('a job that asks for records', () => {
  it('gives them as records, with the fields of parents', async () => {
    await served.connection.sobject('Account').create({ Name: 'Asked, Inc', Number__c: 'Q1' });
    await served.connection.sobject('Contact').create({ LastName: 'Asked', Account: { Number__c: 'Q1' } });
    const stream = await served.connection.bulk2.query(
      "SELECT Id, LastName, Account.Name FROM Contact WHERE LastName = 'Asked'",
    );
    expect(await stream.toArray()).toMatchObject([{ LastName: 'Asked', 'Account.Name': 'Asked, Inc' }]);
  });

  it('gives them page by page', async () => {
    const description = JSON.stringify({ operation: 'query', query: 'SELECT Id FROM Lead' });
    const { body } = await served.ask(`${jobs}/query`, { method: 'POST', body: description });
    const address = `${jobs}/query/${(body as { id: string }).id}`;
    let job: unknown;
    do {
      job = (await served.ask(address)).body;
    } while ((job as { state: string }).state !== 'JobComplete');
    const total = (job as { numberRecordsProcessed: number }).numberRecordsProcessed;
    const sizes: number[] = [];
    let locator = '';
    do {
      const { headers } = await served.ask(
        `${address}/results?maxRecords=600${locator === '' ? '' : `&locator=${locator}`}`,
      );
      sizes.push(Number(headers.get('sforce-numberofrecords')));
      locator = headers.get('sforce-locator') ?? '';
    } while (locator !== 'null');
    expect(sizes).toEqual([600, total - 600]);
  });

  it('is refused where the platform documents that it is', async () => {
    const body = JSON.stringify({ operation: 'query', query: 'SELECT COUNT(Id) FROM Lead' });
    const refused = await served.ask(`${jobs}/query`, { method: 'POST', body });
    expect([refused.status, refused.body]).toEqual([400, [expect.objectContaining({ errorCode: 'API_ERROR' })]]);
  });
});
