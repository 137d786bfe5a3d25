import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prepare } from '../../../../core/src/decide/index.ts';
import type { Mode } from '../../../../core/src/decide/model/policy.ts';
import { closeClock } from '../../../../hubspot/server/actions/close-clock.ts';
import { askForReview, startClock } from '../../../../hubspot/server/actions/single-clocks.ts';
import type { Desk } from '../../../../hubspot/server/desk.ts';
import type { PortalSession } from '../../../../hubspot/server/portals/portal-session.ts';
import { markSubjects } from '../../../../hubspot/server/waiting/mark-subjects.ts';
import { now, policyTo, teamOf } from '../../effects/scene.ts';
import { MemoryCrm } from '../../memory-crm.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

const portalId = 7;
const contactId = '51';
let tables: Tables;
let crm: MemoryCrm;
let desk: Desk;

beforeEach(async () => {
  tables = await openTables();
  crm = new MemoryCrm({ now });
  crm.seed('contacts', { email: 'lena@speditor.example' }, { id: contactId });
  desk = { database: tables, jobs: { ask: () => Promise.resolve() }, now: () => now } as unknown as Desk;
}, 60_000);

afterAll(closeTables);

function sessionIn(mode: Mode): PortalSession {
  const policy = policyTo('sales', mode);
  const view = {
    rules: { policy },
    team: teamOf(),
    context: { prepared: prepare(policy), calendars: new Map() },
  };
  return { portalId, crm, view: () => Promise.resolve(view) } as unknown as PortalSession;
}

const slaKey = policyTo('sales', 'live').slas[0]!.slaKey;
const effects = () => tables.query('select decision_id, kind, content from effect order by decision_id');
const clocks = () => tables.query('select decision_id, state from clock');

describe('a clock that a workflow starts', () => {
  test('is kept with what it shows, once however often the call comes', async () => {
    const first = await startClock(desk, sessionIn('live'), { contactId, slaKey, key: 'a' });
    const again = await startClock(desk, sessionIn('live'), { contactId, slaKey, key: 'a' });
    expect(first.state).toBe('started');
    expect(again).toEqual(first);
    expect(await clocks()).toEqual([{ decision_id: 'clock of call a', state: 'running' }]);
    expect(await effects()).toMatchObject([{ decision_id: 'clock of call a!start', kind: 'record' }]);
    expect(crm.calls.some(({ method }) => method === 'updateObjects')).toBe(false);
  });

  test('of the same promise that was reminded of already is left as it is', async () => {
    await startClock(desk, sessionIn('live'), { contactId, slaKey, key: 'a' });
    await tables.query(`update clock set state = 'reminded'`);
    const other = await startClock(desk, sessionIn('live'), { contactId, slaKey, key: 'b' });
    expect(other.state).toBe('runsAlready');
    expect(await effects()).toHaveLength(1);
    expect(await clocks()).toEqual([{ decision_id: 'clock of call a', state: 'reminded' }]);
  });

  test('does not start while the policy is not live', async () => {
    expect(await startClock(desk, sessionIn('observe'), { contactId, slaKey, key: 'a' })).toMatchObject({
      state: 'trial',
    });
    expect(await askForReview(desk, sessionIn('suggest'), { contactId, reason: 'Odd.', key: 'b' })).toMatchObject({
      state: 'trial',
    });
    expect([...(await clocks()), ...(await effects())]).toEqual([]);
  });

  test('keeps nobody from arriving who is told of later', async () => {
    await startClock(desk, sessionIn('live'), { contactId, slaKey, key: 'a' });
    const mark = (reason: 'changed' | 'created'): Promise<number> =>
      tables.transaction((transaction) => markSubjects(transaction, portalId, [{ contactId, reason, at: now }]));
    expect(await mark('changed')).toBe(0);
    expect(await mark('created')).toBe(1);
    expect(await tables.query('select arrival, is_waiting, deleted_at from subject')).toEqual([
      { arrival: 1, is_waiting: true, deleted_at: null },
    ]);
  });
});

describe('a review that a workflow asks for', () => {
  test('makes one task a call, also where the clock of reviews runs already', async () => {
    await askForReview(desk, sessionIn('live'), { contactId, reason: 'Two <b>offers', key: 'a' });
    await askForReview(desk, sessionIn('live'), { contactId, reason: 'Two <b>offers', key: 'a' });
    await askForReview(desk, sessionIn('live'), { contactId, reason: 'Another one', key: 'b' });
    const tasks = (await effects()).filter(({ kind }) => kind === 'task');
    expect(tasks.map((task) => task['decision_id'])).toEqual(['clock of call a!ask', 'clock of call b!ask']);
    expect(JSON.stringify(tasks[0])).toContain('Two &lt;b&gt;offers');
    expect(await clocks()).toHaveLength(1);
  });
});

describe('a clock that a workflow closes', () => {
  test('is closed once, and a call that comes again is answered as it was', async () => {
    await startClock(desk, sessionIn('live'), { contactId, slaKey, key: 'a' });
    const closing = { contactId, reason: 'call', key: 'c' };
    expect(await closeClock(desk, { portalId }, closing)).toEqual({ state: 'closed', clockState: 'met' });
    expect(await closeClock(desk, { portalId }, closing)).toEqual({ state: 'closed', clockState: 'met' });
    expect(await closeClock(desk, { portalId }, { ...closing, key: 'd' })).toEqual({
      state: 'noneRan',
      clockState: 'met',
    });
    const shown = (await effects()).find((effect) => effect['decision_id'] === 'clock of call a!end');
    expect(shown?.['content']).toMatchObject({ properties: { sbx_sla_state: 'met' } });
  });
});
