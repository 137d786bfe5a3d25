import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import { serveJobs } from '../../../hubspot/server/serve-jobs.ts';
import { MemoryCrm } from '../memory-crm.ts';
import { begin, deskOfTables, keepPortal, type TestDesk } from './desk-of-tables.ts';
import { closeTables, openTables, type Tables } from './installing/embedded-tables.ts';

let tables: Tables;
let crm: MemoryCrm;
let at: TestDesk;

beforeEach(async () => {
  tables = await openTables();
  await keepPortal(tables, 7);
  await keepPortal(tables, 8);
  await keepPortal(tables, 9, { state: 'uninstalled', uninstalledAt: begin });
  crm = new MemoryCrm();
  at = deskOfTables(tables, new Map([7, 8, 9].map((portalId) => [portalId, crm])));
  const work = await serveJobs(at.desk, { isRebuildNeeded: false });
  await work.stop();
  at.asked.length = 0;
}, 60_000);

afterAll(closeTables);

describe('a job of all portals', () => {
  test.each(['reconcile', 'recount'] as const)('of %s is one job for each that has the app', async (name) => {
    await at.served.get(name)!({ portalId: 0 });
    expect(at.asked).toEqual([7, 8].map((portalId) => ({ name, portalId, startAt: null })));
    expect(crm.calls).toEqual([]);
  });

  test('of upkeep is one job for each that has something to be told', async () => {
    await tables.query(
      `insert into alert (portal_id, alert_key, code, about, message, next_step, first_at, last_at)
       values (8, 'a', 'HSV051', 'job', 'm', 'n', 1, 1), (9, 'a', 'HSV051', 'job', 'm', 'n', 1, 1)`,
    );
    await at.served.get('upkeep')!({ portalId: 0 });
    expect(at.asked).toEqual([{ name: 'upkeep', portalId: 8, startAt: null }]);
  });
});

describe('a job in a portal', () => {
  test.each(['look', 'clock', 'apply', 'reconcile', 'rules'] as const)(
    'of %s forgets what was opened when HubSpot takes the token no longer',
    async (name) => {
      crm.beforeCall = () => {
        throw new CrmError('unauthorized', 'gone');
      };
      await expect(at.served.get(name)!({ portalId: 7 })).rejects.toMatchObject({ failure: 'unauthorized' });
      expect(at.forgotten).toEqual([7]);
      await at.served.get(name)!({ portalId: 9 });
      expect(at.forgotten).toEqual([7, 9]);
      expect(at.alerts).toEqual([]);
    },
  );

  test('says which scope is missing where rules have no place, and does not fail', async () => {
    crm.beforeCall = ({ method }) => {
      if (['listSchemas', 'createSchema', 'listFiles', 'writeFile'].includes(method)) {
        throw new CrmError('forbidden', 'HubSpot says MISSING_SCOPES.');
      }
    };
    await tables.query('insert into subject (portal_id, contact_id, arrived_at, is_waiting) values (7, $1, $2, true)', [
      '51',
      begin,
    ]);
    await at.served.get('decide')!({ portalId: 7 });
    expect(at.alerts).toMatchObject([{ portalId: 7, alert: { code: 'HSR011' } }]);
    expect(at.alerts[0]!.alert.nextStep).toContain('files');
    expect(await tables.query('select is_waiting from subject')).toEqual([{ is_waiting: true }]);
    await at.served.get('prepare')!({ portalId: 7 });
    expect(at.asked).toEqual([{ name: 'prepare', portalId: 7, startAt: begin + 600_000 }]);
  });
});
