import type { PropertyValues } from '../../../hubspot/handlers/crm/crm.ts';
import { takeTeam } from '../../../hubspot/handlers/people/take-team.ts';
import type { Team } from '../../../hubspot/handlers/people/team.ts';
import {
  personSchema,
  portalSettingsSchema,
  type BusinessCalendar,
  type Person,
  type PortalConfiguration,
} from '../../../hubspot/handlers/portal/portal-settings.ts';
import { MemoryCrm } from '../memory-crm.ts';

/** A Friday. */
export const now = Date.UTC(2026, 10, 20, 9, 30);
export const hour = 3_600_000;
export const day = 24 * hour;
export const nineToFive = '[{"days":"MONDAY_TO_FRIDAY","startMinute":540,"endMinute":1020}]';

export function configurationOf(
  people: readonly Partial<Person>[],
  calendars: BusinessCalendar[] = [],
): PortalConfiguration {
  return {
    settings: portalSettingsSchema.parse({}),
    people: people.map((person) => personSchema.parse({ displayName: person.repKey, ...person })),
    calendars,
  };
}

/** A portal whose users are Ana, with these values, and Ben. */
export function portalOf(ana: PropertyValues = {}): MemoryCrm {
  const crm = new MemoryCrm({ now });
  for (const [place, name] of ['ana', 'ben'].entries()) {
    crm.owners.push({
      id: String(11 + place),
      userId: String(51 + place),
      email: `${name}@Signal.test`,
      firstName: name,
      lastName: null,
      isArchived: false,
    });
  }
  crm.seed('users', { hs_internal_user_id: '51', hs_email: 'ana@signal.test', ...ana });
  return crm;
}

export const ana = { repKey: 'ana', ownerEmail: 'Ana@Signal.test' };

export async function teamWith(values: PropertyValues): Promise<Team> {
  return takeTeam(portalOf(values), configurationOf([ana]), now);
}

export function codesOf(team: Team): string[] {
  return team.problems.map((problem) => `${problem.code} ${problem.about}`);
}
