import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Credentials } from '../../../../hubspot/server/installing/credentials.ts';
import { OAuthClient } from '../../../../hubspot/server/installing/oauth-client.ts';
import { uninstallPortal } from '../../../../hubspot/server/installing/uninstall-portal.ts';
import { createLog } from '../../../../hubspot/server/observing/create-log.ts';
import { startHubSpot, type StandInHubSpot } from '../../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import { closeTables, openTables } from '../installing/embedded-tables.ts';
import { startEdge, storedEvents, type Edge } from './edge.ts';

const portalId = 62515;
let hubSpot: StandInHubSpot;
let edge: Edge;
let oauth: OAuthClient;
let installed: number[];
let appId = 0;
let url = '';

beforeAll(openTables, 60_000);
afterAll(closeTables);

beforeEach(async () => {
  installed = [];
  hubSpot = await startHubSpot({ seed: 7 });
  hubSpot.addPortal({
    portalId,
    tier: 'pro',
    users: [{ firstName: 'Ana', lastName: 'Lima', email: 'ana.lima@example.com' }],
  });
  const port = await findFreePort();
  url = `http://127.0.0.1:${String(port)}`;
  const app = hubSpot.uploadProject('hubspot/marketplace-app', {
    PUBLIC_URL: url,
    SUPPORT_EMAIL: 'support@example.com',
    DOCUMENTATION_URL: 'https://example.com/docs',
  });
  appId = app.appId;
  oauth = new OAuthClient({ apiUrl: hubSpot.url, clientId: app.clientId, clientSecret: app.clientSecret });
  edge = await startEdge({
    port,
    environment: {
      PUBLIC_URL: url,
      HUBSPOT_CLIENT_ID: app.clientId,
      HUBSPOT_CLIENT_SECRET: app.clientSecret,
      HUBSPOT_APP_ID: String(appId),
      HUBSPOT_API_URL: hubSpot.url,
      HUBSPOT_APP_URL: hubSpot.url,
    },
    ports: {
      oauth,
      now: Date.now,
      installed: (portal) => {
        installed.push(portal);
        return Promise.resolve();
      },
    },
  });
}, 30_000);

afterEach(async () => {
  expect(edge.lines.join('')).not.toContain('ana.lima');
  await edge.close();
  await hubSpot.close();
});

/** The app's metadata names the address of the server, and the server the app: the port is chosen before both. */
function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function install(): Promise<{ readonly status: number; readonly text: string }> {
  return hubSpot.install(portalId, appId, { startUrl: `${url}/oauth/start` });
}

describe('The edge, with HubSpot on the other side', () => {
  test('is installed by a browser, refreshes its token and uninstalls itself', async () => {
    const page = await install();
    expect([page.status, page.text.includes('Signalbox is installed')]).toEqual([200, true]);
    expect(installed).toEqual([portalId]);
    let now = Date.now();
    const credentials = new Credentials({
      store: edge.store,
      oauth,
      now: () => now,
      sleep: () => Promise.resolve(),
      alert: () => Promise.reject(new Error('Nobody was to be alerted.')),
    });
    const first = await credentials.accessToken(portalId);
    now += 25 * 60_000;
    const second = await credentials.accessToken(portalId);
    expect(second).not.toBe(first);
    expect(await oauth.introspect(second)).toMatchObject({ isActive: true, portalId, appId });
    const log = createLog({ level: 'debug', write: (line) => edge.lines.push(line) });
    const ports = { store: edge.store, credentials, oauth, now: Date.now, sleep: () => Promise.resolve(), log };
    expect(await uninstallPortal(portalId, ports)).toEqual({ state: 'uninstalled' });
    expect((await oauth.introspect(second)).isActive).toBe(false);
    expect(await edge.store.findPortal(portalId)).toMatchObject({ state: 'uninstalled', tokens: null });
  }, 30_000);

  test('marks a portal that removed the app when its token is refreshed', async () => {
    await install();
    hubSpot.uninstall(portalId, appId);
    const alerts: string[] = [];
    const credentials = new Credentials({
      store: edge.store,
      oauth,
      now: () => Date.now() + 25 * 60_000,
      sleep: () => Promise.resolve(),
      alert: (_, alert) => {
        alerts.push(alert.code);
        return Promise.resolve();
      },
    });
    await expect(credentials.accessToken(portalId)).rejects.toMatchObject({ failure: 'unauthorized' });
    expect(alerts).toEqual(['HSI004']);
    expect((await edge.store.findPortal(portalId))!.state).toBe('uninstalled');
  }, 30_000);

  test('takes the webhooks of a portal that has the app', async () => {
    await install();
    hubSpot.importContacts(portalId, [{ email: 'bo@example.com' }, { email: 'cy@example.com' }]);
    await hubSpot.settled();
    expect(await storedEvents(edge)).toBeGreaterThanOrEqual(2);
    expect(edge.lines.join('')).not.toMatch(/bo@|cy@/);
  }, 30_000);

  test('answers cards as HubSpot calls them, with the address of the user in the query', async () => {
    await install();
    const { userId } = hubSpot.portals[0]!.users[0]!;
    const answer = await hubSpot.uiFetch(portalId, userId, `${url}/ui/card?contactId=51`, { method: 'GET' });
    expect(answer.status).toBe(200);
    const written = await hubSpot.uiFetch(portalId, userId, `${url}/ui/rules/publish`, {
      method: 'POST',
      body: { draftHash: 'ab'.repeat(32) },
    });
    expect(written.status).toBe(200);
    expect(edge.calls).toEqual(['card', 'publish']);
  }, 30_000);
});
