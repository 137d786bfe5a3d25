import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { writeCalendars, writeRoster } from '../../../core/src/decide/index.ts';
import type { DecisionContext } from '../../../core/src/decide/model/decision-context.ts';
import type { PreparedPolicy } from '../../../core/src/decide/model/prepared-policy.ts';
import type { Team } from './team.ts';

/** A context with the two texts that records name by their hashes; that of the policy is kept by whoever published it. */
export type TeamContext = {
  readonly context: DecisionContext;
  readonly rosterText: string;
  readonly calendarsText: string;
};

/**
 * What the leads of a portal are decided with. The policy comes prepared, because that is done once for a revision and a team
 * is taken often: `decisionContextOf(prepare(policy), hash, team)`, with `prepare(policy)` kept by its hash.
 */
export function decisionContextOf(prepared: PreparedPolicy, policyHash: string, team: Team): TeamContext {
  const rosterText = writeRoster(team.roster);
  const calendarsText = writeCalendars([...team.calendars]);
  return {
    context: {
      prepared,
      policyHash,
      reps: new Map(team.roster.reps.map((rep) => [rep.repKey, rep])),
      rosterHash: hashText(rosterText),
      calendars: new Map(team.calendars.map((calendar) => [calendar.calendarKey, calendar])),
      calendarsHash: hashText(calendarsText),
    },
    rosterText,
    calendarsText,
  };
}
