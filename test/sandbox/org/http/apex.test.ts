import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveSmallOrg, type Served } from './served-org.ts';

let served: Served;
beforeAll(async () => {
  served = await serveSmallOrg();
});
afterAll(() => served.close());

describe('an Apex REST resource', () => {
  it('answers with what its class gives, unchanged', async () => {
    const got = await served.connection.apex.get<object>('/leads/x%20y?q=a+b');
    expect(got).toEqual({ asked: 'a b', got: '' });
    const { status, headers, body } = await served.ask('/services/apexrest/leads/1', {
      method: 'POST',
      body: '{"a":1}',
    });
    expect([status, headers.get('x-answer'), body]).toEqual([201, 'yes', { asked: null, got: '{"a":1}' }]);
    expect(served.org.apexRequests).toEqual([
      { method: 'GET', path: '/leads/x y', body: '' },
      { method: 'POST', path: '/leads/1', body: '{"a":1}' },
    ]);
  });

  it('is not found where no class has its address', async () => {
    await expect(served.connection.apex.get('/nothing')).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
      message: 'Could not find a match for URL',
    });
  });
});

describe('an invocable action', () => {
  it('is described and run for each input', async () => {
    const address = '/actions/custom/apex/Score';
    expect(await served.connection.requestGet(address)).toMatchObject({
      name: 'Score',
      type: 'APEX',
      inputs: [{ name: 'leadId', required: true }],
    });
    expect(
      await served.connection.requestPost(address, { inputs: [{ leadId: '00Q' }, { leadId: '00Q' }] }),
    ).toMatchObject([
      { actionName: 'Score', isSuccess: true, errors: null, outputValues: { score: 80 } },
      { isSuccess: true },
    ]);
    const { status, body } = await served.ask(`/services/data/v68.0${address}`, {
      method: 'POST',
      body: '{"inputs":[{}]}',
    });
    expect([status, body]).toEqual([
      400,
      [
        expect.objectContaining({
          isSuccess: false,
          errors: [expect.objectContaining({ statusCode: 'REQUIRED_FIELD_MISSING' })],
        }),
      ],
    ]);
  });
});

describe('anonymous Apex', () => {
  it('says whether it compiled and ran', async () => {
    const { tooling } = served.connection;
    expect(await tooling.executeAnonymous('Integer one = 1;')).toMatchObject({ compiled: true, success: true });
    expect(await tooling.executeAnonymous('Integer one')).toMatchObject({
      compiled: false,
      success: false,
      compileProblem: "Missing ';'",
    });
  });

  it('stands beside queries of the tooling API', async () => {
    expect(await served.connection.tooling.query('SELECT Id FROM Account')).toMatchObject({ totalSize: 0, done: true });
  });
});
