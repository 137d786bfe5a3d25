import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { StatusTag } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { act } from 'react';
import { Countdown } from '../../../../hubspot/ui/score-card/promise.tsx';
import type { CardClock } from '../../../../hubspot/handlers/card/card-data.ts';

const now = Date.UTC(2026, 2, 18, 9);
const hour = 3_600_000;

beforeEach(() => {
  jest.useFakeTimers({ now });
});
afterEach(() => {
  jest.useRealTimers();
});

function open(dueIn: number, state: CardClock['state'] = 'running') {
  const renderer = createRenderer('crm.record.tab');
  const clock = { state, startedAt: now, dueAt: now + dueIn, promise: null, answersFor: null, colour: 'info' } as const;
  let draws = 0;
  const Counted = () => {
    draws += 1;
    return <Countdown clock={clock} />;
  };
  act(() => void renderer.render(<Counted />));
  const pass = (millis: number) => act(() => void jest.advanceTimersByTime(millis));
  return { pass, words: () => renderer.find(StatusTag).text, draws: () => draws, renderer };
}

test('counts each second under an hour, through due and on', () => {
  const { pass, words } = open(252_000);
  expect(words()).toBe('First touch due in 4:12');
  pass(1_000);
  expect(words()).toBe('First touch due in 4:11');
  pass(251_000);
  expect(words()).toBe('First touch due in 0:00');
  pass(1_000);
  expect(words()).toBe('First touch 0:01 late');
});

test('counts each minute while there are hours, and each second as soon as there is less than one', () => {
  const { pass, words } = open(2 * hour);
  expect(jest.getTimerCount()).toBe(1);
  pass(59_000);
  expect(words()).toBe('First touch due in 2 h');
  pass(1_000);
  expect(words()).toBe('First touch due in 1 h 59 min');
  pass(hour);
  expect(words()).toBe('First touch due in 59:00');
  pass(1_000);
  expect(words()).toBe('First touch due in 58:59');
});

test.each(['met', 'missed', 'closed'] as const)('does not count at all once it is %s', (state) => {
  open(252_000, state);
  expect(jest.getTimerCount()).toBe(0);
});

test('draws nothing around it anew', () => {
  const { pass, draws } = open(252_000);
  const before = draws();
  pass(10_000);
  expect(draws()).toBe(before);
});
