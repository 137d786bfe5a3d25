import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Signature } from '@hubspot/api-client';
import { decodeForSignature, signV3 } from '../../../../sandbox/hubspot/hub/signing/sign.ts';
import { startHubWithApp, type HubWithApp } from './hub-with-app.ts';

let hub: HubWithApp;
let userId: number;

beforeEach(async () => {
  hub = await startHubWithApp();
  await hub.connect();
  userId = hub.portal.users[1]!.userId;
});
afterEach(() => hub.close());

const ask = (path: string, request = {}) =>
  hub.hubSpot.uiFetch(hub.portal.portalId, userId, `${hub.sample.url}${path}`, request);

test('the backend learns who asks, in a signed address that a card cannot forge', async () => {
  hub.sample.answer = () => ({ status: 201, body: { owner: 'Ana' } });
  const answer = await ask('/card?portalId=1&what=a%20b', { method: 'POST', body: { id: 7 } });
  expect([answer.status, answer.ok, answer.json()]).toEqual([201, true, { owner: 'Ana' }]);
  const { method, url, body, headers } = hub.sample.requestsTo('/card')[0]!;
  expect([method, body]).toEqual(['POST', '{"id":7}']);
  expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
    what: 'a b',
    userId: String(userId),
    userEmail: 'ben.okafor@example.com',
    portalId: String(hub.portal.portalId),
    appId: String(hub.app.appId),
  });
  expect(url).toContain('userEmail=ben.okafor%40example.com');
  const timestamp = Number(headers['x-hubspot-request-timestamp']);
  const options = { url: decodeForSignature(url), requestBody: body, clientSecret: hub.app.clientSecret, timestamp };
  expect(headers['x-hubspot-signature-v3']).toBe(Signature.getSignature('POST', 'v3', { ...options, signature: '' }));
});

test('an address that the app does not name is not called', async () => {
  const elsewhere = hub.hubSpot.uiFetch(hub.portal.portalId, userId, 'http://127.0.0.1:9/x');
  await expect(elsewhere).rejects.toMatchObject({ code: 'UIF001' });
});

test('a backend that fails or breaks the connection is asked once more', async () => {
  let calls = 0;
  hub.sample.answer = () => {
    calls += 1;
    return calls === 1 ? { status: 502 } : calls === 3 ? null : { status: 200 };
  };
  expect((await ask('/card')).status).toBe(200);
  expect((await ask('/card')).status).toBe(200);
  expect(calls).toBe(4);
  hub.sample.answer = () => ({ status: 500 });
  expect((await ask('/down')).status).toBe(500);
  expect(hub.sample.requestsTo('/down')).toHaveLength(2);
  hub.sample.answer = () => ({ status: 404 });
  await ask('/missing');
  expect(hub.sample.requestsTo('/missing')).toHaveLength(1);
});

test('a backend that is too slow is given up after the time that the card allows', async () => {
  hub.sample.answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { status: 200 };
  };
  await expect(ask('/slow', { timeout: 50 })).rejects.toMatchObject({ code: 'UIF004' });
  expect(hub.sample.requestsTo('/slow')).toHaveLength(1);
});

test('more than a megabyte is sent neither way, and no more than twenty requests at once', async () => {
  const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
    asked.then(
      () => 'answered',
      (error: { code: string }) => error.code,
    );
  const large = 'x'.repeat(1_048_577);
  expect(await codeOf(ask('/card', { method: 'POST', body: large }))).toBe('UIF002');
  expect(hub.sample.requestsTo('/card')).toEqual([]);
  hub.sample.answer = () => ({ status: 200, body: large });
  expect(await codeOf(ask('/card'))).toBe('UIF002');
  hub.sample.answer = async () => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { status: 200 };
  };
  const answers = await Promise.allSettled(Array.from({ length: 21 }, () => ask('/card')));
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});

test('the third version of the signature is that of HubSpot’s published example', () => {
  const request = {
    method: 'POST',
    url: 'https://www.example.com/webhook_uri',
    body: "{'example_field':'example_value'}",
  };
  expect(signV3('yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy', request, 1_693_657_560_000)).toBe(
    'K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=',
  );
});

test('twelve signs are decoded before an address is signed, and no others', () => {
  expect(decodeForSignature('https://a.example/x?q=%3A%2f%3F%40%21%24%27%28%29%2A%2C%3B&z=%20%26%3D%2B%C3%A4')).toBe(
    "https://a.example/x?q=:/?@!$'()*,;&z=%20%26%3D%2B%C3%A4",
  );
});
