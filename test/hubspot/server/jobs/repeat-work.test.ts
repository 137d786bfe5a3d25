import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { repeatWork } from '../../../../hubspot/server/jobs/repeat-work.ts';

const everyMillis = 10;

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** Work that lasts until it is told to end, and how often it was begun. */
function endlessWork(): { work: () => Promise<void>; end: () => void; begun: () => number } {
  const ends: (() => void)[] = [];
  let begun = 0;
  const work = (): Promise<void> => {
    begun += 1;
    return new Promise((resolve) => ends.push(resolve));
  };
  return { work, end: () => ends.shift()!(), begun: () => begun };
}

test('Work that takes longer than the time between is never done twice at a time, nor saved up', async () => {
  const { work, end, begun } = endlessWork();
  repeatWork(everyMillis, work);
  await jest.advanceTimersByTimeAsync(100 * everyMillis);
  expect(begun()).toBe(1);
  end();
  await jest.advanceTimersByTimeAsync(everyMillis);
  expect(begun()).toBe(2);
  end();
  await jest.advanceTimersByTimeAsync(0);
  expect(begun()).toBe(2);
});

test('Stopped work comes to its end and does not begin again', async () => {
  const { work, end, begun } = endlessWork();
  const repeated = repeatWork(everyMillis, work);
  await jest.advanceTimersByTimeAsync(everyMillis);
  let isStopped = false;
  const stopping = repeated.stop().then(() => (isStopped = true));
  await jest.advanceTimersByTimeAsync(100 * everyMillis);
  expect([begun(), isStopped]).toEqual([1, false]);
  end();
  await stopping;
  await jest.advanceTimersByTimeAsync(100 * everyMillis);
  expect(begun()).toBe(1);
});
