import { createHash } from 'node:crypto';
import { calendarsOf, rosterOf } from '../../../core/src/author/run/roster-file.ts';
import { prepare, writeCalendars, writePolicy, writeRoster } from '../../../core/src/decide/index.ts';
import type { DecisionContext } from '../../../core/src/decide/model/decision-context.ts';
import { benchPolicy } from './bench-policy.ts';
import { benchRoster } from './bench-roster.ts';

/** Policy, roster and calendars of the bench, each with the hash of its snapshot. */
export function benchContext(coversFrom: number, coversUntil: number): DecisionContext {
  const policy = benchPolicy();
  const people = benchRoster();
  const roster = rosterOf(people);
  const calendars = calendarsOf(people, coversFrom, coversUntil);
  return {
    prepared: prepare(policy),
    policyHash: sha256(writePolicy(policy)),
    reps: new Map(roster.reps.map((rep) => [rep.repKey, rep])),
    rosterHash: sha256(writeRoster(roster)),
    calendars: new Map(calendars.map((calendar) => [calendar.calendarKey, calendar])),
    calendarsHash: sha256(writeCalendars(calendars)),
  };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
