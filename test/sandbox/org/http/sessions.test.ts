import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Connection } from 'jsforce';
import { serveSmallOrg, type Served } from './served-org.ts';

let served: Served;
beforeAll(async () => {
  served = await serveSmallOrg();
});
afterAll(() => served.close());

describe('a session', () => {
  it('begins with name and password and ends with its revocation', async () => {
    const oauth2 = { loginUrl: served.url, clientId: 'client', clientSecret: 'secret' };
    const connection = new Connection({ oauth2, version: '68.0' });
    const user = await connection.login('ada@example.com', 'difference engine');
    expect(user).toMatchObject({ id: '005000000000001AAA', organizationId: '00D000000000001EAA' });
    const token = connection.accessToken ?? '';
    expect((await connection.query('SELECT COUNT() FROM Lead')).totalSize).toBe(0);
    await connection.logout();
    const { status } = await served.ask('/services/data/v68.0/limits', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(status).toBe(401);
  });

  it('is refreshed when it is over', async () => {
    const oauth2 = { loginUrl: served.url, clientId: 'client' };
    const accessToken = '00D000000000001!over';
    const connection = new Connection({
      oauth2,
      instanceUrl: served.url,
      accessToken,
      refreshToken: '5Aep861.ada',
      version: '68.0',
    });
    expect((await connection.query('SELECT COUNT() FROM Lead')).totalSize).toBe(0);
    expect(connection.accessToken).not.toBe(accessToken);
  });

  it('is not given for a wrong password', async () => {
    const body = new URLSearchParams({
      grant_type: 'password',
      client_id: 'c',
      username: 'ada@example.com',
      password: 'no',
    });
    const answer = await fetch(`${served.url}/services/oauth2/token`, { method: 'POST', body });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: 'invalid_grant', error_description: 'authentication failure' },
    ]);
  });

  it('says whose it is', async () => {
    const identity = await served.connection.identity();
    expect(identity).toMatchObject({
      username: 'ada@example.com',
      display_name: 'Ada Lovelace',
      timezone: 'Europe/London',
    });
    const { body } = await served.ask('/services/oauth2/userinfo');
    expect(body).toMatchObject({ preferred_username: 'ada@example.com', organization_id: '00D000000000001EAA' });
    const stranger = await served.ask('/services/oauth2/userinfo', { headers: { authorization: 'Bearer 00D!no' } });
    expect([stranger.status, stranger.body]).toEqual([403, 'Bad_OAuth_Token']);
  });

  it('is needed for everything but the list of versions', async () => {
    const versions = (await (await fetch(`${served.url}/services/data`)).json()) as {
      version: string;
      label: string;
    }[];
    expect([versions[0], versions.at(-1)]).toMatchObject([
      { label: "Winter '21", version: '50.0' },
      { label: "Winter '27", version: '68.0', url: '/services/data/v68.0' },
    ]);
    const answer = await fetch(`${served.url}/services/data/v68.0/sobjects`);
    expect([answer.status, await answer.json()]).toEqual([
      401,
      [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
    ]);
  });
});

describe('the limit of calls in a day', () => {
  it('is told with every answer and ends the calls when it is reached', async () => {
    const few = await serveSmallOrg({ dailyRequests: 2 });
    const { headers } = await few.ask('/services/data/v68.0/limits');
    expect(headers.get('sforce-limit-info')).toBe('api-usage=1/2');
    const { body } = await few.ask('/services/data/v68.0/limits');
    expect(body).toMatchObject({ DailyApiRequests: { Max: 2, Remaining: 0 } });
    const refused = await few.ask('/services/data/v68.0/limits');
    expect([refused.status, refused.body]).toEqual([
      403,
      [expect.objectContaining({ errorCode: 'REQUEST_LIMIT_EXCEEDED' })],
    ]);
    await few.close();
  });
});
