import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mirrorPortals } from '../../../../hubspot/server/installing/mirror-portals.ts';
import { TokenSeal } from '../../../../hubspot/server/installing/sealing/token-seal.ts';
import type { CredentialStore } from '../../../../hubspot/server/installing/storing/credential-store.ts';
import { FileCredentialStore } from '../../../../hubspot/server/installing/storing/file-credential-store.ts';
import { TableCredentialStore } from '../../../../hubspot/server/installing/storing/table-credential-store.ts';
import { begin, keepDecided } from '../desk-of-tables.ts';
import { closeTables, openTables, type Tables } from './embedded-tables.ts';

const portalId = 7;
const day = 86_400_000;
let tables: Tables;

beforeEach(async () => {
  tables = await openTables();
}, 60_000);

afterAll(closeTables);

type Store = { readonly store: CredentialStore; readonly mirror: () => Promise<void> };

const stores: [string, () => Store][] = [
  [
    'the table',
    () => ({
      store: new TableCredentialStore(tables, new TokenSeal([Buffer.alloc(32, 1)])),
      mirror: () => Promise.resolve(),
    }),
  ],
  [
    'the file',
    () => {
      const file = path.join(mkdtempSync(path.join(tmpdir(), 'signalbox-portals-')), 'portals.json');
      const store = new FileCredentialStore(file, new TokenSeal([Buffer.alloc(32, 1)]));
      return { store, mirror: () => mirrorPortals(store, tables) };
    },
  ],
];

/** Installs, leaves work behind, uninstalls, and installs again so long afterwards. */
async function installAgainAfter({ store, mirror }: Store, millis: number): Promise<void> {
  const install = async (installedAt: number): Promise<void> => {
    const tokens = { accessToken: 'a', refreshToken: 'r', obtainedAt: installedAt, expiresAt: installedAt + 1 };
    await store.keepInstallation({ portalId, appId: 99, scopes: ['oauth'], installedAt, installedBy: null, tokens });
    await mirror();
  };
  await install(begin);
  for (const id of [portalId, 8]) {
    await keepDecided(tables, id, 'late', { clock: 'running', effect: 'due' });
    await keepDecided(tables, id, 'missed', { clock: 'missed', effect: 'done' });
    await tables.query(
      `insert into subject (portal_id, contact_id, arrived_at, is_waiting, looks) values ($1, '51', $2, true, 2)`,
      [id, begin],
    );
    await tables.query(`insert into changed_company (portal_id, company_id, changed_at) values ($1, '1', $2)`, [
      id,
      begin,
    ]);
  }
  await store.markUninstalled(portalId, begin + 1);
  await mirror();
  await install(begin + 1 + millis);
}

async function leftOf(id: number): Promise<unknown> {
  const [left] = await tables.query(
    `select
       (select count(*)::int from subject where portal_id = $1 and (is_waiting or looks > looked)) as contacts,
       (select count(*)::int from changed_company where portal_id = $1) as companies,
       (select string_agg(state, ' ' order by decision_id) from effect where portal_id = $1) as effects,
       (select string_agg(state, ' ' order by decision_id) from clock where portal_id = $1) as clocks,
       (select count(*)::int from clock where portal_id = $1 and (next_rung_at is not null or ended_at is null)) as due,
       (select count(*)::int from decision where portal_id = $1 and personal_text is not null) as decisions`,
    [id],
  );
  return left;
}

const asItWas = { contacts: 1, companies: 1, effects: 'due done', clocks: 'running missed', due: 2, decisions: 2 };

describe.each(stores)('A portal of %s', (_name, open) => {
  test('that installs the app again after months begins anew, and no other does', async () => {
    await installAgainAfter(open(), 90 * day);
    expect(await leftOf(portalId)).toEqual({
      contacts: 0,
      companies: 0,
      effects: 'dropped done',
      clocks: 'closed missed',
      due: 0,
      decisions: 2,
    });
    expect(await leftOf(8)).toEqual(asItWas);
  });

  test('that installs the app again on the same day goes on where it was', async () => {
    await installAgainAfter(open(), day - 1);
    expect(await leftOf(portalId)).toEqual(asItWas);
  });
});
