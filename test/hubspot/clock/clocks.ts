import type { RunningClock } from '../../../hubspot/handlers/clock/running-clock.ts';
import { now } from '../effects/scene.ts';

export const minuteMillis = 60_000;

/** An instant so many minutes after the decision. */
export const at = (minutes: number): number => now + minutes * minuteMillis;

/** Five minutes, as the starter policy has them: a reminder at 3, mara is alerted at 5, it moves on at 10. */
export function fiveMinutes(change: Partial<RunningClock> = {}): RunningClock {
  return {
    decisionId: '501-1/cafe',
    contactId: '501',
    slaKey: 'fiveMinutes',
    ownerKey: 'mara',
    givenToKey: 'ana',
    startedAt: at(0),
    dueAt: at(5),
    state: 'running',
    rungs: [
      { dueAt: at(3), action: 'remind', recipientKey: 'leadOwner' },
      { dueAt: at(5), action: 'alert', recipientKey: 'mara' },
      { dueAt: at(10), action: 'reassign', recipientKey: 'overflow' },
    ],
    climbed: 0,
    isQuiet: false,
    ...change,
  };
}
