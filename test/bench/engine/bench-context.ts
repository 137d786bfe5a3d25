import { contextOf } from '../../../core/src/author/run/run-context.ts';
import { calendarsOf, rosterOf } from '../../../core/src/author/run/roster-file.ts';
import type { DecisionContext } from '../../../core/src/decide/model/decision-context.ts';
import { benchPolicy } from './bench-policy.ts';
import { benchRoster } from './bench-roster.ts';

/** Policy, roster and calendars of the bench, each with the hash of its snapshot. */
export function benchContext(coversFrom: number, coversUntil: number): DecisionContext {
  const people = benchRoster();
  return contextOf(benchPolicy(), people, rosterOf(people), calendarsOf(people, coversFrom, coversUntil)).context;
}
