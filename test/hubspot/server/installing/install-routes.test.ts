import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { optionalScopes, requiredScopes } from '../../../../hubspot/server/installing/scopes.ts';
import { InstallStates, stateLifeMillis } from '../../../../hubspot/server/installing/install-state.ts';
import { publicUrl, startEdge, type Edge } from '../http/edge.ts';
import type { Answered } from '../http/send.ts';
import { closeTables, openTables } from './embedded-tables.ts';
import { granted, tokenEndpoint, type TokenAnswer, type TokenEndpoint } from './token-endpoint.ts';

const newPortalId = 62515;
const granter = 'ana.admin@customer.example';

beforeAll(openTables, 60_000);
afterAll(closeTables);

let edge: Edge;
let endpoint: TokenEndpoint;
let installed: number[];
let introspected: TokenAnswer;

beforeEach(async () => {
  installed = [];
  introspected = facts();
  endpoint = tokenEndpoint(({ url }) =>
    url.endsWith('/introspect') ? introspected : granted('access-secret', 'refresh-secret'),
  );
  edge = await startEdge({
    ports: {
      oauth: endpoint.client,
      installed: (portalId) => {
        installed.push(portalId);
        return Promise.resolve();
      },
    },
  });
});

afterEach(async () => {
  expect(edge.lines.join('')).not.toMatch(/access-secret|refresh-secret|code-secret|ana\.admin/);
  await edge.close();
});

function facts(change: object = {}): TokenAnswer {
  const body = {
    active: true,
    hub_id: newPortalId,
    app_id: 99,
    user_id: 7,
    user: granter,
    scopes: [...requiredScopes, 'files'],
  };
  return { status: 200, body: { ...body, ...change } };
}

/** Begins as a browser does, and keeps the cookie as one. */
async function begin(): Promise<{ readonly authorize: URL; readonly state: string; readonly cookie: string }> {
  const { status, headers } = await edge.send({ method: 'GET', path: '/oauth/start' });
  expect(status).toBe(302);
  const authorize = new URL(headers.location!);
  return { authorize, state: authorize.searchParams.get('state')!, cookie: headers['set-cookie']![0]!.split(';')[0]! };
}

function comeBack(query: { readonly [name: string]: string }, cookie?: string): Promise<Answered> {
  return edge.send({
    method: 'GET',
    path: `/oauth/callback?${new URLSearchParams(query).toString()}`,
    ...(cookie === undefined ? {} : { headers: { cookie: `other=1; ${cookie}; more=2` } }),
  });
}

describe('Installing', () => {
  test('begins at HubSpot with exactly the scopes of the metadata of the app', async () => {
    const { authorize } = await begin();
    expect(authorize.origin + authorize.pathname).toBe('https://app.hubspot.com/oauth/authorize');
    expect(Object.fromEntries(authorize.searchParams)).toMatchObject({
      client_id: 'client-1',
      redirect_uri: `${publicUrl}/oauth/callback`,
      scope: requiredScopes.join(' '),
      optional_scope: optionalScopes.join(' '),
    });
    const file = path.resolve('hubspot/marketplace-app/src/app/app-hsmeta.json');
    const { auth } = (JSON.parse(readFileSync(file, 'utf8')) as { config: { auth: Record<string, string[]> } }).config;
    expect(auth['requiredScopes']).toEqual(requiredScopes);
    expect(auth['optionalScopes']).toEqual(optionalScopes);
    expect(auth['redirectUrls']).toEqual(['${PUBLIC_URL}/oauth/callback']);
  });

  test('keeps the state in a cookie that only this host gets, only over https, and no script reads', async () => {
    const { headers } = await edge.send({ method: 'GET', path: '/oauth/start' });
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-sbx-install=[^;]+; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax; Secure$/),
    ]);
  });

  test('ends with sealed tokens of the portal that HubSpot names, and a page that says what to do now', async () => {
    const { state, cookie } = await begin();
    const page = await comeBack({ code: 'code-secret', state, hub_id: '4711' }, cookie);
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('Signalbox is installed');
    expect(page.text).toContain(`https://app.hubspot.com/integrations-settings/${String(newPortalId)}/installed`);
    expect(page.text).not.toMatch(/secret|ana\.admin/);
    expect(installed).toEqual([newPortalId]);
    const kept = await edge.store.findPortal(newPortalId);
    expect(kept).toMatchObject({
      state: 'installed',
      appId: 99,
      tokens: { accessToken: 'access-secret', refreshToken: 'refresh-secret' },
    });
    expect(kept!.scopes).toEqual([...requiredScopes, 'files'].sort());
    const rows = JSON.stringify(await edge.database.query('select * from portal'));
    expect(rows).not.toMatch(/access-secret|refresh-secret/);
    expect(endpoint.calls[0]!.fields).toMatchObject({
      code: 'code-secret',
      redirect_uri: `${publicUrl}/oauth/callback`,
    });
  });

  test('runs nothing on its pages and loads nothing', async () => {
    const { state, cookie } = await begin();
    const { headers, text } = await comeBack({ code: 'code-secret', state }, cookie);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /);
    expect(text).not.toMatch(/<script|<img|javascript:|style="| src=/);
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  test('that begins in HubSpot, without a state, begins once more from here', async () => {
    const answer = await comeBack({ code: 'code-secret' });
    expect([answer.status, answer.headers.location]).toEqual([302, '/oauth/start']);
    expect(endpoint.calls).toEqual([]);
  });
});

