import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CallKind } from '../../../hubspot/handlers/crm/call-budget.ts';
import type { Clock } from '../../../hubspot/handlers/crm/clock.ts';
import { LocalCallBudget } from '../../../hubspot/handlers/crm/local-call-budget.ts';

/** Time that passes only from one sleeper's end to the next. */
class SimulatedClock implements Clock {
  #now = 1_000_000;
  readonly #sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  readonly now = (): number => this.#now;

  readonly sleep = (millis: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleepers.push({ at: this.#now + millis, wake });
    });

  async run(): Promise<void> {
    await settled();
    while (this.#sleepers.length > 0) {
      this.#sleepers.sort((one, other) => one.at - other.at);
      const next = this.#sleepers.shift();
      this.#now = Math.max(this.#now, next?.at ?? 0);
      next?.wake();
      await settled();
    }
  }
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Asks at the given instants and tells when each was let through. */
async function askAt(
  instants: readonly number[],
  kind: CallKind,
  pauses: readonly { readonly at: number; readonly millis: number }[] = [],
): Promise<number[]> {
  const clock = new SimulatedClock();
  const begunAt = clock.now();
  const budget = new LocalCallBudget(undefined, clock);
  const letThrough: number[] = [];
  const asking = instants.map(async (instant) => {
    await clock.sleep(instant);
    await budget.take(kind);
    letThrough.push(clock.now() - begunAt);
  });
  const pausing = pauses.map(async ({ at, millis }) => {
    await clock.sleep(at);
    budget.pause(kind, millis);
  });
  await clock.run();
  await Promise.all([...asking, ...pausing]);
  return letThrough;
}

/** The most that any window sees, its last instant included. */
function mostInAnyWindow(instants: readonly number[], millis: number): number {
  return Math.max(0, ...instants.map((first) => instants.filter((at) => at >= first && at <= first + millis).length));
}

describe('The budget of one process', () => {
  test('lets at most 110 calls into any ten seconds, even if 600 ask at once', async () => {
    const letThrough = await askAt(Array<number>(600).fill(0), 'general');
    expect(letThrough).toHaveLength(600);
    expect(mostInAnyWindow(letThrough, 10_000)).toBeLessThanOrEqual(110);
    // Most of the limit is used: 580 calls after the first 20 take little more than a minute.
    expect(Math.max(...letThrough)).toBeLessThan(70_000);
  });

  test('lets at most 110 calls into any ten seconds, whenever they ask and whatever HubSpot refuses', async () => {
    const asking = fc.array(fc.nat(25_000), { minLength: 100, maxLength: 250 });
    const pausing = fc.array(fc.record({ at: fc.nat(25_000), millis: fc.nat(10_000) }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(asking, pausing, async (instants, pauses) => {
        const letThrough = await askAt(instants, 'general', pauses);
        expect(letThrough).toHaveLength(instants.length);
        expect(mostInAnyWindow(letThrough, 10_000)).toBeLessThanOrEqual(110);
      }),
      { numRuns: 25 },
    );
  });

  test('lets twenty through at once when there was quiet before', async () => {
    expect(await askAt(Array<number>(20).fill(5000), 'general')).toEqual(Array<number>(20).fill(5000));
  });

  test('lets two searches through at once and then three a second, apart from other calls', async () => {
    const letThrough = await askAt(Array<number>(9).fill(0), 'search');
    expect(letThrough).toEqual([0, 0, 334, 668, 1002, 1336, 1670, 2004, 2338]);
  });

  test('lets nobody through in a pause, and begins evenly after it', async () => {
    const letThrough = await askAt([0, 500, 500, 500], 'general', [{ at: 400, millis: 3000 }]);
    expect(letThrough).toEqual([0, 3400, 3518, 3636]);
  });

  test('lets calls through in the order in which they asked', async () => {
    const clock = new SimulatedClock();
    const budget = new LocalCallBudget(
      { general: { limit: 3, windowMillis: 1000, burst: 1 }, search: oneASecond },
      clock,
    );
    const order: number[] = [];
    const asking = [1, 2, 3, 4].map(async (number) => {
      await budget.take('general');
      order.push(number);
    });
    await clock.run();
    await Promise.all(asking);
    expect(order).toEqual([1, 2, 3, 4]);
  });

  test('takes nothing for a call that waits no longer', async () => {
    const clock = new SimulatedClock();
    const budget = new LocalCallBudget({ general: oneASecond, search: oneASecond }, clock);
    const begunAt = clock.now();
    const stopped = new AbortController();
    await budget.take('general');
    const given = budget.take('general', stopped.signal);
    const last = budget.take('general').then(() => clock.now() - begunAt);
    stopped.abort(new Error('too late'));
    await expect(given).rejects.toThrow('too late');
    await expect(budget.take('general', stopped.signal)).rejects.toThrow('too late');
    await clock.run();
    expect(await last).toBe(1000);
  });
});

const oneASecond = { limit: 2, windowMillis: 1000, burst: 1 };
