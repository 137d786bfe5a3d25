import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveSmallOrg, type Served } from './served-org.ts';

let served: Served;
beforeAll(async () => {
  served = await serveSmallOrg();
});
afterAll(() => served.close());

const base = '/services/data/v68.0';

interface Composite {
  compositeResponse: { body: unknown; httpStatusCode: number; referenceId: string; httpHeaders: object }[];
}

function count(objectName: string): Promise<number> {
  return served.connection.query(`SELECT COUNT() FROM ${objectName}`).then((each) => each.totalSize);
}

describe('a composite request', () => {
  const account = {
    method: 'POST',
    url: `${base}/sobjects/Account`,
    referenceId: 'parent',
    body: { Name: 'Composed' },
  };

  it('hands the results of requests on to those that follow', async () => {
    const { compositeResponse } = await served.connection.requestPost<Composite>('/composite', {
      compositeRequest: [
        account,
        {
          method: 'POST',
          url: `${base}/sobjects/Contact`,
          referenceId: 'child',
          body: { LastName: 'C', AccountId: '@{parent.id}' },
        },
        {
          method: 'GET',
          url: `${base}/query?q=SELECT Id, AccountId FROM Contact WHERE Id = '@{child.id}'`,
          referenceId: 'found',
        },
        {
          method: 'GET',
          url: `${base}/sobjects/Account/@{found.records[0].AccountId}?fields=Name`,
          referenceId: 'again',
        },
      ],
    });
    expect(compositeResponse.map((each) => each.httpStatusCode)).toEqual([201, 201, 200, 200]);
    expect(compositeResponse[3]).toMatchObject({ referenceId: 'again', body: { Name: 'Composed' } });
    expect(compositeResponse[0]?.httpHeaders).toEqual({ Location: expect.stringMatching(/sobjects\/Account\/001/) });
  });

  it('goes on after a failure, but not with what depends on it', async () => {
    const { compositeResponse } = await served.connection.requestPost<Composite>('/composite', {
      compositeRequest: [
        { method: 'POST', url: `${base}/sobjects/Contact`, referenceId: 'bad', body: {} },
        { method: 'PATCH', url: `${base}/sobjects/Contact/@{bad.id}`, referenceId: 'lost', body: { LastName: 'X' } },
        { ...account, referenceId: 'good' },
      ],
    });
    expect(compositeResponse.map((each) => each.httpStatusCode)).toEqual([400, 400, 201]);
    expect(compositeResponse[1]?.body).toMatchObject([{ errorCode: 'PROCESSING_HALTED' }]);
  });

  it('keeps nothing of itself where all or none are wanted', async () => {
    const before = await count('Account');
    const { compositeResponse } = await served.connection.requestPost<Composite>('/composite', {
      allOrNone: true,
      compositeRequest: [account, { method: 'POST', url: `${base}/sobjects/Contact`, referenceId: 'bad', body: {} }],
    });
    expect(compositeResponse.map((each) => (each.body as { errorCode: string }[])[0]?.errorCode)).toEqual([
      'PROCESSING_HALTED',
      'REQUIRED_FIELD_MISSING',
    ]);
    expect(await count('Account')).toBe(before);
  });

  it('is refused with too many requests, or with the same reference twice', async () => {
    const compositeRequest = [account, account];
    await expect(served.connection.requestPost('/composite', { compositeRequest })).rejects.toMatchObject({
      errorCode: 'INVALID_INPUT',
    });
    const tooMany = Array.from({ length: 26 }, (_, index) => ({ ...account, referenceId: `r${String(index)}` }));
    await expect(served.connection.requestPost('/composite', { compositeRequest: tooMany })).rejects.toMatchObject({
      errorCode: 'LIMIT_EXCEEDED',
    });
  });
});

describe('a batch', () => {
  it('answers each request, and stops where it is told to', async () => {
    const batchRequests = [
      { method: 'GET', url: 'v68.0/limits' },
      { method: 'POST', url: 'v68.0/sobjects/Lead', richInput: {} },
      { method: 'GET', url: 'v68.0/sobjects/Lead/describe' },
    ];
    const statuses = async (haltOnError: boolean) => {
      const answer = await served.connection.requestPost<{ hasErrors: boolean; results: { statusCode: number }[] }>(
        '/composite/batch',
        { batchRequests, haltOnError },
      );
      return answer.results.map((each) => each.statusCode);
    };
    expect(await statuses(false)).toEqual([200, 400, 200]);
    expect(await statuses(true)).toEqual([200, 400, 412]);
  });
});

describe('a tree', () => {
  const tree = (lastName: string | null) => ({
    records: [
      {
        attributes: { type: 'Account', referenceId: 'a' },
        Name: 'Tree',
        Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'c' }, LastName: lastName }] },
      },
    ],
  });

  it('is planted with its children', async () => {
    const answer = await served.connection.requestPost<{ results: { id: string; referenceId: string }[] }>(
      '/composite/tree/Account',
      tree('Leaf'),
    );
    expect(answer).toMatchObject({ hasErrors: false, results: [{ referenceId: 'a' }, { referenceId: 'c' }] });
    const { records } = await served.connection.query("SELECT Account.Name FROM Contact WHERE LastName = 'Leaf'");
    expect(records).toMatchObject([{ Account: { Name: 'Tree' } }]);
  });

  it('is not planted at all where a part of it fails', async () => {
    const before = await count('Account');
    const { status, body } = await served.ask(`${base}/composite/tree/Account`, {
      method: 'POST',
      body: JSON.stringify(tree(null)),
    });
    expect([status, body]).toEqual([
      400,
      {
        hasErrors: true,
        results: [{ referenceId: 'c', errors: [expect.objectContaining({ statusCode: 'REQUIRED_FIELD_MISSING' })] }],
      },
    ]);
    expect(await count('Account')).toBe(before);
  });
});
