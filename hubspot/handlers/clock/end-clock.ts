import { isOpen, type RunningClock } from './running-clock.ts';

/** What ends a promise. Only a touch keeps it. */
export type ClockEnd = 'touched' | 'replaced' | 'handedBack' | 'contactGone';

/** What a clock comes to when it ends. */
export type EndedClock = {
  readonly clock: RunningClock;
  readonly endedAt: number;
  /** Null where nobody touched the lead. */
  readonly touchedAt: number | null;
  /** It was over before anybody looked: who answers for it has not been told yet. */
  readonly isNewlyMissed: boolean;
};

/**
 * Ends a clock: a promise that was kept is met, one that no longer stands is closed. One that was missed, or is ended after it was
 * due, stays a miss whatever is said of it later. Null where it has ended before, or where the touch was before it began.
 *
 * @param at when it was touched, or when it ended
 */
export function endClock(clock: RunningClock, end: ClockEnd, at: number): EndedClock | null {
  const isTouched = end === 'touched';
  if (!isOpen(clock) || (isTouched && at < clock.startedAt)) {
    return null;
  }
  const isLate = clock.state === 'missed' || at > clock.dueAt;
  return {
    clock: { ...clock, state: isLate ? 'missed' : isTouched ? 'met' : 'closed' },
    endedAt: at,
    touchedAt: isTouched ? at : null,
    isNewlyMissed: isLate && clock.state !== 'missed' && !clock.isQuiet,
  };
}
