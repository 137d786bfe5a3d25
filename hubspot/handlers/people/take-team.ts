import type { CalendarWindows, TimeWindow } from '../../../core/src/decide/model/calendar.ts';
import type { Rep } from '../../../core/src/decide/model/roster.ts';
import type { Crm, CrmRecord } from '../crm/crm.ts';
import type { BusinessCalendar, Person, PortalConfiguration } from '../portal/portal-settings.ts';
import { businessWindows, coverAt, localDay, weeklyWindows, type Cover } from './open-windows.ts';
import { isTimeZone, readAbsences, readWorkingHours, type WeeklyHours } from './stored-hours.ts';
import type { Team } from './team.ts';
import { canOwn, ownerOfAddress, readUsers, recordOfOwner, type Users } from './users.ts';

const dayMillis = 86_400_000;
/** An absence is kept so long after its end, for decisions that are looked at again; then it only makes the text longer. */
const keptDays = 7;

type TeamProblem = Team['problems'][number];

/** What is taken together on the way to a team. */
type Taking = {
  readonly users: Users;
  readonly now: number;
  readonly cover: Cover;
  readonly problems: TeamProblem[];
  readonly ownerIdOf: Map<string, string>;
  readonly keyOfOwner: Map<string, string>;
  /** Worked out once for all who work the same hours in the same zone. */
  readonly knownHours: Map<string, CalendarWindows>;
};

/**
 * Takes the team as it stands: whoever of the configuration's people is a user of the portal, with hours and absences as
 * HubSpot has them. Names without a user are no reps. The same portal gives the same roster and calendars all day, so that
 * their hashes change only when something did.
 *
 * @param now UTC milliseconds
 * @throws CrmError where the portal does not answer
 */
export async function takeTeam(crm: Crm, configuration: PortalConfiguration, now: number): Promise<Team> {
  const users = await readUsers(crm);
  const taking: Taking = {
    users,
    now,
    cover: coverAt(now),
    problems: [],
    ownerIdOf: new Map(),
    keyOfOwner: new Map(),
    knownHours: new Map(),
  };
  if (!users.areHoursKnown) {
    note(taking, 'HSP001', 'users', 'the app may not read users: nobody’s hours and absences are known');
  }
  const calendars = takeCalendars(taking, configuration.calendars);
  const reps: Rep[] = [];
  for (const person of inOrder(taking, configuration.people, 'rep', (one) => one.repKey)) {
    if (person.ownerEmail !== null) {
      reps.push(takeRep(taking, person, person.ownerEmail, calendars));
    }
  }
  return {
    takenAt: now,
    roster: { reps },
    calendars,
    ownerIdOf: taking.ownerIdOf,
    keyOfOwner: taking.keyOfOwner,
    problems: taking.problems,
  };
}

function note(taking: Taking, code: string, about: string, found: string): void {
  taking.problems.push({ code, about, found });
}

/** In the order of their keys, which is the order of characters and of no language. Of two with one key the first counts. */
function inOrder<Item>(
  taking: Taking,
  items: readonly Item[],
  kind: 'rep' | 'calendar',
  keyOf: (item: Item) => string,
): Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    if (byKey.has(keyOf(item))) {
      note(taking, 'HSP002', `${kind} "${keyOf(item)}"`, 'the name stands there a second time; the first counts');
    } else {
      byKey.set(keyOf(item), item);
    }
  }
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
}

/** A calendar with a problem is left out: what names it counts around the clock and says so. */
function takeCalendars(taking: Taking, calendars: readonly BusinessCalendar[]): CalendarWindows[] {
  const taken: CalendarWindows[] = [];
  for (const calendar of inOrder(taking, calendars, 'calendar', (one) => one.calendarKey)) {
    const about = `calendar "${calendar.calendarKey}"`;
    if (!isTimeZone(calendar.timeZone)) {
      note(
        taking,
        'HSP003',
        about,
        'a time zone that nobody knows; without the calendar promises count around the clock',
      );
    } else if (calendar.from >= calendar.until) {
      note(taking, 'HSP004', about, 'the hours end before they begin; without them promises count around the clock');
    } else {
      taken.push(businessWindows(calendar, taking.cover));
    }
  }
  return taken;
}

