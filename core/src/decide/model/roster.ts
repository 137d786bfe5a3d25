import type { TimeWindow } from './calendar.ts';

/** A salesperson as far as routing must know one. */
export type Rep = {
  repKey: string;
  displayName: string;
  isActive: boolean;
  /** The rep's own working hours; null follows the pool's calendar. */
  calendarKey: string | null;
  skills: string[];
  languages: string[];
  timeOff: TimeWindow[];
};

/** Everybody who can hold a lead, in repKey order. */
export type Roster = { reps: Rep[] };
