import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { healthOf } from '../../../../hubspot/server/observing/health-of.ts';
import { eraseUninstalled } from '../../../../hubspot/server/upkeep/erase-uninstalled.ts';
import { sweep } from '../../../../hubspot/server/upkeep/sweep.ts';
import { begin, deskOfTables, keepDecided, keepPortal } from '../desk-of-tables.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const day = 86_400_000;
let tables: Tables;

beforeEach(async () => {
  tables = await openTables();
}, 60_000);

afterAll(closeTables);

async function leaveWork(portalId: number): Promise<void> {
  await keepDecided(tables, portalId, 'one', { clock: 'running', effect: 'due' });
  await tables.query(
    `insert into subject (portal_id, contact_id, arrived_at, is_waiting, looks) values ($1, '51', $2, true, 2)`,
    [portalId, begin],
  );
  await tables.query('insert into draft (portal_id, changed_at) values ($1, $2)', [portalId, begin]);
}

describe('What an uninstalled portal left behind', () => {
  test('is asked for by no job and alarms nobody', async () => {
    await keepPortal(tables, 7, { state: 'uninstalled', uninstalledAt: begin });
    await leaveWork(7);
    const { desk, asked, clock } = deskOfTables(tables, new Map());
    clock.now = begin + day;
    await sweep(desk);
    expect(asked).toEqual([]);
    expect((await healthOf(desk.database, desk.jobs, desk.metrics, clock.now)).parts).not.toContainEqual(
      expect.objectContaining({ isGood: false }),
    );
    await tables.query(`update portal set state = 'installed'`);
    await sweep(desk);
    expect(asked.map(({ name }) => name)).toEqual(['decide', 'apply', 'look', 'rules', 'seal', 'clock']);
    expect((await healthOf(desk.database, desk.jobs, desk.metrics, clock.now)).parts).toContainEqual(
      expect.objectContaining({ isGood: false }),
    );
  });

  test('loses everything personal after thirty days, once, and keeps its fingerprints', async () => {
    await keepPortal(tables, 7, { state: 'uninstalled', uninstalledAt: begin });
    await keepPortal(tables, 8, { state: 'uninstalled', uninstalledAt: begin + 1 });
    await keepPortal(tables, 9);
    for (const portalId of [7, 8, 9]) {
      await keepDecided(tables, portalId, 'one', { effect: 'due' });
      await keepDecided(tables, portalId, 'two', { effect: 'done' });
    }
    await tables.query(
      `insert into learning (portal_id, run_id, state, started_at, started_by, policy_hash, policy_text)
       values (7, 'r', 'reading', 1, 'ops@example.com', 'h', '[]'), (8, 'r', 'reading', 1, 'ops@example.com', 'h', '[]')`,
    );
    await tables.query(
      `insert into learning_page (portal_id, run_id, place, content) values (7, 'r', 0, 'x'), (8, 'r', 0, 'x')`,
    );
    // More than are erased at once.
    await tables.query(
      `insert into effect (decision_id, place, portal_id, contact_id, kind, content, state, made_at)
       select 'many', place, 7, '1', 'note', '{"text":"ana@customer.example"}', 'done', 1 from generate_series(1, 2500) as place`,
    );
    expect(await eraseUninstalled(tables, begin + 30 * day)).toBe(1);
    for (const table of ['learning', 'learning_page']) {
      expect(await tables.query(`select portal_id::int as portal from ${table}`)).toEqual([{ portal: 8 }]);
    }
    const rows = await tables.query(
      `select portal_id::int as portal, count(personal_text)::int as texts, count(salt)::int as salts, min(personal_hash) as hash,
         (select count(*)::int from effect where effect.portal_id = decision.portal_id and content <> '{}') as effects,
         (select count(*)::int from effect where effect.portal_id = decision.portal_id and state = 'due') as due
       from decision group by portal_id order by portal_id`,
    );
    expect(rows).toEqual([
      { portal: 7, texts: 0, salts: 0, hash: 'h', effects: 0, due: 0 },
      { portal: 8, texts: 2, salts: 2, hash: 'h', effects: 2, due: 1 },
      { portal: 9, texts: 2, salts: 2, hash: 'h', effects: 2, due: 1 },
    ]);
    expect(await eraseUninstalled(tables, begin + 30 * day)).toBe(0);
    await tables.query(`update portal set uninstalled_at = $1 where portal_id = 7`, [begin + 60 * day]);
    expect(await eraseUninstalled(tables, begin + 90 * day)).toBe(2);
  });
});
