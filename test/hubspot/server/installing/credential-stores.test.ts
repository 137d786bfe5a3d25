import { mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mirrorPortals } from '../../../../hubspot/server/installing/mirror-portals.ts';
import { TokenSeal } from '../../../../hubspot/server/installing/sealing/token-seal.ts';
import type { CredentialStore, Installation } from '../../../../hubspot/server/installing/storing/credential-store.ts';
import { FileCredentialStore } from '../../../../hubspot/server/installing/storing/file-credential-store.ts';
import { TableCredentialStore } from '../../../../hubspot/server/installing/storing/table-credential-store.ts';
import { closeTables, openTables } from './embedded-tables.ts';

const seal = new TokenSeal([Buffer.alloc(32, 1)]);
const at = Date.UTC(2026, 10, 20, 9);
const tokens = {
  accessToken: 'access-secret',
  refreshToken: 'refresh-secret',
  obtainedAt: at,
  expiresAt: at + 1_800_000,
};
const installation: Installation = {
  portalId: 4711,
  appId: 99,
  scopes: ['automation', 'oauth'],
  installedAt: at,
  installedBy: 'ana@signalbox.example',
  tokens,
};

beforeAll(openTables, 60_000);
afterAll(closeTables);

let file = '';

beforeEach(async () => {
  file = path.join(await mkdtemp(path.join(os.tmpdir(), 'signalbox-portals-')), 'portals', 'portals.json');
});

const stores: readonly [
  string,
  () => Promise<{
    store: CredentialStore;
    again: (opening?: TokenSeal) => CredentialStore;
    kept: () => Promise<string>;
  }>,
][] = [
  [
    'the table',
    async () => {
      const tables = await openTables();
      const open = (opening = seal) => new TableCredentialStore(tables, opening);
      return {
        store: open(),
        again: open,
        kept: async () => JSON.stringify(await tables.query('select * from portal')),
      };
    },
  ],
  [
    'the file',
    () => {
      const open = (opening = seal) => new FileCredentialStore(file, opening);
      return Promise.resolve({ store: open(), again: open, kept: () => readFile(file, 'utf8') });
    },
  ],
];

describe.each(stores)('Portals in %s', (_, open) => {
  test('are kept with their tokens sealed, and found by whoever opens it next', async () => {
    const { store, again, kept } = await open();
    expect(await store.findPortal(4711)).toBeNull();
    await store.keepInstallation(installation);
    expect(await kept()).not.toMatch(/access-secret|refresh-secret/);
    const found = await again().findPortal(4711);
    expect(found).toMatchObject({
      portalId: 4711,
      appId: 99,
      state: 'installed',
      scopes: ['automation', 'oauth'],
      installedAt: at,
      installedBy: 'ana@signalbox.example',
      uninstalledAt: null,
      tokens,
    });
    expect(found!.tokenVersion % 2).toBe(0);
  });

  test('say who installed the app, also where no key opens their tokens', async () => {
    const { store, again } = await open();
    expect(await store.installedBy(4711)).toBeNull();
    await store.keepInstallation(installation);
    const locked = again(new TokenSeal([Buffer.alloc(32, 2)]));
    await expect(locked.findPortal(4711)).rejects.toMatchObject({ name: 'SealError' });
    expect(await locked.installedBy(4711)).toBe('ana@signalbox.example');
    await store.markUninstalled(4711, at + 1);
    expect(await again().installedBy(4711)).toBeNull();
  });

  test('are told apart by whether the app is installed', async () => {
    const { store } = await open();
    await store.keepInstallation(installation);
    await store.keepInstallation({ ...installation, portalId: 4712 });
    await store.markUninstalled(4712, at + 1);
    expect(await store.installedAmong([4710, 4711, 4712])).toEqual(new Set([4711]));
    expect(await store.installedAmong([])).toEqual(new Set());
    expect((await store.listPortals()).map(({ portalId, state }) => [portalId, state])).toEqual([
      [4711, 'installed'],
      [4712, 'uninstalled'],
    ]);
    expect(JSON.stringify(await store.listPortals())).not.toContain('secret');
  });

  test('lose their tokens at once when the app is uninstalled, and get new ones when it is installed again', async () => {
    const { store, again, kept } = await open();
    await store.keepInstallation(installation);
    expect(await store.markUninstalled(4711, at + 1)).toBe(true);
    expect(await store.markUninstalled(4711, at + 2)).toBe(false);
    expect(await kept()).not.toContain('v1.');
    expect(await again().findPortal(4711)).toMatchObject({ state: 'uninstalled', uninstalledAt: at + 1, tokens: null });
    await store.keepInstallation({ ...installation, installedAt: at + 3 });
    expect(await again().findPortal(4711)).toMatchObject({
      state: 'installed',
      installedAt: at + 3,
      uninstalledAt: null,
      tokens,
    });
  });

  test('keep their first day when the app is installed once more for other scopes', async () => {
    const { store } = await open();
    await store.keepInstallation(installation);
    await store.keepInstallation({ ...installation, installedAt: at + 9, scopes: ['oauth'] });
    expect(await store.findPortal(4711)).toMatchObject({ installedAt: at, scopes: ['oauth'] });
  });

  test('are refreshed by one of those who want to, and by the next one if that one is lost', async () => {
    const { store } = await open();
    await store.keepInstallation(installation);
    const { tokenVersion } = (await store.findPortal(4711))!;
    const claims = await Promise.all([1, 2, 3, 4].map(() => store.claimRefresh(4711, tokenVersion)));
    const lost = claims.find((claim) => claim !== null)!;
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect(lost % 2).toBe(1);
    const taken = (await store.claimRefresh(4711, lost))!;
    const renewed = { ...tokens, accessToken: 'new', obtainedAt: at + 5, expiresAt: at + 6 };
    expect(await store.settleRefresh(4711, lost, tokens)).toBe(false);
    expect(await store.settleRefresh(4711, taken, renewed)).toBe(true);
    expect(await store.settleRefresh(4711, taken, tokens)).toBe(false);
    const found = (await store.findPortal(4711))!;
    expect(found.tokens).toEqual(renewed);
    expect(found.tokenVersion % 2).toBe(0);
  });

  test('keep the old tokens when a refresh ends without new ones', async () => {
    const { store } = await open();
    await store.keepInstallation(installation);
    const claimed = (await store.claimRefresh(4711, (await store.findPortal(4711))!.tokenVersion))!;
    expect(await store.settleRefresh(4711, claimed, null)).toBe(true);
    expect((await store.findPortal(4711))!.tokens).toEqual(tokens);
  });

  test('are left alone by a refresh that comes back after they were installed anew', async () => {
    const { store } = await open();
    await store.keepInstallation(installation);
    const claimed = (await store.claimRefresh(4711, (await store.findPortal(4711))!.tokenVersion))!;
    const anew = { ...tokens, accessToken: 'anew' };
    await store.keepInstallation({ ...installation, tokens: anew });
    expect(await store.settleRefresh(4711, claimed, tokens)).toBe(false);
    expect(await store.markUninstalled(4711, at, claimed)).toBe(false);
    expect((await store.findPortal(4711))!.tokens).toEqual(anew);
  });
});

