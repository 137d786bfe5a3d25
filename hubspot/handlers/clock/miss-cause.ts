import { isWithin, openingAt } from '../../../core/src/decide/model/business-time.ts';
import type { Team } from '../people/team.ts';
import type { RunningClock } from './running-clock.ts';

/**
 * Why a promise was missed, in plain words that name reps as the team calls them: it lies with a person only when one was on duty.
 *
 * missCauseOf(clock, team) → "nobody on duty: Ana Ruiz was on leave"
 */
export function missCauseOf(clock: RunningClock, team: Team): string {
  const rep = team.roster.reps.find(({ repKey }) => repKey === clock.givenToKey);
  if (rep === undefined) {
    return `nobody on duty: it was with "${clock.givenToKey}", which no user stands behind`;
  }
  if (!rep.isActive) {
    return `nobody on duty: ${rep.displayName} is not active`;
  }
  if (isWithin(rep.timeOff, clock.dueAt)) {
    return `nobody on duty: ${rep.displayName} was on leave`;
  }
  const hours = team.calendars.find(({ calendarKey }) => calendarKey === rep.calendarKey);
  if (hours !== undefined && openingAt(hours, clock.dueAt) === 'shut') {
    return `nobody on duty: ${rep.displayName} was outside working hours`;
  }
  return `not touched by ${rep.displayName}`;
}
