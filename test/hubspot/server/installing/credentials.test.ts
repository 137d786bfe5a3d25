import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CrmError } from '../../../../hubspot/handlers/crm/crm-error.ts';
import { Credentials } from '../../../../hubspot/server/installing/credentials.ts';
import { TokenSeal } from '../../../../hubspot/server/installing/sealing/token-seal.ts';
import { TableCredentialStore } from '../../../../hubspot/server/installing/storing/table-credential-store.ts';
import { uninstallPortal } from '../../../../hubspot/server/installing/uninstall-portal.ts';
import { createLog } from '../../../../hubspot/server/observing/create-log.ts';
import { closeTables, openTables } from './embedded-tables.ts';
import { badRefreshToken, granted, tokenEndpoint, type TokenCall, type TokenEndpoint } from './token-endpoint.ts';

const portalId = 4711;
const begun = Date.UTC(2026, 10, 20, 9);
const lifeMillis = 1_800_000;
const minute = 60_000;

beforeAll(openTables, 60_000);
afterAll(closeTables);

let now = begun;
let store: TableCredentialStore;
let endpoint: TokenEndpoint;
let alerts: string[];
let refreshes: number;

beforeEach(async () => {
  now = begun;
  alerts = [];
  refreshes = 0;
  store = new TableCredentialStore(await openTables(), new TokenSeal([Buffer.alloc(32, 1)]));
  await install('access-0');
  endpoint = tokenEndpoint(() => granted(`access-${String((refreshes += 1))}`));
});

async function install(accessToken: string): Promise<void> {
  const tokens = { accessToken, refreshToken: 'refresh-1', obtainedAt: now, expiresAt: now + lifeMillis };
  await store.keepInstallation({ portalId, appId: 99, scopes: ['oauth'], installedAt: now, installedBy: null, tokens });
}

/** The credentials of one server; waiting takes the clock on. */
function server(): Credentials {
  return new Credentials({
    store,
    oauth: endpoint.client,
    now: () => now,
    sleep: (millis) => {
      now += millis;
      return new Promise((resolve) => setImmediate(resolve));
    },
    alert: (portal, alert) => {
      alerts.push(`${String(portal)} ${alert.code}`);
      expect(`${alert.message} ${alert.nextStep}`).not.toMatch(/access-|refresh-1/);
      return Promise.resolve();
    },
  });
}

describe('The token of a portal', () => {
  test('is the kept one until four fifths of its life, and a new one from then on', async () => {
    const credentials = server();
    now = begun + 24 * minute - 1;
    expect(await credentials.accessToken(portalId)).toBe('access-0');
    expect(endpoint.calls).toHaveLength(0);
    now = begun + 24 * minute;
    expect(await credentials.accessToken(portalId)).toBe('access-1');
    expect(endpoint.calls).toHaveLength(1);
    now += 24 * minute - 1;
    expect(await credentials.accessToken(portalId)).toBe('access-1');
    expect((await store.findPortal(portalId))!.tokens).toMatchObject({
      accessToken: 'access-1',
      obtainedAt: begun + 24 * minute,
    });
  });

  test('follows the life that HubSpot gives, whatever it is', async () => {
    endpoint.answer = () => granted('short', 'refresh-2', 100);
    const credentials = server();
    now = begun + 25 * minute;
    expect(await credentials.accessToken(portalId)).toBe('short');
    endpoint.answer = (call) => granted(`after ${call.fields['refresh_token']!}`);
    now += 80_000;
    expect(await credentials.accessToken(portalId)).toBe('after refresh-2');
  });

  test('is refreshed once for all calls of a server', async () => {
    const credentials = server();
    now = begun + 25 * minute;
    const tokens = await Promise.all(Array.from({ length: 50 }, () => credentials.accessToken(portalId)));
    expect(new Set(tokens)).toEqual(new Set(['access-1']));
    expect(endpoint.calls).toHaveLength(1);
  });

  test('is refreshed once for all servers, while the others go on with the old one', async () => {
    const servers = Array.from({ length: 8 }, server);
    now = begun + 25 * minute;
    const tokens = await Promise.all(servers.map((each) => each.accessToken(portalId)));
    expect(tokens.filter((token) => token === 'access-1').length).toBeGreaterThanOrEqual(1);
    expect(tokens.every((token) => token === 'access-0' || token === 'access-1')).toBe(true);
    expect(endpoint.calls).toHaveLength(1);
    expect(await servers[3]!.accessToken(portalId)).toBe('access-1');
    expect(endpoint.calls).toHaveLength(1);
  });

  test('is refreshed once also where the old one is over, and all wait for it', async () => {
    const servers = Array.from({ length: 8 }, server);
    now = begun + lifeMillis + minute;
    const tokens = await Promise.all(servers.map((each) => each.accessToken(portalId)));
    expect(new Set(tokens)).toEqual(new Set(['access-1']));
    expect(endpoint.calls).toHaveLength(1);
  });

  test('is refreshed by the next server when the one that claimed it is gone', async () => {
    await store.claimRefresh(portalId, (await store.findPortal(portalId))!.tokenVersion);
    now = begun + lifeMillis + minute;
    expect(await server().accessToken(portalId)).toBe('access-1');
    expect(now - begun - lifeMillis - minute).toBe(5_000);
  });

  test('that HubSpot refused is replaced, and only once for all who were refused', async () => {
    const credentials = server();
    const token = credentials.tokenOf(portalId);
    expect(await token()).toBe('access-0');
    const replaced = await Promise.all([1, 2, 3].map(() => token.refresh!('access-0')));
    expect(new Set(replaced)).toEqual(new Set(['access-1']));
    expect(await token.refresh!('access-0')).toBe('access-1');
    expect(await token()).toBe('access-1');
    expect(endpoint.calls).toHaveLength(1);
  });
});

