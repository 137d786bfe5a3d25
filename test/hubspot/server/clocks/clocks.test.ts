import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mergedIdsProperty } from '../../../../hubspot/handlers/subjects/find-merged.ts';
import { followMerges } from '../../../../hubspot/server/clocks/follow-merges.ts';
import { lookAtClocksOf } from '../../../../hubspot/server/clocks/look-at-clocks.ts';
import { markContactsOfCompanies } from '../../../../hubspot/server/clocks/mark-contacts-of-companies.ts';
import { readSigns } from '../../../../hubspot/server/clocks/read-signs.ts';
import type { Queryable } from '../../../../hubspot/server/database/database.ts';
import { giveBackTurn } from '../../../../hubspot/server/deciding/give-back-turn.ts';
import type { JobQueue } from '../../../../hubspot/server/jobs/job-queue.ts';
import { markSubjects } from '../../../../hubspot/server/waiting/mark-subjects.ts';
import { MemoryCrm } from '../../memory-crm.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const portalId = 7;
const now = Date.UTC(2026, 10, 20, 9);
const minute = 60_000;

let tables: Tables;
let crm: MemoryCrm;
let asked: string[];
const jobs = {
  ask: (name: string) => Promise.resolve(void asked.push(name)),
} as unknown as JobQueue;

beforeEach(async () => {
  tables = await openTables();
  crm = new MemoryCrm({ now });
  asked = [];
}, 60_000);

afterAll(closeTables);

const session = (): Parameters<typeof readSigns>[0] => ({ crm, hasLeads: true, appId: 77 });

/** The portal answers to a merged id with the record that both became. */
function merge(fromId: string, toId: string): void {
  const read = crm.readObjects.bind(crm);
  crm.change('contacts', toId, { [mergedIdsProperty]: `${fromId};3` }, { sourceType: 'CRM_UI' });
  crm.readObjects = (type, ids, ...rest) =>
    read(type, type === 'contacts' ? ids.map((id) => (id === fromId ? toId : id)) : ids, ...rest);
}

describe('the signs of a touch', () => {
  test('are read without leads where leads are forbidden', async () => {
    crm.seed('contacts', { email: 'ana@depot.test' }, { id: '1' });
    crm.forbidden.add('leads');
    const { signs } = await readSigns(session(), ['1'], now);
    expect(signs.get('1')).toMatchObject({ contact: { id: '1' }, leads: [], tasks: [] });
  });

  test('tell who answers under the id of another from who is gone', async () => {
    crm.seed('contacts', { email: 'ana@depot.test' }, { id: '9' });
    merge('1', '9');
    const { signs, merged } = await readSigns(session(), ['1', '2'], now);
    expect([...signs.keys()]).toEqual([]);
    expect(merged).toEqual([{ fromId: '1', toId: '9' }]);
  });
});

describe('a merge that was read before it was told of', () => {
  test('takes the mark and the promise along, and is looked at and decided', async () => {
    await tables.transaction((transaction) =>
      markSubjects(transaction, portalId, [{ contactId: '1', reason: 'created', at: now }]),
    );
    await tables.query(
      `insert into clock (portal_id, decision_id, contact_id, sla_key, owner_key, given_to, started_at, due_at, state, is_quiet, rungs)
       values ($1, 'd', '1', 's', 'o', 'g', $2, $2, 'running', false, '[]')`,
      [portalId, now],
    );
    await followMerges({ database: tables, jobs } as never, portalId, [{ fromId: '1', toId: '9' }], now + minute);
    const subjects = await tables.query('select contact_id, is_waiting, looks from subject order by contact_id');
    expect(subjects).toEqual([
      { contact_id: '1', is_waiting: false, looks: 0 },
      { contact_id: '9', is_waiting: true, looks: 1 },
    ]);
    expect(await tables.query('select contact_id, state from clock')).toEqual([{ contact_id: '9', state: 'running' }]);
    expect(asked).toEqual(['decide', 'apply', 'look']);
  });
});

describe('a company that changed', () => {
  test('has its contacts marked in pieces, in one statement each, and those that never came in left in peace', async () => {
    const ids = Array.from({ length: 1_200 }, (_, place) => String(10_000 + place));
    await tables.query(
      `insert into subject (portal_id, contact_id, arrived_at, is_waiting) select $1, id, $2, false from unnest($3::text[]) as of (id)`,
      [portalId, now, ids],
    );
    await tables.query(`insert into changed_company (portal_id, company_id, changed_at) values ($1, '5', $2)`, [
      portalId,
      now + minute,
    ]);
    crm.seed('companies', {}, { id: '5' });
    for (const id of [...ids, '99']) {
      crm.seed('contacts', {}, { id, associations: [{ toType: 'companies', toId: '5' }] });
    }
    let statements = 0;
    const database = {
      ...tables,
      transaction: <T>(work: (transaction: Queryable) => Promise<T>) =>
        tables.transaction((transaction) =>
          work({ query: (sql, values) => ((statements += 1), transaction.query(sql, values)) }),
        ),
    };
    await markContactsOfCompanies({ database, jobs } as never, { portalId, crm });
    const [row] = await tables.query(
      `select count(*)::int as marked from subject where is_waiting and arrival = 2 and urgency = 0 and arrived_at = $1`,
      [now + minute],
    );
    expect(row).toEqual({ marked: 1_200 });
    expect(statements).toBe(3);
    expect(await tables.query('select 1 from changed_company')).toEqual([]);
  });
});

describe('looking at clocks', () => {
  test('has the contact before its clocks, as deciding does', async () => {
    crm.seed('contacts', { email: 'ana@depot.test' }, { id: '1' });
    const locked: string[] = [];
    const query = (sql: string): Promise<unknown[]> => {
      const table = /from (subject|clock)\b[\s\S]*for update/.exec(sql)?.[1];
      if (table !== undefined) locked.push(table);
      return Promise.resolve([]);
    };
    const database = { query, transaction: (work: (given: unknown) => Promise<unknown>) => work({ query }) };
    const people = { configuration: { settings: {}, calendars: [] }, team: {} };
    await lookAtClocksOf(
      { database, jobs, now: () => now } as never,
      {
        ...session(),
        portalId,
        people: () => Promise.resolve(people),
        view: () => Promise.resolve({ rules: { policy: { slas: [] } } }),
      } as never,
      ['1'],
    );
    expect(locked).toEqual(['subject', 'clock']);
  });
});

describe('giving a turn back', () => {
  test('has the pool before the decision, as deciding does', async () => {
    const locked: string[] = [];
    const turn = { ledger_name: 'live/east', turn: {} };
    const query = (sql: string): Promise<unknown[]> => {
      const table = /from (ledger|decision)\b[\s\S]*for update/.exec(sql)?.[1];
      if (table !== undefined) locked.push(table);
      // Somebody else gave it back while we waited for the pool.
      return Promise.resolve(sql.includes('from decision') && table === undefined ? [turn] : []);
    };
    const transaction = (work: (given: unknown) => Promise<unknown>): Promise<unknown> => work({ query });
    await giveBackTurn({ query, transaction } as never, portalId, 'd', now);
    expect(locked).toEqual(['ledger', 'decision']);
  });
});
