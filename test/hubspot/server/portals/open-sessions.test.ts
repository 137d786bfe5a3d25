import { afterAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { AccessToken } from '../../../../hubspot/handlers/crm/access-token.ts';
import { LocalCallBudget } from '../../../../hubspot/handlers/crm/local-call-budget.ts';
import type { Database } from '../../../../hubspot/server/database/database.ts';
import type { Sessions } from '../../../../hubspot/server/desk.ts';
import type { Credentials } from '../../../../hubspot/server/installing/credentials.ts';
import { createMetrics } from '../../../../hubspot/server/observing/create-metrics.ts';
import { openSessions } from '../../../../hubspot/server/portals/open-sessions.ts';
import { begin, keepPortal } from '../desk-of-tables.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const portalId = 7;
let tables: Tables;
let forgotten: number[];
let sessions: Sessions;

beforeEach(async () => {
  tables = await openTables();
  forgotten = [];
  await keepPortal(tables, portalId);
  const scopes = [
    'oauth',
    ...['objects', 'schemas'].flatMap((what) => ['read', 'write'].map((may) => `crm.${what}.custom.${may}`)),
  ];
  await tables.query('update portal set scopes = $1', [scopes.join(' ')]);
  const token = Object.assign(() => Promise.resolve('t'), { refresh: () => Promise.resolve('t') }) as AccessToken;
  sessions = openSessions({
    database: tables as unknown as Database,
    credentials: { tokenOf: () => token, forget: (id: number) => forgotten.push(id) } as unknown as Credentials,
    apiUrl: 'https://hubspot.example',
    budgetOf: () => new LocalCallBudget(),
    metrics: createMetrics({ isProcessMeasured: false }),
  });
  const schemas = ['sbx_rule_row', 'sbx_revision'].map((name, place) => ({
    id: String(place),
    name,
    objectTypeId: `2-${place}`,
    fullyQualifiedName: `p1_${name}`,
    properties: [],
    labels: {},
  }));
  jest.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({ results: schemas })));
}, 60_000);

afterAll(closeTables);

test('A portal that another server prepared is opened anew within a minute, and no sooner than it changed', async () => {
  const before = await sessions.open(portalId);
  await sessions.keepFresh(begin);
  expect(before?.hasLeads).toBe(false);
  expect(await sessions.open(portalId)).toBe(before);
  await tables.query(`update portal set has_leads = true, missing_properties = 'contacts.sbx_fit_score'`);
  await sessions.keepFresh(begin + 59_000);
  expect(await sessions.open(portalId)).toBe(before);
  await sessions.keepFresh(begin + 60_000);
  const after = await sessions.open(portalId);
  expect(after?.hasLeads).toBe(true);
  expect(after?.missingProperties).toEqual(new Set(['contacts.sbx_fit_score']));
  await sessions.keepFresh(begin + 180_000);
  expect(await sessions.open(portalId)).toBe(after);
});

test('A portal that uninstalled the app with another server is closed within a minute, and its token forgotten', async () => {
  await sessions.open(portalId);
  await tables.query(`update portal set state = 'uninstalled', uninstalled_at = $1`, [begin]);
  expect(await sessions.keepFresh(begin + 60_000)).toEqual([]);
  expect(forgotten).toEqual([portalId]);
  expect(await sessions.open(portalId)).toBeNull();
});