describe('A portal that no longer accepts us', () => {
  test('is marked uninstalled, loses its tokens and raises an alert', async () => {
    endpoint.answer = () => badRefreshToken;
    const credentials = server();
    now = begun + 25 * minute;
    await expect(credentials.accessToken(portalId)).rejects.toMatchObject({ failure: 'unauthorized' });
    expect(await store.findPortal(portalId)).toMatchObject({
      state: 'uninstalled',
      uninstalledAt: now,
      installedBy: null,
      tokens: null,
    });
    expect(alerts).toEqual(['4711 HSI004']);
    await expect(credentials.accessToken(portalId)).rejects.toBeInstanceOf(CrmError);
    expect(endpoint.calls).toHaveLength(1);
  });

  test('goes on when it is installed again', async () => {
    endpoint.answer = () => badRefreshToken;
    const credentials = server();
    now = begun + 25 * minute;
    await expect(credentials.accessToken(portalId)).rejects.toThrow('uninstalled');
    await install('access-anew');
    expect(await credentials.accessToken(portalId)).toBe('access-anew');
  });

  test('that was installed anew while HubSpot was asked keeps its new tokens', async () => {
    let isAsked = false;
    const credentials = server();
    const { client } = endpoint;
    const refresh = client.refresh.bind(client);
    client.refresh = async (refreshToken) => {
      isAsked = true;
      await install('access-anew');
      return refresh(refreshToken);
    };
    endpoint.answer = () => badRefreshToken;
    now = begun + 25 * minute;
    expect(await credentials.accessToken(portalId)).toBe('access-anew');
    expect([isAsked, alerts]).toEqual([true, []]);
    expect((await store.findPortal(portalId))!.state).toBe('installed');
  });

  test('that never had the app is told as not installed', async () => {
    await expect(server().accessToken(815)).rejects.toMatchObject({ failure: 'unauthorized', code: 'HSC003' });
  });
});

describe('HubSpot that does not refresh', () => {
  test('is not asked again with every call while the old token is good', async () => {
    endpoint.answer = () => ({ status: 503, body: '' });
    const credentials = server();
    now = begun + 25 * minute;
    for (let call = 0; call < 20; call += 1) expect(await credentials.accessToken(portalId)).toBe('access-0');
    expect(endpoint.calls).toHaveLength(1);
    now += 10_000;
    expect(await credentials.accessToken(portalId)).toBe('access-0');
    expect(endpoint.calls).toHaveLength(2);
    expect(alerts).toEqual([]);
  });

  test('is told as away once the old token is over, and nothing is erased', async () => {
    endpoint.answer = () => 'lost';
    now = begun + lifeMillis;
    await expect(server().accessToken(portalId)).rejects.toMatchObject({ failure: 'unavailable', isTransient: true });
    expect((await store.findPortal(portalId))!.state).toBe('installed');
    endpoint.answer = () => granted('access-1');
    expect(await server().accessToken(portalId)).toBe('access-1');
  });

  test('because our secret is wrong raises an alert and erases nothing', async () => {
    endpoint.answer = () => ({ status: 401, body: { error: 'invalid_client' } });
    now = begun + lifeMillis;
    await expect(server().accessToken(portalId)).rejects.toMatchObject({ failure: 'refused' });
    expect(alerts).toEqual(['4711 HSI005']);
    expect((await store.findPortal(portalId))!.tokens).not.toBeNull();
  });
});

describe('Uninstalling', () => {
  const lines: string[] = [];
  const uninstall = (credentials: Credentials) =>
    uninstallPortal(portalId, {
      store,
      credentials,
      oauth: endpoint.client,
      now: () => now,
      sleep: (millis) => {
        now += millis;
        return Promise.resolve();
      },
      log: createLog({ level: 'debug', write: (line) => lines.push(line) }),
    });

  test('erases the tokens first and tells HubSpot with the last of them', async () => {
    const states: string[] = [];
    const told: TokenCall[] = [];
    const { client } = endpoint;
    const remove = client.removeInstallation.bind(client);
    client.removeInstallation = async (accessToken) => {
      states.push((await store.findPortal(portalId))!.state);
      return remove(accessToken);
    };
    endpoint.answer = (call) => {
      told.push(call);
      return { status: 204, body: '' };
    };
    const credentials = server();
    expect(await uninstall(credentials)).toEqual({ state: 'uninstalled' });
    expect(states).toEqual(['uninstalled']);
    expect(told.map(({ method, authorization }) => [method, authorization])).toEqual([['DELETE', 'Bearer access-0']]);
    await expect(credentials.accessToken(portalId)).rejects.toMatchObject({ failure: 'unauthorized' });
    expect(await uninstall(credentials)).toEqual({ state: 'wasNotInstalled' });
    expect(lines.join('')).not.toContain('access-0');
  });

  test('tries HubSpot three times, and says so when it could not be told', async () => {
    endpoint.answer = () => ({ status: 500, body: '' });
    expect(await uninstall(server())).toEqual({ state: 'uninstalledHereOnly' });
    expect(endpoint.calls).toHaveLength(3);
    expect((await store.findPortal(portalId))!.tokens).toBeNull();
  });

  test('needs no token that still works', async () => {
    endpoint.answer = () => 'lost';
    now = begun + lifeMillis;
    expect(await uninstall(server())).toEqual({ state: 'uninstalledHereOnly' });
    expect(await store.findPortal(portalId)).toMatchObject({ state: 'uninstalled', tokens: null });
  });
});