function takeRep(taking: Taking, person: Person, address: string, calendars: CalendarWindows[]): Rep {
  const about = `rep "${person.repKey}"`;
  const owner = ownerOfAddress(taking.users, address);
  const record = owner === null ? null : recordOfOwner(taking.users, owner);
  const isActive = owner !== null && canOwn(owner) && record?.properties['hs_deactivated'] !== 'true';
  if (owner === null) {
    note(taking, 'HSP005', about, 'the portal has no user of that address, so no lead goes there');
  } else if (isActive) {
    taking.ownerIdOf.set(person.repKey, owner.id);
  } else {
    note(taking, 'HSP006', about, 'the user was deactivated or removed, so no lead goes there');
  }
  if (owner !== null && !taking.keyOfOwner.has(owner.id)) {
    taking.keyOfOwner.set(owner.id, person.repKey);
  }
  const user = isActive ? record : null;
  const timeZone = user === null ? null : timeZoneOf(taking, user, about);
  const hours = user === null ? null : takeHours(taking, person.repKey, user, timeZone);
  if (hours !== null) {
    calendars.push(hours);
  }
  return {
    repKey: person.repKey,
    displayName: person.displayName,
    isActive,
    calendarKey: hours === null ? null : hours.calendarKey,
    skills: eachOnce(person.skills.map((skill) => skill.trim().toLowerCase())),
    languages: eachOnce(person.languages.map((language) => language.trim().toLowerCase().slice(0, 2))),
    timeOff: user === null ? [] : takeTimeOff(taking, user, timeZone, about),
  };
}

function timeZoneOf(taking: Taking, user: CrmRecord, about: string): string | null {
  const name = user.properties['hs_standard_time_zone']?.trim() ?? '';
  if (name !== '' && !isTimeZone(name)) {
    note(taking, 'HSP003', about, 'a time zone that nobody knows; their own hours are not known');
    return null;
  }
  return name === '' ? null : name;
}

/** Null where no hours are known: the pool's calendar then counts. */
function takeHours(taking: Taking, repKey: string, user: CrmRecord, timeZone: string | null): CalendarWindows | null {
  const about = `rep "${repKey}"`;
  const stored = readWorkingHours(user.properties['hs_working_hours'] ?? null);
  if (stored.kind === 'broken') {
    note(taking, 'HSP007', about, 'working hours that cannot be read; the pool’s calendar counts');
  }
  if (stored.kind !== 'read') {
    return null;
  }
  if (timeZone === null) {
    note(taking, 'HSP008', about, 'working hours without a time zone; the pool’s calendar counts');
    return null;
  }
  return { ...hoursIn(taking, timeZone, stored.value), calendarKey: `hours of ${repKey}` };
}

function hoursIn(taking: Taking, timeZone: string, weekly: readonly WeeklyHours[]): CalendarWindows {
  const key = `${timeZone} ${JSON.stringify(weekly)}`;
  let windows = taking.knownHours.get(key);
  if (windows === undefined) {
    windows = weeklyWindows('', timeZone, weekly, taking.cover);
    taking.knownHours.set(key, windows);
  }
  return windows;
}

/**
 * Absences that HubSpot knows in advance, and today for whoever is set to away: nobody can tell when they come back, so the
 * next day asks again. It is the whole local day and not only from now on, so that the roster stays the same text.
 */
function takeTimeOff(taking: Taking, user: CrmRecord, timeZone: string | null, about: string): TimeWindow[] {
  const stored = readAbsences(user.properties['hs_out_of_office_hours'] ?? null);
  if (stored.kind === 'broken') {
    note(taking, 'HSP009', about, 'absences that cannot be read, or not all of them; what can be read counts');
  }
  const earliestEnd = Math.floor(taking.now / dayMillis) * dayMillis - keptDays * dayMillis;
  const timeOff: TimeWindow[] = (stored.kind === 'none' ? [] : stored.value)
    .filter((absence) => absence.endsAt >= earliestEnd && absence.startsAt < taking.cover.until)
    .map((absence) => ({ opensAt: absence.startsAt, closesAt: absence.endsAt }));
  if (user.properties['hs_availability_status']?.trim().toLowerCase() === 'away') {
    const today = localDay(taking.now, timeZone ?? 'UTC');
    timeOff.push({ opensAt: today.opensAt, closesAt: Math.min(today.closesAt, taking.now + dayMillis) });
  }
  return timeOff.sort((one, other) => one.opensAt - other.opensAt || one.closesAt - other.closesAt);
}

function eachOnce(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}
