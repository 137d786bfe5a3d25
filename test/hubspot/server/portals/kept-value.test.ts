import { describe, expect, test } from '@jest/globals';
import { KeptValue } from '../../../../hubspot/server/portals/kept-value.ts';

const ages = { freshMillis: 10, usableMillis: 100 };

/** Readings that end when the test says so. */
function readings(): { kept: KeptValue<string>; count: () => number; end: (outcome: string | Error) => Promise<void> } {
  let count = 0;
  const open: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const kept = new KeptValue(() => {
    count += 1;
    return new Promise<string>((resolve, reject) => open.push({ resolve, reject }));
  }, ages);
  return {
    kept,
    count: () => count,
    async end(outcome) {
      const { resolve, reject } = open.shift()!;
      if (typeof outcome === 'string') resolve(outcome);
      else reject(outcome);
      await new Promise((settled) => setImmediate(settled));
    },
  };
}

describe('a kept value', () => {
  test('is read once for all who ask at the same time', async () => {
    const { kept, count, end } = readings();
    const both = Promise.all([kept.get(0), kept.get(1)]);
    await end('first');
    expect(await both).toEqual(['first', 'first']);
    expect(count()).toBe(1);
  });

  test('that is no longer fresh is given while a new one is read', async () => {
    const { kept, count, end } = readings();
    const first = kept.get(0);
    await end('first');
    await first;
    expect(await kept.get(11)).toBe('first');
    expect(count()).toBe(2);
    await end('second');
    expect(await kept.get(12)).toBe('second');
  });

  test('survives a reading that fails until it is too old', async () => {
    const { kept, end } = readings();
    const first = kept.get(0);
    await end('first');
    await first;
    await kept.get(50);
    await end(new Error('away'));
    expect(await kept.get(60)).toBe('first');
    await end(new Error('away'));
    const late = expect(kept.get(101)).rejects.toThrow('away');
    await end(new Error('away'));
    await late;
  });

  test('that was forgotten while it was read is read again', async () => {
    const { kept, count, end } = readings();
    const early = kept.get(0);
    kept.forget();
    const late = kept.get(1);
    await end('early');
    await end('late');
    expect([await early, await late]).toEqual(['early', 'late']);
    expect(await kept.get(2)).toBe('late');
    expect(count()).toBe(2);
  });
});
