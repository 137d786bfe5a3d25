import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { appMetadata } from './sample-app.ts';
import { bodyOf, clientOf, startHubWithApp, type HubWithApp } from './hub-with-app.ts';

let now = Date.UTC(2026, 10, 20, 9);
let hub: HubWithApp;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 20, 9);
  hub = await startHubWithApp('pro', { now: () => now });
});
afterEach(() => hub.close());

const contacts = '/crm/v3/objects/contacts';

describe('the consent of a user', () => {
  test('the page lists what the app needs, and as choices only what the plan has', async () => {
    const page = await (await fetch(hub.hubSpot.installUrl(hub.app.appId))).text();
    expect(page).toContain('<code>crm.objects.contacts.write</code>');
    expect(page).toContain('name="granted" value="automation"');
    expect(page).not.toContain('value="crm.objects.custom.read"');
  });

  test('a browser that consents comes back to the app with a code and the state', async () => {
    const start = new URL(hub.hubSpot.installUrl(hub.app.appId));
    start.searchParams.set('state', 'a b&c');
    const { status, url } = await hub.hubSpot.install(hub.portal.portalId, hub.app.appId, { startUrl: start.href });
    expect(status).toBe(200);
    expect(url.startsWith(hub.app.redirectUrls[0]!)).toBe(true);
    expect(new URL(url).searchParams.get('state')).toBe('a b&c');
    expect(hub.sample.requestsTo('/oauth/callback')).toHaveLength(1);
  });

  test('cookies that the app set before the consent come back with the code', async () => {
    hub.sample.answer = ({ path }) =>
      path === '/install'
        ? {
            status: 302,
            headers: { location: `${hub.hubSpot.installUrl(hub.app.appId)}&state=s`, 'set-cookie': 'nonce=n1; Path=/' },
          }
        : { status: 200 };
    await hub.hubSpot.install(hub.portal.portalId, hub.app.appId, { startUrl: `${hub.sample.url}/install` });
    expect(hub.sample.requestsTo('/oauth/callback')[0]!.headers.cookie).toBe('nonce=n1');
  });

  test('with several accounts the user chooses one', async () => {
    hub.hubSpot.addPortal({ tier: 'free', users: [] });
    const page = await (await fetch(hub.hubSpot.installUrl(hub.app.appId))).text();
    expect(page).toContain('Portal 1001 (pro)');
    expect(page).toContain('Portal 1002 (free)');
    expect(page).not.toContain('Connect app');
  });

  test.each([
    ['another redirect URL', 'redirect_uri', 'https://elsewhere.example/', 'redirect URL'],
    ['a required scope left out', 'scope', 'oauth', 'lacks scopes'],
    ['a scope that the app does not have', 'optional_scope', 'tickets', 'settings lack'],
    ['an unknown client', 'client_id', 'nobody', 'client id'],
  ])('an address with %s shows why and leads nowhere', async (_what, name, value, words) => {
    const url = new URL(hub.hubSpot.installUrl(hub.app.appId));
    url.searchParams.set(name, value);
    const answer = await fetch(url, { redirect: 'manual' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(words);
  });

  test('a plan without a required scope cannot install the app', async () => {
    hub.sample.write(
      'src/app/app-hsmeta.json',
      appMetadata({ requiredScopes: ['oauth', 'crm.objects.custom.read'], optionalScopes: [] }),
    );
    const app = hub.hubSpot.uploadProject(hub.sample.folder, hub.sample.variables);
    expect(app.appId).toBe(hub.app.appId);
    const outcome = await hub.hubSpot.install(hub.portal.portalId, app.appId);
    expect(outcome.status).toBe(403);
    expect(outcome.text).toContain('crm.objects.custom.read');
    expect(hub.hubSpot.isInstalled(hub.portal.portalId, app.appId)).toBe(false);
  });

  test('a user who does not consent comes back with an error', async () => {
    const form = new URLSearchParams(new URL(hub.hubSpot.installUrl(hub.app.appId)).searchParams);
    form.set('portalId', String(hub.portal.portalId));
    form.set('decision', 'deny');
    const answer = await fetch(`${hub.hubSpot.url}/oauth/authorize`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    expect(new URL(answer.headers.get('location')!).searchParams.get('error')).toBe('access_denied');
  });

  test('optional scopes that the user leaves out are not granted', async () => {
    const { url } = await hub.hubSpot.install(hub.portal.portalId, hub.app.appId, { optionalScopes: [] });
    const answer = await hub.post('/oauth/2026-03/token', {
      ...clientOf(hub.app),
      grant_type: 'authorization_code',
      redirect_uri: hub.app.redirectUrls[0]!,
      code: new URL(url).searchParams.get('code')!,
    });
    const { scopes } = (await bodyOf(answer)) as { scopes: string[] };
    expect(scopes).toContain('files');
    expect(scopes).not.toContain('automation');
  });
});

describe('the token endpoints', () => {
  const grant = (changes: Record<string, string> = {}, path = '/oauth/2026-09/token'): Promise<Response> =>
    hub.post(path, {
      ...clientOf(hub.app),
      grant_type: 'authorization_code',
      redirect_uri: hub.app.redirectUrls[0]!,
      ...changes,
    });
  const install = async (): Promise<string> => {
    const { url } = await hub.hubSpot.install(hub.portal.portalId, hub.app.appId);
    return new URL(url).searchParams.get('code')!;
  };

  test('a code gives tokens once, and what they are for', async () => {
    const code = await install();
    const answer = await grant({ code });
    expect(answer.status).toBe(200);
    const tokens = await bodyOf(answer);
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 1800, hub_id: hub.portal.portalId });
    expect(String(tokens['access_token']).length).toBeLessThanOrEqual(300);
    const again = await grant({ code });
    expect(again.status).toBe(400);
    expect(await bodyOf(again)).toMatchObject({ status: 'BAD_AUTH_CODE', error: 'invalid_grant' });
  });

  test.each([
    ['BAD_AUTH_CODE', { code: 'nothing' }],
    ['BAD_CLIENT_SECRET', { client_secret: 'wrong' }],
    ['BAD_CLIENT_ID', { client_id: 'wrong' }],
    ['BAD_REDIRECT_URI', { redirect_uri: 'https://elsewhere.example/' }],
    ['BAD_GRANT_TYPE', { grant_type: 'password' }],
    ['BAD_REFRESH_TOKEN', { grant_type: 'refresh_token', refresh_token: 'nothing' }],
  ])('%s is what it says of a wrong request', async (status, changes) => {
    const code = await install();
    const answer = await grant({ code, ...changes });
    expect(answer.status).toBe(400);
    expect(await bodyOf(answer)).toMatchObject({ status, correlationId: expect.any(String) });
  });

  test('a code that is old is refused', async () => {
    const code = await install();
    now += 5 * 60_000;
    expect(await bodyOf(await grant({ code }))).toMatchObject({ status: 'EXPIRED_AUTH_CODE' });
  });

  test('the first version answers without the portal, and takes forms only', async () => {
    const code = await install();
    expect(Object.keys(await bodyOf(await grant({ code }, '/oauth/v1/token'))).toSorted()).toEqual([
      'access_token',
      'expires_in',
      'refresh_token',
      'token_type',
    ]);
    const json = await fetch(`${hub.hubSpot.url}/oauth/v1/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(json.status).toBe(415);
  });

  test('an access token lives half an hour; the refresh token gives another and stays', async () => {
    const { access_token, refresh_token } = await hub.connect();
    expect((await hub.call('GET', contacts, access_token)).status).toBe(200);
    now += 1800_000 + 3000;
    const expired = await hub.call('GET', contacts, access_token);
    expect(expired.status).toBe(401);
    expect(await bodyOf(expired)).toMatchObject({
      status: 'error',
      category: 'EXPIRED_AUTHENTICATION',
      message: 'The OAuth token used to make this call expired 3 second(s) ago.',
      context: { 'expire time': ['2026-11-20T09:30:00.000Z'] },
    });
    const fresh = await bodyOf(
      await hub.post('/oauth/v1/token', { ...clientOf(hub.app), grant_type: 'refresh_token', refresh_token }),
    );
    expect(fresh['refresh_token']).toBe(refresh_token);
    expect((await hub.call('GET', contacts, String(fresh['access_token']))).status).toBe(200);
  });

  test('a call without a token, or with an unknown one, is refused', async () => {
    const without = await fetch(`${hub.hubSpot.url}${contacts}`);
    expect(without.status).toBe(401);
    expect(await bodyOf(without)).toMatchObject({ category: 'INVALID_AUTHENTICATION' });
    expect((await hub.call('GET', contacts, 'nonsense')).status).toBe(401);
  });

  test('introspection tells who a token is for, and only to its app', async () => {
    const { access_token, refresh_token } = await hub.connect();
    const ask = async (token: string): Promise<unknown> =>
      bodyOf(await hub.post('/oauth/2026-09/token/introspect', { ...clientOf(hub.app), token }));
    expect(await ask(access_token)).toMatchObject({
      active: true,
      token_use: 'access_token',
      hub_id: hub.portal.portalId,
      user: 'ana.lima@example.com',
      app_id: hub.app.appId,
      expires_in: 1800,
    });
    expect(await ask(refresh_token)).toMatchObject({ active: true, token_use: 'refresh_token' });
    now += 1800_000;
    expect(await ask(access_token)).toEqual({ active: false });
    const stranger = await hub.post('/oauth/2026-09/token/introspect', {
      client_id: hub.app.clientId,
      client_secret: 'wrong',
      token: refresh_token,
    });
    expect(stranger.status).toBe(400);
  });

  test('a revoked refresh token gives nothing more, and its access tokens end by themselves', async () => {
    const { access_token, refresh_token } = await hub.connect();
    await hub.post('/oauth/2026-09/token/revoke', { ...clientOf(hub.app), token: refresh_token });
    const answer = await hub.post('/oauth/2026-09/token', {
      ...clientOf(hub.app),
      grant_type: 'refresh_token',
      refresh_token,
    });
    expect(await bodyOf(answer)).toMatchObject({ status: 'BAD_REFRESH_TOKEN' });
    expect((await hub.call('GET', contacts, access_token)).status).toBe(200);
  });

  test('an app that uninstalls itself has no token left', async () => {
    const { access_token, refresh_token } = await hub.connect();
    const answer = await hub.call('DELETE', '/appinstalls/2026-09/external-install', access_token);
    expect(answer.status).toBe(204);
    expect(hub.hubSpot.isInstalled(hub.portal.portalId, hub.app.appId)).toBe(false);
    expect((await hub.call('GET', contacts, access_token)).status).toBe(401);
    const refreshed = await hub.post('/oauth/v1/token', {
      ...clientOf(hub.app),
      grant_type: 'refresh_token',
      refresh_token,
    });
    expect(refreshed.status).toBe(400);
  });
});
