import type { Long } from './number.ts';

/** A stretch of time, from `opensAt` up to but not at `closesAt`, in UTC milliseconds. */
export type TimeWindow = { opensAt: Long; closesAt: Long };

/**
 * A business calendar as the edge worked it out: zones, holidays and summer time are already in it. Windows are in
 * order and do not overlap. Outside `coversFrom`..`coversUntil` it says nothing, and is then called stale.
 */
export type CalendarWindows = {
  calendarKey: string;
  coversFrom: Long;
  coversUntil: Long;
  windows: TimeWindow[];
  /** The instants at which the calendar's own days and weeks begin, for daily and weekly caps. */
  dayStartsAt: Long[];
  weekStartsAt: Long[];
};
