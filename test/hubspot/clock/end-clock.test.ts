import { describe, expect, test } from '@jest/globals';
import { endClock } from '../../../hubspot/handlers/clock/end-clock.ts';
import { at, fiveMinutes } from './clocks.ts';

describe('a promise', () => {
  test('that was touched in time, up to the last moment, is met', () => {
    for (const minutes of [0, 2, 5]) {
      expect(endClock(fiveMinutes({ state: 'reminded' }), 'touched', at(minutes))).toMatchObject({
        clock: { state: 'met' },
        touchedAt: at(minutes),
        isNewlyMissed: false,
      });
    }
  });

  test('that was touched too late is a miss that somebody has to hear of', () => {
    expect(endClock(fiveMinutes(), 'touched', at(6))).toMatchObject({
      clock: { state: 'missed' },
      touchedAt: at(6),
      isNewlyMissed: true,
    });
  });

  test('that was missed stays one, and nobody hears of it twice', () => {
    const missed = fiveMinutes({ state: 'missed' });
    expect(endClock(missed, 'touched', at(4))).toMatchObject({ clock: { state: 'missed' }, isNewlyMissed: false });
    expect(endClock(missed, 'replaced', at(20))).toMatchObject({ clock: { state: 'missed' }, touchedAt: null });
  });

  test('that no longer stands is closed, which is no touch', () => {
    for (const end of ['replaced', 'handedBack', 'contactGone'] as const) {
      expect(endClock(fiveMinutes(), end, at(2))).toMatchObject({ clock: { state: 'closed' }, touchedAt: null });
    }
  });

  test('is not kept by what happened before it was given', () => {
    expect(endClock(fiveMinutes(), 'touched', at(-1))).toBeNull();
  });

  test('ends once', () => {
    expect(endClock(fiveMinutes({ state: 'met' }), 'touched', at(2))).toBeNull();
    expect(endClock(fiveMinutes({ state: 'closed' }), 'replaced', at(2))).toBeNull();
  });

  test('that was only recorded is missed in silence', () => {
    expect(endClock(fiveMinutes({ isQuiet: true }), 'touched', at(6))).toMatchObject({ isNewlyMissed: false });
  });
});
