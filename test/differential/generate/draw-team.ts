import type { CalendarWindows } from '../../../core/src/decide/model/calendar.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Rep } from '../../../core/src/decide/model/roster.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { drawCalendars, drawReps, firstDay, workingDays } from '../../property/generators/teams.ts';
import { drawLabel } from './wordings.ts';

const hourMillis = 3_600_000;
const dayMillis = 24 * hourMillis;

/** The people of a policy, with names and skills of every kind; some are not on the roster at all. */
export function drawPeople(dice: Dice, policy: Policy): Rep[] {
  return [...drawReps(dice, policy).values()].map((rep) => ({
    ...rep,
    displayName: drawLabel(dice, `Name of ${rep.repKey}`),
    calendarKey: dice.chance(75) ? null : dice.pick(['night', 'late', 'round', 'nowhere', 'Business']),
    skills: dice.chance(50) ? rep.skills : [...rep.skills, 'Gold', 'logistics', 'software', 'no'],
    languages: dice.chance(60) ? rep.languages : ['en', 'de', 'fr', 'tr'],
  }));
}

/** The calendars that a policy names, and some that are odd: never shut, never open, over midnight, with a short day. */
export function drawCalendarList(dice: Dice, policy: Policy): CalendarWindows[] {
  const calendars = [...drawCalendars(dice, policy).values()].filter(({ calendarKey }) => calendarKey !== 'nowhere');
  const without = (key: string): CalendarWindows[] => calendars.filter(({ calendarKey }) => calendarKey !== key);
  switch (dice.pick(['usual', 'usual', 'round', 'closed', 'midnight', 'shortDay'] as const)) {
    case 'usual':
      return calendars;
    case 'round':
      return [...without('round'), aroundTheClock('round')];
    case 'closed':
      return [...without('late'), { ...workingDays('late', 0), windows: [] }];
    case 'midnight':
      return [...without('late'), overMidnight('late')];
    case 'shortDay':
      return [...without('business'), withShortDay('business')];
  }
}

function aroundTheClock(calendarKey: string): CalendarWindows {
  const days = workingDays(calendarKey, 0);
  return { ...days, windows: days.dayStartsAt.map((opensAt) => ({ opensAt, closesAt: opensAt + dayMillis })) };
}

function overMidnight(calendarKey: string): CalendarWindows {
  const days = workingDays(calendarKey, 2);
  const windows = days.dayStartsAt.map((start) => ({
    opensAt: start + 20 * hourMillis,
    closesAt: start + 28 * hourMillis,
  }));
  return { ...days, windows };
}

/** As on the day when clocks go forward: the days after it begin an hour earlier. */
function withShortDay(calendarKey: string): CalendarWindows {
  const days = workingDays(calendarKey, 1);
  const changesAt = firstDay + 6 * dayMillis;
  const moved = (instant: number): number => (instant > changesAt ? instant - hourMillis : instant);
  return {
    ...days,
    windows: days.windows.map(({ opensAt, closesAt }) => ({ opensAt: moved(opensAt), closesAt: moved(closesAt) })),
    dayStartsAt: days.dayStartsAt.map(moved),
    weekStartsAt: days.weekStartsAt.map(moved),
  };
}
