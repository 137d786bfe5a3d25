import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cardDataSchema } from '../../../../hubspot/handlers/card/card-data.ts';
import { openState } from '../states/open-state.tsx';
import { scoreCardStates } from '../states/score-card-states.ts';

const now = Date.UTC(2026, 2, 18, 9);
const states = scoreCardStates(now);

beforeEach(() => {
  jest.useFakeTimers({ now });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('every state', () => {
  test('has a name of its own', () => {
    expect(new Set(states.map(({ name }) => name)).size).toBe(states.length);
  });

  test('is made of cards as a backend makes them', () => {
    const cards = states.flatMap(({ name, answers: { card } }) =>
      name === 'other-version' || card === undefined || card === 'silent' || !('content' in card) ? [] : [card.content],
    );
    expect(cards.length).toBeGreaterThan(10);
    for (const card of cards) expect(cardDataSchema.parse(card)).toEqual(card);
  });

  test.each(states.map((state) => [state.name, state] as const))('%s shows what it should', async (_, state) => {
    const { words } = await openState(state);
    for (const expected of state.shows) expect(words()).toContain(expected);
    expect(words()).not.toMatch(/undefined|NaN|\[object|Invalid Date|\{at:\d{1,15}\}/);
    expect(words()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});
