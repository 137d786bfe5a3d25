/**
 * What a fresh process does until its first decision: load the engine, read and parse the published policy, prepare it,
 * decide one full lead. Bundled to one file by the bench; its folder holds the two JSON files.
 */
import { readFileSync } from 'node:fs';
import { decide, prepare } from '../../../../core/src/decide/index.ts';
import type { CalendarWindows } from '../../../../core/src/decide/model/calendar.ts';
import type { DecisionInput } from '../../../../core/src/decide/model/decision-context.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import type { Rep } from '../../../../core/src/decide/model/roster.ts';

/** What the edge hands over beside the policy. */
export type FirstLead = { input: DecisionInput; reps: Rep[]; calendars: CalendarWindows[]; hash: string };

// The bundle is a script, not a module, so that no loader of modules has to start.
const policy = JSON.parse(readFileSync(`${__dirname}/policy.json`, 'utf8')) as Policy;
const { input, reps, calendars, hash } = JSON.parse(readFileSync(`${__dirname}/first-lead.json`, 'utf8')) as FirstLead;

const decision = decide(input, [], {
  prepared: prepare(policy),
  policyHash: hash,
  reps: new Map(reps.map((rep) => [rep.repKey, rep])),
  rosterHash: hash,
  calendars: new Map(calendars.map((calendar) => [calendar.calendarKey, calendar])),
  calendarsHash: hash,
});

if (!decision.assignment.consumedTurn) {
  throw new Error('The first lead should take a turn, or this measures only half of the way.');
}
