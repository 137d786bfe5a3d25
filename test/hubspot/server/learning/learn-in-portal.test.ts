import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CrmError } from '../../../../hubspot/handlers/crm/crm-error.ts';
import { installStarter } from '../../../../hubspot/handlers/rules/install-starter.ts';
import { openRuleStore } from '../../../../hubspot/handlers/rules/open-rule-store.ts';
import { cancelLearning, startLearning, tellLearning } from '../../../../hubspot/server/learning/answer-learning.ts';
import { learnInPortal } from '../../../../hubspot/server/learning/learn-in-portal.ts';
import { sweep } from '../../../../hubspot/server/upkeep/sweep.ts';
import { seedHistory } from '../../learning/past-portal.ts';
import { MemoryCrm } from '../../memory-crm.ts';
import { begin, deskOfTables, keepPortal, type TestDesk } from '../desk-of-tables.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const portalId = 7;
const caller = { portalId, userId: '5', userEmail: 'ops@example.com' };
const atOnce = (): Promise<void> => Promise.resolve();

let tables: Tables;
let crm: MemoryCrm;
let at: TestDesk;

beforeEach(async () => {
  tables = await openTables();
  await keepPortal(tables, portalId);
  crm = new MemoryCrm({ now: begin });
  const store = await openRuleStore(crm);
  await installStarter(store, { timeZone: 'UTC', publishedBy: 'Signalbox', now: begin });
  at = deskOfTables(tables, new Map([[portalId, crm]]));
}, 60_000);

afterAll(closeTables);

async function start(): Promise<Awaited<ReturnType<typeof startLearning>>> {
  return startLearning(at.desk, (await at.desk.sessions.open(portalId))!, caller);
}

function pagesRead(): number {
  return crm.calls.filter(({ method, about }) => method === 'searchObjects' && about === 'contacts').length;
}

async function keptPages(): Promise<number> {
  const [row] = await tables.query<{ pages: number }>('select count(*)::int as pages from learning_page');
  return row!.pages;
}

