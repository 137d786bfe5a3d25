import { calendarKeys } from '../../../core/src/author/run/roster-file.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import {
  portalSettingsSchema,
  type BusinessCalendar,
  type Person,
  type PortalConfiguration,
} from '../portal/portal-settings.ts';

/** Of an escalation: whoever has the lead, who is no name. */
const leadOwner = 'leadOwner';

/**
 * What a portal begins with beside a policy: everybody whom the policy names, as names without users, and every calendar that
 * it names, open Monday to Friday from 9 to 18. Ops give the names their users.
 */
export function configurationFor(policy: Policy, timeZone: string): PortalConfiguration {
  return {
    settings: portalSettingsSchema.parse({}),
    people: namesOf(policy).map(personOf),
    calendars: calendarKeys(policy).map((calendarKey) => calendarOf(calendarKey, timeZone)),
  };
}

/** In the order in which a team reads them: those who take turns, then those who answer, then where leads wait. */
function namesOf(policy: Policy): string[] {
  const pools = new Set(policy.pools.map(({ poolKey }) => poolKey));
  const recipients = policy.escalations.map(({ recipientKey }) => recipientKey);
  const names = [
    ...policy.members.map(({ memberKey }) => memberKey),
    ...policy.territories.flatMap(({ ownerKey }) => ownerKey ?? []),
    ...policy.slas.map(({ ownerKey }) => ownerKey),
    ...recipients.filter((key) => key !== leadOwner && !pools.has(key)),
    ...policy.destinations.map(({ holderKey }) => holderKey),
  ];
  return [...new Set(names)];
}

function personOf(repKey: string): Person {
  return { repKey, displayName: shownName(repKey), ownerEmail: null, skills: [], languages: [] };
}

/** shownName('nurture-queue') → 'Nurture queue'. */
function shownName(repKey: string): string {
  const words = repKey.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function calendarOf(calendarKey: string, timeZone: string): BusinessCalendar {
  return { calendarKey, timeZone, days: [1, 2, 3, 4, 5], from: '09:00', until: '18:00', holidays: [] };
}
