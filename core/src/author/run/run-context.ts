import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare, writeCalendars, writePolicy, writeRoster } from '../../decide/index.ts';
import type { DecisionContext } from '../../decide/model/decision-context.ts';
import type { CalendarWindows } from '../../decide/model/calendar.ts';
import type { Mode, Policy } from '../../decide/model/policy.ts';
import type { Roster } from '../../decide/model/roster.ts';
import { formatPolicyMessage } from '../policy/policy-message.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { hashText } from './hash-text.ts';
import { readTextFile } from './read-json-file.ts';
import { calendarKeys, calendarsOf, readRosterFile, rosterOf, rosterOfPolicy, type RosterFile } from './roster-file.ts';
import { RunError } from './run-message.ts';

/** A context with the three snapshots that its records name. */
export type RunContext = {
  context: DecisionContext;
  policy: Policy;
  roster: Roster;
  rosterFile: RosterFile;
  /** Canonical texts by hash. */
  snapshots: Map<string, string>;
};

const starterFile = fileURLToPath(new URL('../../../policies/starter.json', import.meta.url));

/** Reads policy and roster, checks that they fit each other, and works out the calendars for a span of time. */
export function loadContext(
  policyFile: string | null,
  rosterFile: string | null,
  mode: Mode | null,
  coversFrom: number,
  coversUntil: number,
): RunContext {
  const policy = loadPolicy(policyFile);
  const people = rosterFile === null ? rosterOfPolicy(policy) : readRosterFile(rosterFile);
  const live = mode === null ? policy : { ...policy, mode };
  if (rosterFile !== null) {
    checkRoster(live, people, rosterFile);
  }
  return contextOf(live, people, rosterOf(people), calendarsOf(people, coversFrom, coversUntil));
}

/** The context of a policy, a roster and calendars, each with the hash of its canonical text. */
export function contextOf(
  policy: Policy,
  rosterFile: RosterFile,
  roster: Roster,
  calendars: CalendarWindows[],
): RunContext {
  const texts = [writePolicy(policy), writeRoster(roster), writeCalendars(calendars)] as const;
  const [policyHash, rosterHash, calendarsHash] = [hashText(texts[0]), hashText(texts[1]), hashText(texts[2])];
  return {
    policy,
    roster,
    rosterFile,
    snapshots: new Map([
      [policyHash, texts[0]],
      [rosterHash, texts[1]],
      [calendarsHash, texts[2]],
    ]),
    context: {
      prepared: prepare(policy),
      policyHash,
      reps: new Map(roster.reps.map((rep) => [rep.repKey, rep])),
      rosterHash,
      calendars: new Map(calendars.map((calendar) => [calendar.calendarKey, calendar])),
      calendarsHash,
    },
  };
}

/** Reads a policy file; the one that comes with Signalbox when none is named. */
export function loadPolicy(named: string | null): Policy {
  const file = named ?? starterFile;
  const name = path.basename(file);
  const { policy, messages } = readPolicy(readTextFile(file, '--policy'), name);
  if (policy === null) {
    throw new RunError(
      messages,
      messages.map((message) => formatPolicyMessage(message, name)),
    );
  }
  return policy;
}

/** A pool whose members or calendar the roster lacks would pass everybody over: better said before than after. */
function checkRoster(policy: Policy, people: RosterFile, file: string): void {
  const reps = new Set(people.reps.map((rep) => rep.repKey));
  const calendars = new Set(people.calendars.map((calendar) => calendar.calendarKey));
  const missingReps = [...new Set(policy.members.map((member) => member.memberKey))].filter((key) => !reps.has(key));
  const missingCalendars = calendarKeys(policy).filter((key) => !calendars.has(key));
  const messages = [
    ...missingReps.map((key) => ({ about: `rep "${key}"`, found: 'a pool names this member, the roster does not' })),
    ...missingCalendars.map((key) => ({
      about: `calendar "${key}"`,
      found: 'the policy names it, the roster does not',
    })),
  ];
  if (messages.length > 0) {
    throw new RunError(
      messages.map((message) => ({
        code: 'ROS002',
        about: `${path.basename(file)}, ${message.about}`,
        found: message.found,
        next: 'add it to the roster, or take it out of the policy. Nothing was decided.',
      })),
    );
  }
}