describe('Learning in a portal', () => {
  test('reads every contact once, learns who is won, and keeps no page afterwards', async () => {
    seedHistory(crm, 950);
    expect(await start()).toMatchObject({ state: 'reading', all: 950, startedBy: 'ops@example.com' });
    await learnInPortal(at.desk, portalId, atOnce);
    const told = await tellLearning(at.desk, portalId);
    expect([told.state, told.problem]).toEqual(['done', null]);
    expect(pagesRead()).toBe(10);
    expect(told.result).toMatchObject({ leadCount: 950, notes: [] });
    const fit = told.result!.axes.find(({ axis }) => axis === 'fit')!;
    if (fit.kind !== 'learned') throw new Error(JSON.stringify(fit));
    expect(fit.scorecard.attributes.map(({ fieldKey }) => fieldKey)).toEqual(
      expect.arrayContaining(['employees', 'industry']),
    );
    const tiers = fit.timeSplit!.tiers;
    expect(tiers[0]!.wonShare!).toBeGreaterThan(2 * tiers[2]!.wonShare!);
    expect(await keptPages()).toBe(0);
  }, 120_000);

  test('is begun once, whoever asks how often', async () => {
    seedHistory(crm, 30);
    const [first, second] = [await start(), await start()];
    expect(second.startedAt).toBe(first.startedAt);
    expect(at.asked.filter(({ name }) => name === 'learn')).toHaveLength(1);
  });

  test('after a crash goes on behind the last page that was kept', async () => {
    seedHistory(crm, 350);
    await start();
    let searches = 0;
    crm.beforeCall = ({ method, about }) => {
      searches += method === 'searchObjects' && about === 'contacts' ? 1 : 0;
      if (searches === 3) throw new Error('the process is gone');
    };
    await learnInPortal(at.desk, portalId, atOnce);
    expect(await tellLearning(at.desk, portalId)).toMatchObject({ state: 'reading', done: 200 });
    expect(await keptPages()).toBe(2);
    crm.beforeCall = () => undefined;
    crm.calls.length = 0;
    await learnInPortal(at.desk, portalId, atOnce);
    expect(pagesRead()).toBe(0);
    at.clock.now += 600_000;
    await sweep(at.desk);
    expect(at.asked.at(-1)).toMatchObject({ name: 'learn', portalId });
    await learnInPortal(at.desk, portalId, atOnce);
    expect(pagesRead()).toBe(2);
    expect(await tellLearning(at.desk, portalId)).toMatchObject({ state: 'done', result: { leadCount: 350 } });
  }, 120_000);

  test('is done by one of two workers, and by the other when the first is gone', async () => {
    seedHistory(crm, 250);
    await start();
    const other = { ...at.desk, worker: 'two' };
    let isAsked = false;
    crm.beforeCall = async ({ method, about }) => {
      if (isAsked || method !== 'searchObjects' || about !== 'contacts') return;
      isAsked = true;
      await learnInPortal(other, portalId, atOnce);
    };
    await learnInPortal(at.desk, portalId, atOnce);
    expect(pagesRead()).toBe(3);
    expect(await tellLearning(at.desk, portalId)).toMatchObject({ state: 'done', result: { leadCount: 250 } });
  }, 120_000);

  test('of a worker whose lease ended keeps no page twice', async () => {
    seedHistory(crm, 250);
    await start();
    const other = { ...at.desk, worker: 'two' };
    let searches = 0;
    crm.beforeCall = async ({ method, about }) => {
      if (method !== 'searchObjects' || about !== 'contacts') return;
      searches += 1;
      if (searches !== 2) return;
      at.clock.now += 600_000;
      await learnInPortal(other, portalId, atOnce);
    };
    await learnInPortal(at.desk, portalId, atOnce);
    expect(await tellLearning(at.desk, portalId)).toMatchObject({ state: 'done', result: { leadCount: 250 } });
  }, 120_000);

  test('that is cancelled stops with the next page, and can be begun anew', async () => {
    seedHistory(crm, 450);
    await start();
    let searches = 0;
    crm.beforeCall = async ({ method, about }) => {
      searches += method === 'searchObjects' && about === 'contacts' ? 1 : 0;
      if (searches === 2) await cancelLearning(at.desk, portalId);
    };
    await learnInPortal(at.desk, portalId, atOnce);
    expect(searches).toBe(2);
    expect(await tellLearning(at.desk, portalId)).toMatchObject({ state: 'cancelled', result: null });
    expect(await keptPages()).toBe(0);
    crm.beforeCall = () => undefined;
    at.clock.now += 1;
    expect(await start()).toMatchObject({ state: 'reading', done: 0 });
  });

  test('without the scope for deals says so, and learns nothing', async () => {
    seedHistory(crm, 120);
    crm.forbidden.add('deals');
    await start();
    await learnInPortal(at.desk, portalId, atOnce);
    const { state, result } = await tellLearning(at.desk, portalId);
    expect(state).toBe('done');
    expect(result!.notes.map(({ code }) => code)).toEqual(['HSL002']);
    expect(result!.hygiene.isStopped).toBe(true);
    expect(result!.axes.map(({ kind }) => kind)).toEqual(['refused', 'refused']);
  });

  test('that HubSpot refuses for good is given up and says why', async () => {
    seedHistory(crm, 20);
    await start();
    crm.beforeCall = ({ method }) => {
      if (method === 'readObjects') throw new CrmError('forbidden', 'The app lacks a scope for this.');
    };
    await learnInPortal(at.desk, portalId, atOnce);
    expect(await tellLearning(at.desk, portalId)).toMatchObject({ state: 'failed', problem: { code: 'HSL004' } });
  });

  test('is refused where there are more contacts than fit here, and where nothing is published', async () => {
    crm.countObjects = () => Promise.resolve(50_001);
    expect(await start()).toMatchObject({ state: 'failed', problem: { code: 'HSL001' } });
    expect((await tellLearning(at.desk, portalId)).state).toBe('none');
    crm.countObjects = () => Promise.resolve(10);
    const session = (await at.desk.sessions.open(portalId))!;
    session.store.findLive = () => Promise.resolve(null);
    expect(await startLearning(at.desk, session, caller)).toMatchObject({ problem: { code: 'HSL003' } });
  });
});
