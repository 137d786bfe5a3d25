import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prepare } from '../../../../core/src/decide/index.ts';
import { readLookupLists } from '../../../../core/src/author/run/look-up-lists.ts';
import { takeNext } from '../../../../hubspot/server/actions/take-next.ts';
import type { Desk } from '../../../../hubspot/server/desk.ts';
import type { PortalSession } from '../../../../hubspot/server/portals/portal-session.ts';
import { now, policyTo, teamOf } from '../../effects/scene.ts';
import { settingsOf } from '../../subjects/gather-scene.ts';
import { MemoryCrm } from '../../memory-crm.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const portalId = 7;
let tables: Tables;
let crm: MemoryCrm;

beforeEach(async () => {
  tables = await openTables();
  crm = new MemoryCrm({ now });
  crm.seed('contacts', { email: 'lena@speditor.example' }, { id: '51' });
}, 60_000);

afterAll(closeTables);

function take(category: string, objectType: string): ReturnType<typeof takeNext> {
  const policy = policyTo('sales', 'live');
  const team = teamOf();
  const calendars = new Map(team.calendars.map((windows) => [windows.calendarKey, windows]));
  const view = {
    rules: { policy },
    configuration: { settings: settingsOf(), calendars: [] },
    team,
    context: { prepared: prepare(policy), reps: new Map(team.roster.reps.map((rep) => [rep.repKey, rep])), calendars },
  };
  const desk = { database: tables, lists: readLookupLists([], []), now: () => now } as unknown as Desk;
  const session = { portalId, crm, appId: 77, hasLeads: true, view: () => Promise.resolve(view) };
  const update = crm.updateObjects.bind(crm);
  crm.updateObjects = async (type, updates) =>
    type === objectType
      ? [{ position: 0, isWritten: false, problem: { category, message: 'HubSpot refused it.' } }]
      : update(type, updates);
  const request = { contactId: '51', leadId: '901', poolKey: policy.pools[0]!.poolKey, isGiven: true, key: 'a' };
  return takeNext(desk, session as unknown as PortalSession, request);
}

const turns = () => tables.query('select is_returned from turn order by sequence');

describe('a turn that a workflow takes', () => {
  test('stands where the contact was given away and its lead was refused', async () => {
    crm.seed('leads', { hs_lead_name: 'Lena' }, { id: '901' });
    expect(await take('VALIDATION_ERROR', 'leads')).toMatchObject({
      state: 'taken',
      leadProblem: 'HubSpot refused it.',
    });
    expect(await turns()).toEqual([{ is_returned: false }]);
  });

  test('is given back where the contact was refused', async () => {
    expect(await take('VALIDATION_ERROR', 'contacts')).toMatchObject({ state: 'givenBack' });
    expect(await turns()).toEqual([{ is_returned: false }, { is_returned: true }]);
  });

  test('waits for the next call where HubSpot cannot write just now', async () => {
    await expect(take('RATE_LIMITS', 'contacts')).rejects.toMatchObject({ isTransient: true });
    expect(await turns()).toEqual([{ is_returned: false }]);
  });
});
