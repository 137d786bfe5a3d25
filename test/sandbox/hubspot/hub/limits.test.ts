import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Client } from '@hubspot/api-client';
import { appMetadata } from './sample-app.ts';
import { bodyOf, startHubWithApp, type HubWithApp } from './hub-with-app.ts';

let now = Date.UTC(2026, 10, 20, 9);
let hub: HubWithApp;
let token: string;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 20, 9);
  hub = await startHubWithApp('pro', { now: () => now });
  token = (await hub.connect()).access_token;
});
afterEach(() => hub.close());

const contacts = '/crm/v3/objects/contacts';
const read = (): Promise<Response> => hub.call('GET', contacts, token);
const search = (): Promise<Response> => hub.call('POST', `${contacts}/search`, token, { filterGroups: [], limit: 1 });
const statusesOf = (answers: readonly Response[]): number[] => answers.map(({ status }) => status);

test('an app of the marketplace makes 110 calls in any ten seconds, and the next when the first is ten seconds old', async () => {
  for (let call = 0; call < 110; call += 1) {
    if (call === 60) now += 6000;
    expect((await read()).status).toBe(200);
  }
  const refused = await read();
  expect(refused.status).toBe(429);
  expect(await bodyOf(refused)).toMatchObject({
    status: 'error',
    errorType: 'RATE_LIMIT',
    policyName: 'TEN_SECONDLY_ROLLING',
    message: 'You have reached your ten_secondly_rolling limit.',
  });
  now += 3999;
  expect((await read()).status).toBe(429);
  now += 1;
  expect((await read()).status).toBe(200);
  expect(hub.hubSpot.limits.counters.read(hub.app.appId, hub.portal.portalId)).toMatchObject({
    calls: 113,
    limited: 2,
    mostInTenSeconds: 112,
  });
});

test('every answer says how many calls are left', async () => {
  await read();
  const { headers } = await read();
  expect(headers.get('x-hubspot-ratelimit-max')).toBe('110');
  expect(headers.get('x-hubspot-ratelimit-remaining')).toBe('108');
  expect(headers.get('x-hubspot-ratelimit-interval-milliseconds')).toBe('10000');
  expect(headers.get('x-hubspot-ratelimit-daily')).toBeNull();
});

test('five searches a second are let through, beside the other calls and without a word of limits', async () => {
  const answers = [];
  for (let call = 0; call < 6; call += 1) answers.push(await search());
  expect(statusesOf(answers)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(answers[0]!.headers.get('x-hubspot-ratelimit-max')).toBeNull();
  expect(await bodyOf(answers[5]!)).toMatchObject({
    policyName: 'SECONDLY',
    message: 'You have reached your secondly limit.',
  });
  expect((await read()).headers.get('x-hubspot-ratelimit-remaining')).toBe('109');
  now += 1000;
  expect((await search()).status).toBe(200);
});

test('portals do not share the ten seconds of an app', async () => {
  hub.hubSpot.limits.set({ perTenSeconds: 1 });
  const other = hub.hubSpot.addPortal({
    tier: 'pro',
    users: [{ firstName: 'C', lastName: 'D', email: 'c@example.com' }],
  });
  const { url } = await hub.hubSpot.install(other.portalId, hub.app.appId);
  const answer = await hub.post('/oauth/v1/token', {
    client_id: hub.app.clientId,
    client_secret: hub.app.clientSecret,
    grant_type: 'authorization_code',
    redirect_uri: hub.app.redirectUrls[0]!,
    code: new URL(url).searchParams.get('code')!,
  });
  const otherToken = String((await bodyOf(answer))['access_token']);
  expect(statusesOf([await read(), await read(), await hub.call('GET', contacts, otherToken)])).toEqual([
    200, 429, 200,
  ]);
});

test('a private app has a number of calls a day, which begins at midnight where the portal is', async () => {
  const { auth, ...config } = (appMetadata() as { config: { auth: object } }).config;
  hub.sample.write('src/app/app-hsmeta.json', {
    ...appMetadata(),
    config: {
      ...config,
      distribution: 'private',
      auth: { type: 'static', requiredScopes: ['oauth', 'crm.objects.contacts.read'] },
    },
  });
  expect(auth).toBeDefined();
  const app = hub.hubSpot.uploadProject(hub.sample.folder, hub.sample.variables);
  const portal = hub.hubSpot.addPortal({
    tier: 'starter',
    timeZone: 'America/New_York',
    users: [{ firstName: 'C', lastName: 'D', email: 'c@example.com' }],
  });
  const { accessToken } = await hub.hubSpot.install(portal.portalId, app.appId);
  hub.hubSpot.limits.set({ perDay: 2 });
  const call = (): Promise<Response> => hub.call('GET', contacts, accessToken!);
  const first = await call();
  expect(first.headers.get('x-hubspot-ratelimit-max')).toBe('100');
  expect(first.headers.get('x-hubspot-ratelimit-daily-remaining')).toBe('1');
  await call();
  expect(await bodyOf(await call())).toMatchObject({ policyName: 'DAILY' });
  now = Date.UTC(2026, 10, 21, 4, 59);
  expect((await call()).status).toBe(429);
  now = Date.UTC(2026, 10, 21, 5, 0);
  expect((await call()).status).toBe(200);
});

test('without enforcement everything is let through and still counted, by kind', async () => {
  hub.hubSpot.limits.set({ isEnforced: false, perTenSeconds: 1 });
  expect(statusesOf([await read(), await read(), await read()])).toEqual([200, 200, 200]);
  const count = hub.hubSpot.limits.counters.read(hub.app.appId, hub.portal.portalId);
  expect(count.limited).toBe(0);
  expect([...count.byKind.values()]).toEqual([3]);
  expect([...count.byStatus]).toEqual([[200, 3]]);
});

test('HubSpot’s own client takes the refusal of a search for what it is and tries again', async () => {
  // It says on the console that it tries again.
  const said = jest.spyOn(console, 'error').mockReturnValue(undefined);
  hub.hubSpot.limits.set({ searchesPerSecond: 1 });
  const client = new Client({ accessToken: token, basePath: hub.hubSpot.url, numberOfApiCallRetries: 2 });
  await search();
  const forward = setTimeout(() => (now += 1000), 300);
  const found = await client.crm.contacts.searchApi.doSearch({ filterGroups: [], limit: 1 });
  clearTimeout(forward);
  said.mockRestore();
  expect(found.total).toBe(0);
  expect(hub.hubSpot.limits.counters.read(hub.app.appId, hub.portal.portalId)).toMatchObject({
    searches: 3,
    limited: 1,
  });
});
