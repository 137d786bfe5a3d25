import { addOpenMillis, endOfOpenDay } from '../model/business-time.ts';
import type { CalendarWindows } from '../model/calendar.ts';
import type { Long } from '../model/number.ts';
import type { EscalationAction, Sla } from '../model/policy.ts';
import type { PreparedSla } from '../model/prepared-policy.ts';

/** What the due time was counted by. `stale` says that the calendar did not reach: the clock then runs around the clock. */
export type ClockBasis = 'calendar' | 'aroundTheClock' | 'stale';

export type Escalation = { dueAt: Long; action: EscalationAction; recipientKey: string };

/** A promise of response time with its owner. Every decided lead has exactly one. */
export type Clock = {
  slaKey: string;
  startedAt: Long;
  dueAt: Long;
  /** The named person who answers for a miss. */
  ownerKey: string;
  basis: ClockBasis;
  escalations: Escalation[];
};

const minuteMillis: Long = 60000;
const dayMillis: Long = 86400000;

/**
 * Starts the clock of a service level. A 5-minute promise that begins on Friday at 17:58 in a 9-18 calendar is due on
 * Monday at 9:03.
 */
export function startClock(prepared: PreparedSla, calendars: Map<string, CalendarWindows>, now: Long): Clock {
  const sla = prepared.sla;
  const calendar = sla.calendarKey === null ? null : (calendars.get(sla.calendarKey) ?? null);
  const counted = calendar === null ? null : dueByCalendar(sla, calendar, now);
  const clock: Clock = {
    slaKey: sla.slaKey,
    startedAt: now,
    dueAt: counted ?? dueAroundTheClock(sla, now),
    ownerKey: sla.ownerKey,
    basis: basisOf(sla, counted),
    escalations: [],
  };
  for (const step of prepared.steps) {
    const rungAt: Long = clock.dueAt + step.afterDueMinutes * minuteMillis;
    clock.escalations.push({
      dueAt: rungAt < now ? now : rungAt,
      action: step.action,
      recipientKey: step.recipientKey,
    });
  }
  return clock;
}

function basisOf(sla: Sla, counted: Long | null): ClockBasis {
  if (sla.calendarKey === null) {
    return 'aroundTheClock';
  }
  return counted === null ? 'stale' : 'calendar';
}

function dueByCalendar(sla: Sla, calendar: CalendarWindows, now: Long): Long | null {
  const target: Long = sla.targetMinutes * minuteMillis;
  return sla.measure === 'endOfDay' ? endOfOpenDay(calendar, now, target) : addOpenMillis(calendar, now, target);
}

function dueAroundTheClock(sla: Sla, now: Long): Long {
  return sla.measure === 'endOfDay' ? now + dayMillis : now + sla.targetMinutes * minuteMillis;
}
