import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decideNow } from '../../../../hubspot/server/actions/decide-now.ts';
import type { Desk } from '../../../../hubspot/server/desk.ts';
import type { PortalSession } from '../../../../hubspot/server/portals/portal-session.ts';
import { MemoryCrm } from '../../memory-crm.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const now = Date.UTC(2026, 10, 20, 9);
const portalId = 7;
let tables: Tables;

beforeEach(async () => {
  tables = await openTables();
}, 60_000);

afterAll(closeTables);

describe('a contact that a workflow wants decided', () => {
  test('costs one call of its own before it is marked, and none is marked that is not there', async () => {
    const crm = new MemoryCrm({ now });
    crm.seed('contacts', { email: 'ana@depot.test' }, { id: '51' });
    const desk = { database: tables, jobs: { ask: () => Promise.resolve() }, now: () => now } as unknown as Desk;
    const session = { portalId, crm, view: () => Promise.resolve({}) } as unknown as PortalSession;
    const request = { leadId: null, reason: null, deadline: now };
    const there = await decideNow(desk, session, { ...request, contactId: '51', key: 'a' });
    const gone = await decideNow(desk, session, { ...request, contactId: '52', key: 'b' });
    expect([there, gone]).toEqual([{ state: 'waiting' }, { state: 'noContact' }]);
    expect(crm.calls.map(({ method }) => method)).toEqual(['readObjects', 'readObjects']);
    expect(await tables.query('select contact_id, is_waiting from subject')).toEqual([
      { contact_id: '51', is_waiting: true },
    ]);
  });
});
