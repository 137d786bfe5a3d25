import { afterAll, beforeEach, expect, test } from '@jest/globals';
import type { Database, Queryable } from '../../../../hubspot/server/database/database.ts';
import { recountOpenWork } from '../../../../hubspot/server/upkeep/recount-open-work.ts';
import { keepDecided } from '../desk-of-tables.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const name = 'live/sales';
let tables: Tables;

beforeEach(async () => {
  tables = await openTables();
  const entries = ['ana', 'ben'].map((memberKey) => ({ memberKey, openCount: 9 }));
  await tables.query('insert into ledger (portal_id, ledger_name, sequence, ledger) values (7, $1, 4, $2)', [
    name,
    JSON.stringify({ sequence: 4, entries }),
  ]);
  await keepDecided(tables, 7, 'one', { ledgerName: name, clock: 'running' });
  await keepDecided(tables, 7, 'two', { ledgerName: name, clock: 'missed' });
  await keepDecided(tables, 7, 'answered', { ledgerName: name, clock: 'met' });
  await keepDecided(tables, 7, 'other pool', { ledgerName: 'live/other', clock: 'running' });
}, 60_000);

afterAll(closeTables);

async function counts(): Promise<unknown> {
  const [row] = await tables.query<{ ledger: { entries: { memberKey: string; openCount: number }[] } }>(
    'select ledger from ledger',
  );
  return Object.fromEntries(row!.ledger.entries.map((entry) => [entry.memberKey, entry.openCount]));
}

test('Open work is counted before the ledger is locked, and turns taken meanwhile are added', async () => {
  const said: string[] = [];
  const watched: Database = {
    query: (sql: string, values?: readonly unknown[]) => {
      said.push(sql);
      return tables.query(sql, values);
    },
    transaction: async (work: (transaction: Queryable) => Promise<unknown>) => {
      // Two turns and one that was given back, while nobody held the lock.
      await tables.query(
        `insert into turn (portal_id, ledger_name, sequence, decision_id, taker_key, is_returned, taken_at)
         values (7, $1, 4, 'before', 'ana', false, 1), (7, $1, 5, 'a', 'ben', false, 1), (7, $1, 6, 'b', 'ana', false, 1),
           (7, $1, 7, 'b', 'ana', true, 1), (7, $1, 8, 'c', 'ben', false, 1)`,
        [name],
      );
      return tables.transaction((transaction) =>
        work({
          query: (sql, values) => {
            said.push(`locked: ${sql}`);
            return transaction.query(sql, values);
          },
        }),
      );
    },
  } as Database;
  await recountOpenWork(watched, 7);
  expect(await counts()).toEqual({ ana: 2, ben: 2 });
  expect(said[0]).toContain('from decision join clock');
  expect(said.filter((sql) => sql.startsWith('locked:') && sql.includes('decision join'))).toEqual([]);
});

test('Nobody who has no open work is left with any', async () => {
  await tables.query('delete from clock');
  await recountOpenWork(tables as unknown as Database, 7);
  expect(await counts()).toEqual({ ana: 0, ben: 0 });
});

test('What counts, seals and looks for what is not sealed has an index', async () => {
  const plan = async (sql: string): Promise<string> => {
    const rows = await tables.transaction(async (transaction) => {
      await transaction.query('set local enable_seqscan = off');
      await transaction.query('set local enable_bitmapscan = off');
      return transaction.query(`explain ${sql}`);
    });
    return JSON.stringify(rows);
  };
  expect(
    await plan(
      `select given_to, count(*) from decision where portal_id = 7 and is_current and ledger_name = 'a' group by 1`,
    ),
  ).toContain('decision_of_ledger');
  const toSeal = await plan(
    'select decision_id from decision where portal_id = 7 and row_number is null order by decided_at, decision_id limit 9',
  );
  expect(toSeal).toContain('decision_unsealed');
  expect(toSeal).not.toContain('Sort');
});
