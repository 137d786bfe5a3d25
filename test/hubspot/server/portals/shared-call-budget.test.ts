import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CallKind } from '../../../../hubspot/handlers/crm/call-budget.ts';
import { shareCallBudget } from '../../../../hubspot/server/portals/shared-call-budget.ts';
import { closeTables, openTables, type Tables } from '../installing/embedded-tables.ts';

let tables: Tables;

beforeEach(async () => {
  tables = await openTables();
}, 60_000);

afterAll(closeTables);

/** When calls went out that several servers wanted to make at these instants, on a clock that jumps to whoever waits. */
async function callsOf(kind: CallKind, wantedAt: readonly number[]): Promise<number[]> {
  const wentOut: number[] = [];
  for (const at of wantedAt) {
    let now = at;
    const wait = (millis: number): Promise<void> => {
      now += millis;
      return Promise.resolve();
    };
    await shareCallBudget(tables, 1, { now: () => now, wait }).take(kind);
    wentOut.push(now);
  }
  return wentOut;
}

function mostWithin(instants: readonly number[], windowMillis: number): number {
  const ordered = [...instants].sort((one, other) => one - other);
  return Math.max(...ordered.map((start) => ordered.filter((at) => at >= start && at <= start + windowMillis).length));
}

describe('the budget that servers share', () => {
  test('lets no more than 110 calls through in any ten seconds, whoever asks and when', async () => {
    const wanted = [...Array.from({ length: 200 }, () => 0), ...Array.from({ length: 30 }, (_, place) => place * 40)];
    const calls = await callsOf('general', wanted);
    expect(mostWithin(calls, 10_000)).toBeLessThanOrEqual(110);
    expect(mostWithin(calls, 10_000)).toBeGreaterThan(100);
  });

  test('lets no more than five searches through in a second', async () => {
    const calls = await callsOf(
      'search',
      Array.from({ length: 60 }, () => 0),
    );
    expect(mostWithin(calls, 1_000)).toBeLessThanOrEqual(5);
  });

  test('lets the first few go at once', async () => {
    expect(
      await callsOf(
        'general',
        Array.from({ length: 30 }, () => 5),
      ),
    ).toEqual(Array.from({ length: 30 }, () => 5));
  });

  test('lets nobody call before a pause is over', async () => {
    const budget = shareCallBudget(tables, 1, { now: () => 1_000, wait: () => Promise.resolve() });
    budget.pause('general', 5_000);
    await tables.query('select 1');
    const [first] = await callsOf('general', [1_500]);
    expect(first).toBeGreaterThanOrEqual(6_000);
  });

  test('lets nobody queue for longer than half a minute, and says when to come back', async () => {
    await callsOf(
      'general',
      Array.from({ length: 253 }, () => 0),
    );
    const budget = shareCallBudget(tables, 1, { now: () => 0, wait: () => Promise.resolve() });
    await expect(budget.take('general')).rejects.toMatchObject({ failure: 'limited', retryAfterMillis: 14_882 });
    const [kept] = await tables.query('select next_at from call_budget');
    await expect(budget.take('general')).rejects.toMatchObject({ failure: 'limited' });
    expect(await tables.query('select next_at from call_budget')).toEqual([kept]);
  });

  test('takes the turn back of whoever gives up last, and of nobody else', async () => {
    await callsOf(
      'general',
      Array.from({ length: 40 }, () => 0),
    );
    const [before] = await tables.query('select next_at from call_budget');
    const givingUp = new AbortController();
    const budget = shareCallBudget(tables, 1, { now: () => 0, wait: () => new Promise(() => undefined) });
    const taking = budget.take('general', givingUp.signal);
    await tables.query('select 1');
    givingUp.abort();
    await expect(taking).rejects.toMatchObject({ name: 'AbortError' });
    expect(await tables.query('select next_at from call_budget')).toEqual([before]);
  });

  test('of another portal is another one', async () => {
    await callsOf(
      'general',
      Array.from({ length: 200 }, () => 0),
    );
    let waited = 0;
    const wait = (millis: number): Promise<void> => Promise.resolve(void (waited = millis));
    await shareCallBudget(tables, 2, { now: () => 0, wait }).take('general');
    expect(waited).toBe(0);
  });
});
