import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FaultKind } from '../../../../sandbox/hubspot/hub/faults/faults.ts';
import { bodyOf, startHubWithApp, type HubWithApp } from './hub-with-app.ts';

let hub: HubWithApp;
let token: string;

beforeEach(async () => {
  hub = await startHubWithApp();
  token = (await hub.connect()).access_token;
  hub.hubSpot.limits.set({ isEnforced: false });
});
afterEach(() => hub.close());

const contacts = '/crm/v3/objects/contacts';
const count = (): number => hub.portal.records.listRecords('contacts').length;
const create = (email = 'lee@example.org', signal?: AbortSignal): Promise<Response> =>
  fetch(`${hub.hubSpot.url}${contacts}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ properties: { email } }),
    ...(signal !== undefined && { signal }),
  });

describe('a write that goes wrong', () => {
  test.each([
    ['failBefore', 0],
    ['failAfter', 1],
  ] as const)('%s answers 5xx and leaves %i contacts', async (kind, written) => {
    hub.hubSpot.faults.next(kind);
    const answer = await create();
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(await bodyOf(answer)).toMatchObject({ status: 'error', correlationId: expect.any(String) });
    expect(count()).toBe(written);
    expect((await create('mia@example.org')).status).toBe(201);
  });

  test.each([
    ['dropBefore', 0],
    ['dropAfter', 1],
  ] as const)('%s breaks the connection and leaves %i contacts', async (kind, written) => {
    hub.hubSpot.faults.next(kind);
    await expect(create()).rejects.toThrow('fetch failed');
    expect(count()).toBe(written);
  });

  test.each([
    ['hangBefore', 0],
    ['hangAfter', 1],
  ] as const)('%s never answers and leaves %i contacts', async (kind, written) => {
    hub.hubSpot.faults.next(kind);
    await expect(create('lee@example.org', AbortSignal.timeout(150))).rejects.toThrow('timeout');
    expect(count()).toBe(written);
  });

  test('a half-written batch did its first half and answers 5xx', async () => {
    hub.hubSpot.faults.next('halfBatch', /batch\/create/);
    const inputs = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ properties: { email: `${name}@example.org` } }));
    const answer = await hub.call('POST', `${contacts}/batch/create`, token, { inputs });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(hub.portal.records.listRecords('contacts').map((each) => each.value('email'))).toEqual([
      'a@example.org',
      'b@example.org',
    ]);
  });
});

test('a storm refuses everything for a while and says when to come back', async () => {
  hub.hubSpot.faults.set({ stormMillis: 200, retryAfterSeconds: 1 });
  hub.hubSpot.faults.next('storm');
  const refused = await create();
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await hub.call('GET', contacts, token)).status).toBe(429);
  await new Promise((resolve) => setTimeout(resolve, 220));
  expect((await create()).status).toBe(201);
  expect(hub.hubSpot.faults.happened.get('storm')).toBe(2);
});

test('latency and slow bodies take their time', async () => {
  hub.hubSpot.faults.set({ latencyMillis: [100, 150] });
  const begun = performance.now();
  await create();
  expect(performance.now() - begun).toBeGreaterThanOrEqual(95);
  hub.hubSpot.faults.clear();
  hub.hubSpot.faults.set({ share: { slowBody: 1 }, slowBodyMillis: 300 });
  const slow = performance.now();
  expect(await bodyOf(await hub.call('GET', contacts, token))).toHaveProperty('results');
  expect(performance.now() - slow).toBeGreaterThanOrEqual(250);
});

test('only calls that match go wrong', async () => {
  hub.hubSpot.faults.set({ share: { failBefore: 1 }, only: /^POST / });
  expect((await create()).status).toBeGreaterThanOrEqual(500);
  expect((await hub.call('GET', contacts, token)).status).toBe(200);
});

test('the same seed has the same fate for each call, in whatever order calls come', async () => {
  const paths = ['a', 'b', 'c', 'd'].flatMap((type) => Array.from({ length: 40 }, () => `GET /crm/v3/objects/${type}`));
  const fates = async (seed: number, calls: readonly string[]): Promise<string[]> => {
    const other = await startHubWithApp('pro', { seed });
    other.hubSpot.faults.set({ share: { failBefore: 0.2, dropAfter: 0.2 } });
    const seen = new Map<string, (FaultKind | null)[]>();
    for (const call of calls) {
      seen.set(call, [...(seen.get(call) ?? []), other.hubSpot.faults.draw(call, 1, false).kind]);
    }
    await other.close();
    return [...seen].toSorted(([one], [two]) => (one < two ? -1 : 1)).map((each) => JSON.stringify(each));
  };
  const once = await fates(3, paths);
  expect(await fates(3, paths.toReversed())).toEqual(once);
  expect(await fates(4, paths)).not.toEqual(once);
  const wrong = once.join().match(/failBefore|dropAfter/g)!.length;
  expect(wrong).toBeGreaterThan(160 * 0.2);
  expect(wrong).toBeLessThan(160 * 0.55);
});
