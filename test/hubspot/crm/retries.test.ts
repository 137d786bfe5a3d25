import { afterEach, describe, expect, test } from '@jest/globals';
import type { CallBudget } from '../../../hubspot/handlers/crm/call-budget.ts';
import { batchOf, failureOf, recordOf, refusalOf, ScriptedPortal, type Reply } from './scripted-portal.ts';

let portal: ScriptedPortal;

afterEach(() => portal.close());

const found = batchOf([recordOf('1')]);
const rolling = limit('TEN_SECONDLY_ROLLING');

function limit(policyName: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = { status: 'error', errorType: 'RATE_LIMIT', policyName, message: 'You have reached your limit.' };
  return { status: 429, body, headers };
}

function read(): Promise<unknown> {
  return portal.crm().readObjects('contacts', ['1'], ['email']);
}

function create(): Promise<unknown> {
  return portal.crm().createObjects('notes', [{ properties: { hs_note_body: 'Hello' }, associations: [] }]);
}

describe('A call over a limit', () => {
  test('waits as many seconds as Retry-After says', async () => {
    portal = await ScriptedPortal.inTurn(limit('TEN_SECONDLY_ROLLING', { 'retry-after': '7' }), found);
    await read();
    expect(portal.waits).toEqual([7000]);
  });

  test('waits until the instant that Retry-After names', async () => {
    const at = new Date(Date.UTC(2026, 10, 20, 9, 0, 4)).toUTCString();
    portal = await ScriptedPortal.inTurn(limit('SECONDLY', { 'retry-after': at }), found);
    await read();
    expect(portal.waits).toEqual([4000]);
  });

  test('waits longer from try to try for the rolling limit, at most ten seconds', async () => {
    portal = await ScriptedPortal.inTurn(rolling, rolling, rolling, rolling, found);
    await portal.crm({ chance: () => 0.999_999 }).readObjects('contacts', ['1'], []);
    expect(portal.waits).toEqual([4000, 8000, 10_000, 10_000]);
  });

  test('waits a second for the limit of a second', async () => {
    portal = await ScriptedPortal.inTurn(limit('SECONDLY'), { body: { results: [] } });
    await portal.crm().searchObjects({ objectType: 'contacts', groups: [], properties: [], most: 10 });
    expect(portal.waits).toEqual([1000]);
    expect(portal.taken).toEqual(['search', 'search']);
  });

  test('is tried again whatever the policy is called', async () => {
    portal = await ScriptedPortal.inTurn(limit('SOMETHING_NEW'), found);
    await expect(read()).resolves.toHaveLength(1);
  });

  test('lets nobody else of the portal call meanwhile', async () => {
    portal = await ScriptedPortal.inTurn(rolling, found);
    await read();
    expect(portal.pauses).toEqual([{ kind: 'general', millis: 2000 }]);
  });

  test('is tried again when it would create something, for nothing was done', async () => {
    portal = await ScriptedPortal.inTurn(rolling, batchOf([recordOf('9')]));
    await expect(create()).resolves.toEqual([{ position: 0, isWritten: true, id: '9' }]);
  });

  test('is given up at once when the calls of the day are used up', async () => {
    portal = await ScriptedPortal.inTurn(limit('DAILY'));
    const error = await failureOf(read());
    expect(error).toMatchObject({ code: 'HSC001', failure: 'limited', status: 429, isTransient: true });
    expect(error.message).toContain('DAILY');
    expect(portal.received).toHaveLength(1);
    expect(portal.pauses).toEqual([]);
  });

  test('is given up when it would have to wait beyond its deadline, and says how long', async () => {
    portal = await ScriptedPortal.inTurn(limit('SECONDLY', { 'retry-after': '90' }));
    expect(await failureOf(read())).toMatchObject({ failure: 'limited', retryAfterMillis: 90_000 });
    expect(portal.received).toHaveLength(1);
  });

  test('is given up after its last try', async () => {
    portal = await ScriptedPortal.inTurn(limit('SECONDLY'));
    expect(await failureOf(portal.crm({ mostTries: 3 }).readObjects('contacts', ['1'], []))).toMatchObject({
      failure: 'limited',
    });
    expect(portal.received).toHaveLength(3);
  });
});

