import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveSmallOrg, type Served } from './served-org.ts';

let served: Served;
beforeAll(async () => {
  served = await serveSmallOrg();
  const rows = Array.from({ length: 4_500 }, (_, index) => ({
    objectName: 'Lead',
    id: null,
    fields: { LastName: `Lead ${String(index)}` },
  }));
  const options = { autoAssign: true, duplicateRule: null };
  const user = served.org.authenticate(served.org.session);
  if (user !== null) {
    served.org.change(user, { operation: 'insert', rows, allOrNone: true, externalIdField: null, options });
  }
});
afterAll(() => served.close());

describe('a query', () => {
  it('is read page by page', async () => {
    const { connection } = served;
    const first = await connection.query('SELECT Id, LastName FROM Lead');
    expect([first.totalSize, first.done, first.records.length]).toEqual([4_500, false, 2_000]);
    const rest = await connection.queryMore(first.nextRecordsUrl ?? '');
    expect([rest.done, rest.records.length, rest.records[0]?.LastName]).toEqual([false, 2_000, 'Lead 2000']);
  });

  it('is read to its end by a client that fetches on', async () => {
    const result = await served.connection.query('SELECT Id FROM Lead', { autoFetch: true, maxFetch: 10_000 });
    expect(result.records).toHaveLength(4_500);
    expect(new Set(result.records.map((each) => each.Id)).size).toBe(4_500);
  });

  it('has smaller pages where the caller asks for them', async () => {
    const { body } = await served.ask('/services/data/v60.0/query?q=SELECT+Id+FROM+Lead', {
      headers: { 'Sforce-Query-Options': 'batchSize=250' },
    });
    expect(body).toMatchObject({
      done: false,
      nextRecordsUrl: expect.stringMatching(/^\/services\/data\/v60\.0\/query\/01g\w{15}-250$/),
    });
    expect((body as { records: unknown[] }).records).toHaveLength(250);
  });

  it('counts', async () => {
    const { body } = await served.ask('/services/data/v60.0/query?q=SELECT+COUNT()+FROM+Lead');
    expect(body).toEqual({ totalSize: 4_500, done: true, records: [] });
  });

  it('is refused with a code that says why', async () => {
    await expect(served.connection.query('SELEKT Id FROM Lead')).rejects.toMatchObject({
      errorCode: 'MALFORMED_QUERY',
    });
    await expect(served.connection.query('SELECT Id FROM Nothing')).rejects.toMatchObject({
      errorCode: 'INVALID_TYPE',
    });
    await expect(served.connection.queryMore('01g000000000999AAA-2000')).rejects.toMatchObject({
      errorCode: 'INVALID_QUERY_LOCATOR',
    });
  });
});
