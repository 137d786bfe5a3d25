import * as z from 'zod';
import type { CalendarWindows } from '../../decide/model/calendar.ts';
import type { Policy } from '../../decide/model/policy.ts';
import type { Rep, Roster } from '../../decide/model/roster.ts';
import { leaveWindows, windowsOf, type WorkingHours } from './calendar-windows.ts';
import { readJsonFile, schemaMessages, type JsonFile } from './read-json-file.ts';
import { RunError, type RunMessage } from './run-message.ts';

const day = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 09:00');
const zone = z.string().refine(isZone, 'must be a time zone such as Europe/Berlin');
const key = z.string().min(1).max(60);
const hours = z.strictObject({ days: z.array(z.int().min(1).max(7)), from: time, until: time });

const rosterSchema = z.strictObject({
  reps: z.array(
    z.strictObject({
      repKey: key,
      displayName: z.string().min(1).max(80),
      active: z.boolean().default(true),
      timeZone: zone,
      workingHours: hours,
      skills: z.array(z.string()).default([]),
      languages: z.array(z.string()).default([]),
      joinedOn: day.optional(),
      timeOff: z.array(z.strictObject({ from: day, until: day })).default([]),
      holidays: z.array(day).default([]),
    }),
  ),
  /** The calendars that pools and service levels name. */
  calendars: z
    .array(
      z.strictObject({ calendarKey: key, timeZone: zone, workingHours: hours, holidays: z.array(day).default([]) }),
    )
    .default([]),
  /** The customer's own domains and those of competitors. */
  employeeDomains: z.array(z.string()).default([]),
  competitorDomains: z.array(z.string()).default([]),
});

/** Who can hold leads, when they work, and which domains are the customer's own. */
export type RosterFile = z.infer<typeof rosterSchema>;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export function readRosterFile(file: string): RosterFile {
  const read = readJsonFile(file, '--roster');
  const parsed = rosterSchema.safeParse(read.value);
  if (!parsed.success) {
    throw new RunError(schemaMessages('ROS001', read, parsed.error, 'correct it there. Nothing was decided.'));
  }
  const messages = contradictions(parsed.data, read);
  if (messages.length > 0) {
    throw new RunError(messages);
  }
  return parsed.data;
}

/** Keys that stand twice, and spans that end before they begin. */
function contradictions(roster: RosterFile, read: JsonFile): RunMessage[] {
  const messages: RunMessage[] = [];
  const note = (steps: PropertyKey[], about: string, found: string): void => {
    const next = 'correct it there. Nothing was decided.';
    messages.push({ code: 'ROS003', about: `${read.place(steps)}, ${about}`, found, next });
  };
  for (const [place, rep] of roster.reps.entries()) {
    const about = `rep "${rep.repKey}"`;
    if (roster.reps.findIndex((other) => other.repKey === rep.repKey) !== place) {
      note(['reps', place, 'repKey'], about, 'the key stands there a second time');
    }
    if (rep.workingHours.from >= rep.workingHours.until) {
      note(['reps', place, 'workingHours'], about, 'the hours end before they begin');
    }
    if (rep.timeOff.some((span) => span.from > span.until)) {
      note(['reps', place, 'timeOff'], about, 'a time off ends before it begins');
    }
  }
  for (const [place, calendar] of roster.calendars.entries()) {
    const about = `calendar "${calendar.calendarKey}"`;
    if (roster.calendars.findIndex((other) => other.calendarKey === calendar.calendarKey) !== place) {
      note(['calendars', place, 'calendarKey'], about, 'the key stands there a second time');
    }
    if (calendar.workingHours.from >= calendar.workingHours.until) {
      note(['calendars', place, 'workingHours'], about, 'the hours end before they begin');
    }
  }
  return messages;
}

/** Without a roster everybody whom the policy names works Monday to Friday, 9 to 18 in UTC. */
export function rosterOfPolicy(policy: Policy): RosterFile {
  const workingHours = { days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00' };
  return {
    reps: [...new Set(policy.members.map((member) => member.memberKey))].map((repKey) => ({
      repKey,
      displayName: repKey,
      active: true,
      timeZone: 'UTC',
      workingHours,
      skills: [],
      languages: [],
      timeOff: [],
      holidays: [],
    })),
    calendars: calendarKeys(policy).map((calendarKey) => ({
      calendarKey,
      timeZone: 'UTC',
      workingHours,
      holidays: [],
    })),
    employeeDomains: [],
    competitorDomains: [],
  };
}

/** Every calendar that the policy names. */
export function calendarKeys(policy: Policy): string[] {
  const ofPools = policy.pools.map((pool) => pool.calendarKey);
  const ofSlas = policy.slas.flatMap((sla) => (sla.calendarKey === null ? [] : [sla.calendarKey]));
  return [...new Set([...ofPools, ...ofSlas])].sort();
}

/** The roster as the engine reads it, in key order. Each rep's hours are a calendar of their own. */
export function rosterOf(file: RosterFile): Roster {
  const reps: Rep[] = file.reps.map((rep) => ({
    repKey: rep.repKey,
    displayName: rep.displayName,
    isActive: rep.active,
    calendarKey: `hours of ${rep.repKey}`,
    skills: rep.skills.map((skill) => skill.toLowerCase()),
    languages: rep.languages.map((language) => language.toLowerCase().slice(0, 2)),
    timeOff: leaveWindows(rep.timeOff, rep.timeZone),
  }));
  return { reps: reps.sort((one, other) => (one.repKey < other.repKey ? -1 : 1)) };
}

/** All calendars for a span of time: those of the policy and the hours of each rep. */
export function calendarsOf(file: RosterFile, coversFrom: number, coversUntil: number): CalendarWindows[] {
  const named: WorkingHours[] = file.calendars.map((calendar) => ({ ...calendar, ...calendar.workingHours }));
  const ofReps: WorkingHours[] = file.reps.map((rep) => ({
    calendarKey: `hours of ${rep.repKey}`,
    timeZone: rep.timeZone,
    ...rep.workingHours,
    holidays: rep.holidays,
  }));
  return [...named, ...ofReps].map((calendar) => windowsOf(calendar, coversFrom, coversUntil));
}
