import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { openRuleStore } from '../../../../hubspot/handlers/rules/open-rule-store.ts';
import { installStarter } from '../../../../hubspot/handlers/rules/install-starter.ts';
import { findRuleTypes } from '../../../../hubspot/handlers/rules/object-types.ts';
import { watchRules, type Watching } from '../../../../hubspot/server/rules/watch-rules.ts';
import { MemoryCrm } from '../../memory-crm.ts';
import { begin, deskOfTables, keepPortal, type TestDesk } from '../desk-of-tables.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const person = { sourceType: 'CRM_UI' } as const;
const second = 1_000;
let tables: Tables;
let crm: MemoryCrm;
let at: TestDesk;
let watching: Watching;
let rowType: string;

beforeEach(async () => {
  tables = await openTables();
  crm = new MemoryCrm({ now: begin });
  await installStarter(await openRuleStore(crm), { timeZone: 'UTC', publishedBy: 'Signalbox', now: begin });
  rowType = (await findRuleTypes(crm)).row!.objectTypeId;
  at = deskOfTables(tables, new Map([7, 8].map((portalId) => [portalId, crm])));
  watching = new Map();
  await keepPortal(tables, 7);
  await tables.query('insert into draft (portal_id, changed_at) values (7, $1)', [begin]);
  await lookAt(begin + 2 * second);
  await lookAt(begin + 4 * second);
  at.asked.length = 0;
}, 60_000);

afterAll(closeTables);

/** Whether the rules were asked for in a look at an instant. */
async function lookAt(instant: number): Promise<boolean> {
  at.clock.now = instant;
  const before = at.asked.length;
  await watchRules(at.desk, watching);
  await Promise.all(watching.values());
  return at.asked.length > before;
}

function edit(id: string, instant: number): void {
  crm.now = instant;
  crm.change(rowType, id, { hs_lastmodifieddate: String(instant) }, person);
}

test('An edit is seen at the next look, once', async () => {
  edit(crm.idsOf(rowType)[0]!, begin + 5 * second);
  expect(await lookAt(begin + 6 * second)).toBe(true);
  expect(await lookAt(begin + 8 * second)).toBe(false);
});

test('An edit that is indexed after a later one is seen as soon as it is', async () => {
  const [first, other] = crm.idsOf(rowType);
  edit(first!, begin + 5 * second);
  crm.notIndexed.add(first!);
  edit(other!, begin + 6 * second);
  expect(await lookAt(begin + 7 * second)).toBe(true);
  expect(await lookAt(begin + 9 * second)).toBe(false);
  crm.notIndexed.clear();
  expect(await lookAt(begin + 11 * second)).toBe(true);
  expect(await lookAt(begin + 13 * second)).toBe(false);
});

test('A row that was archived is missed within a minute', async () => {
  await crm.archiveObjects(rowType, [crm.idsOf(rowType)[0]!]);
  expect(await lookAt(begin + 30 * second)).toBe(false);
  expect(await lookAt(begin + 63 * second)).toBe(true);
  expect(await lookAt(begin + 130 * second)).toBe(false);
});

test('A portal that takes long holds up no other, and is not looked at twice at a time', async () => {
  await keepPortal(tables, 8);
  let answer = (): void => undefined;
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let searches = 0;
  crm.beforeCall = async ({ method }) => {
    searches += method === 'searchObjects' ? 1 : 0;
    if (method === 'searchObjects') await slow;
  };
  at.clock.now = begin + 10 * second;
  await watchRules(at.desk, watching);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(searches).toBe(1);
  crm.beforeCall = () => undefined;
  await tables.query('insert into draft (portal_id, changed_at) values (8, $1)', [begin]);
  at.clock.now = begin + 12 * second;
  await watchRules(at.desk, watching);
  expect([...watching.keys()]).toEqual([7, 8]);
  await watching.get(8);
  expect(at.asked).toEqual([{ name: 'rules', portalId: 8, startAt: null }]);
  answer();
  await Promise.all(watching.values());
  expect(watching.size).toBe(0);
});