describe('The file of portals', () => {
  test('is read by its owner only, and leaves nothing beside it', async () => {
    await new FileCredentialStore(file, seal).keepInstallation(installation);
    if (process.platform !== 'win32') {
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    }
    expect(await readdir(path.dirname(file))).toEqual(['portals.json']);
  });

  test('takes many changes at once and loses none', async () => {
    const store = new FileCredentialStore(file, seal);
    const portals = Array.from({ length: 30 }, (_, place) => 1000 - place);
    await Promise.all(portals.map((portalId) => store.keepInstallation({ ...installation, portalId })));
    const kept = await new FileCredentialStore(file, seal).listPortals();
    expect(kept.map(({ portalId }) => portalId)).toEqual(portals.toReversed());
  });

  test.each(['{"version":1,"portals":[', '{"version":2,"portals":[]}', ''])(
    'that is broken is neither read nor written over: %j',
    async (text) => {
      const store = new FileCredentialStore(file, seal);
      await store.keepInstallation(installation);
      await writeFile(file, text);
      const next = new FileCredentialStore(file, seal);
      await expect(next.findPortal(4711)).rejects.toMatchObject({ code: 'HSI003' });
      await expect(next.keepInstallation(installation)).rejects.toMatchObject({ code: 'HSI003' });
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );

  test('ignores what a crash left beside it', async () => {
    const store = new FileCredentialStore(file, seal);
    await store.keepInstallation(installation);
    await writeFile(`${file}.new`, '{"half":', { mode: 0o644 });
    const next = new FileCredentialStore(file, seal);
    expect((await next.findPortal(4711))!.tokens).toEqual(tokens);
    await next.keepInstallation({ ...installation, portalId: 4712 });
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  test('fills the table of a database that was made anew, without tokens', async () => {
    const store = new FileCredentialStore(file, seal);
    await store.keepInstallation(installation);
    await store.keepInstallation({ ...installation, portalId: 4712 });
    await store.markUninstalled(4712, at + 1);
    const tables = await openTables();
    await mirrorPortals(store, tables);
    await tables.query('update portal set is_prepared = true where portal_id = 4711');
    await mirrorPortals(store, tables);
    const rows = await tables.query(
      'select portal_id::int, state, is_prepared, access_token from portal order by portal_id',
    );
    expect(rows).toEqual([
      { portal_id: 4711, state: 'installed', is_prepared: true, access_token: null },
      { portal_id: 4712, state: 'uninstalled', is_prepared: false, access_token: null },
    ]);
  });
});