describe('A callback that does not belong here', () => {
  async function expectRefused(answer: Answered): Promise<void> {
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('HSI009');
    expect(answer.text).toContain('Begin the installation again');
    expect(endpoint.calls).toEqual([]);
    expect(installed).toEqual([]);
    expect(await edge.store.findPortal(newPortalId)).toBeNull();
  }

  test('because its state is of another browser is refused', async () => {
    const { state } = await begin();
    const { cookie } = await begin();
    await expectRefused(await comeBack({ code: 'code-secret', state }, cookie));
    await expectRefused(await comeBack({ code: 'code-secret', state }));
  });

  test('because its state is forged is refused, even where the cookie is the same', async () => {
    const { state } = await begin();
    const [nonce, end] = state.split('.');
    const later = `${nonce!}.${String(Number(end) + 1)}.${state.split('.')[2]!}`;
    await expectRefused(await comeBack({ code: 'code-secret', state: later }, `__Host-sbx-install=${later}`));
    const foreign = new InstallStates([Buffer.alloc(32, 9)]).write('aaaaaaaa-bbbb', edge.clock.now);
    await expectRefused(await comeBack({ code: 'code-secret', state: foreign }, `__Host-sbx-install=${foreign}`));
    await expectRefused(await comeBack({ code: 'code-secret', state: '' }, '__Host-sbx-install='));
    await expectRefused(await comeBack({ state }, `__Host-sbx-install=${state}`));
  });

  test('because its state is too old is refused', async () => {
    const { state, cookie } = await begin();
    edge.clock.now += stateLifeMillis + 1;
    await expectRefused(await comeBack({ code: 'code-secret', state }, cookie));
  });

  test('because its state was used before is refused the second time', async () => {
    const { state, cookie } = await begin();
    expect((await comeBack({ code: 'code-secret', state }, cookie)).status).toBe(200);
    const again = await comeBack({ code: 'code-secret', state }, cookie);
    expect([again.status, again.text.includes('HSI009')]).toEqual([400, true]);
    expect(endpoint.calls).toHaveLength(2);
  });

  test('shows nothing of what stands in its address', async () => {
    const answer = await comeBack({ error: '<script>alert(1)</script>', error_description: granter });
    expect([answer.status, answer.text.includes('HSI008')]).toEqual([400, true]);
    expect(answer.text).not.toMatch(/<script|alert|ana\.admin/);
    const twice = await edge.send({ method: 'GET', path: '/oauth/callback?code=a&code=b&state=c&state=d' });
    expect(twice.status).toBe(400);
  });

  test('with an old key that is still listed is accepted', () => {
    const old = Buffer.alloc(32, 5);
    const state = new InstallStates([old]).write('aaaaaaaa-bbbb', 1000);
    expect(new InstallStates([Buffer.alloc(32, 6), old]).read(state, 1000)).toMatchObject({
      isGood: true,
      nonce: 'aaaaaaaa-bbbb',
    });
    expect(new InstallStates([Buffer.alloc(32, 6)]).read(state, 1000)).toEqual({ isGood: false, reason: 'forged' });
  });
});

describe('An installation that HubSpot does not let end', () => {
  test.each<[string, () => void, number, string]>([
    [
      'because the code was used',
      () => (endpoint.answer = () => ({ status: 400, body: { status: 'BAD_AUTH_CODE' } })),
      400,
      'HSI004',
    ],
    [
      'because our secret is wrong',
      () => (endpoint.answer = () => ({ status: 400, body: { status: 'BAD_CLIENT_SECRET' } })),
      502,
      'HSI005',
    ],
    ['because it is away', () => (endpoint.answer = () => ({ status: 503, body: '' })), 502, 'HSI006'],
    ['because it answers nonsense', () => (endpoint.answer = () => ({ status: 200, body: 'hello' })), 502, 'HSI007'],
    ['because the token is of another app', () => (introspected = facts({ app_id: 100 })), 502, 'HSI010'],
    [
      'because the token is no longer active',
      () => (introspected = { status: 200, body: { active: false } }),
      502,
      'HSI010',
    ],
    ['because a scope is missing', () => (introspected = facts({ scopes: ['oauth'] })), 400, 'HSI011'],
  ])('%s keeps nothing, and its page says what to do', async (_, happen, status, code) => {
    happen();
    const { state, cookie } = await begin();
    const page = await comeBack({ code: 'code-secret', state }, cookie);
    expect([page.status, page.text.includes(code)]).toEqual([status, true]);
    expect(page.text).toContain('<ol>');
    expect(page.text).not.toMatch(/access-secret|refresh-secret|code-secret|secret-of-the-client/);
    expect(installed).toEqual([]);
    expect(await edge.store.findPortal(newPortalId)).toBeNull();
  });

  test('in preparing keeps the tokens, so that the next try goes on', async () => {
    const failing = await startEdge({
      ports: { oauth: endpoint.client, installed: () => Promise.reject(new Error('queue is away')) },
    });
    const start = await failing.send({ method: 'GET', path: '/oauth/start' });
    const state = new URL(start.headers.location!).searchParams.get('state')!;
    const page = await failing.send({
      method: 'GET',
      path: `/oauth/callback?${new URLSearchParams({ code: 'c', state }).toString()}`,
      headers: { cookie: start.headers['set-cookie']![0]!.split(';')[0]! },
    });
    expect([page.status, page.text.includes('HSI012')]).toEqual([503, true]);
    expect((await failing.store.findPortal(newPortalId))!.state).toBe('installed');
    await failing.close();
  });
});