describe('A call that HubSpot fails at', () => {
  test.each([500, 502, 503, 504, 521, 524, 408])('is tried again after %i when it only reads', async (status) => {
    portal = await ScriptedPortal.inTurn({ status, text: '<html>', headers: { 'content-type': 'text/html' } }, found);
    await expect(read()).resolves.toHaveLength(1);
    expect(portal.waits).toEqual([500]);
  });

  test.each([500, 502, 503, 504])(
    'is not tried again after %i when it creates: what happened is unknown',
    async (status) => {
      portal = await ScriptedPortal.inTurn({ status, body: {} });
      expect(await failureOf(create())).toMatchObject({ failure: 'unavailable', isOutcomeUnknown: true, status });
      expect(portal.received).toHaveLength(1);
    },
  );

  test.each([423, 477])('is tried again after %i even when it creates, for HubSpot did not begin', async (status) => {
    portal = await ScriptedPortal.inTurn(refusalOf(status, 'LOCKED'), batchOf([recordOf('9')]));
    await expect(create()).resolves.toHaveLength(1);
  });

  test('waits two seconds for a lock, as HubSpot asks', async () => {
    portal = await ScriptedPortal.inTurn(refusalOf(423, 'LOCKED'), found);
    await read();
    expect(portal.waits).toEqual([2000]);
  });

  test('is given up when the portal moves to another data centre for hours', async () => {
    portal = await ScriptedPortal.inTurn({ ...refusalOf(477, 'MIGRATION'), headers: { 'retry-after': '86400' } });
    expect(await failureOf(read())).toMatchObject({ failure: 'unavailable', retryAfterMillis: 86_400_000 });
  });

  test('is tried again when the connection is cut, if it only reads', async () => {
    portal = await ScriptedPortal.inTurn({ isCut: true }, found);
    await expect(read()).resolves.toHaveLength(1);
  });

  test('is not tried again when the connection is cut while it creates', async () => {
    portal = await ScriptedPortal.inTurn({ isCut: true });
    expect(await failureOf(create())).toMatchObject({ failure: 'unavailable', isOutcomeUnknown: true, status: null });
    expect(portal.received).toHaveLength(1);
  });

  test('is tried again when no connection comes about, even if it creates', async () => {
    portal = await ScriptedPortal.inTurn(found);
    const nobody = await ScriptedPortal.inTurn(found);
    await nobody.close();
    const crm = portal.crm({ baseUrl: nobody.url, mostTries: 3 });
    const error = await failureOf(crm.createObjects('notes', [{ properties: {}, associations: [] }]));
    expect(error).toMatchObject({ failure: 'unavailable', isOutcomeUnknown: false });
    expect(portal.waits).toEqual([500, 1000]);
  });
});

describe('A call without an answer', () => {
  test('is tried again after its time, if it only reads', async () => {
    portal = await ScriptedPortal.inTurn({ isSilent: true }, found);
    await expect(portal.crm({ timeoutMillis: 1_000 }).readObjects('contacts', ['1'], [])).resolves.toHaveLength(1);
    expect(portal.records.map((record) => record.status)).toEqual([null, 200]);
  });

  test('is not tried again when it creates', async () => {
    portal = await ScriptedPortal.inTurn({ isSilent: true });
    const crm = portal.crm({ timeoutMillis: 60 });
    const error = await failureOf(crm.createObjects('notes', [{ properties: {}, associations: [] }]));
    expect(error).toMatchObject({ failure: 'unavailable', isOutcomeUnknown: true });
    expect(error.message).toContain('look before doing it again');
    expect(portal.received).toHaveLength(1);
  });

  test('ends at the deadline of the whole call', async () => {
    portal = await ScriptedPortal.inTurn({ isSilent: true });
    const begunAt = Date.now();
    const crm = portal.crm({ timeoutMillis: 5000, deadlineMillis: 100 });
    expect(await failureOf(crm.readObjects('contacts', ['1'], []))).toMatchObject({ failure: 'unavailable' });
    expect(Date.now() - begunAt).toBeLessThan(2000);
  });

  test('ends at the deadline when the budget lets nobody through, and nothing is sent', async () => {
    portal = await ScriptedPortal.inTurn(found);
    const budget: CallBudget = { take: () => new Promise(() => undefined), pause: () => undefined };
    const crm = portal.crm({ budget, deadlineMillis: 50 });
    expect(await failureOf(crm.readObjects('contacts', ['1'], []))).toMatchObject({ failure: 'limited' });
    expect(portal.received).toEqual([]);
  });
});
