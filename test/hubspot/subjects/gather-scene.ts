import { readLookupLists } from '../../../core/src/author/run/look-up-lists.ts';
import type { PropertyValues } from '../../../hubspot/handlers/crm/crm.ts';
import type { Team } from '../../../hubspot/handlers/people/team.ts';
import { portalSettingsSchema, type PortalSettings } from '../../../hubspot/handlers/portal/portal-settings.ts';
import { gatherSubjects, type GatherGiven } from '../../../hubspot/handlers/subjects/gather-subjects.ts';
import type { GatheredSubject, WaitingSubject } from '../../../hubspot/handlers/subjects/subject.ts';
import { MemoryCrm } from '../memory-crm.ts';

export const appId = 77;
export const now = Date.UTC(2026, 10, 20, 9);
const lists = readLookupLists([], []);

/** Ana and Ben are users 11 and 12. */
export const team: Team = {
  takenAt: now,
  roster: { reps: [] },
  calendars: [],
  ownerIdOf: new Map([
    ['ana', '11'],
    ['ben', '12'],
  ]),
  keyOfOwner: new Map([
    ['11', 'ana'],
    ['12', 'ben'],
  ]),
  problems: [],
};

export function newPortal(): MemoryCrm {
  return new MemoryCrm({ now, appId });
}

export function settingsOf(given: Partial<PortalSettings> = {}): PortalSettings {
  return { ...portalSettingsSchema.parse({}), ...given };
}

export function waitingFor(contactId: string, given: Partial<WaitingSubject> = {}): WaitingSubject {
  return { contactId, arrival: 1, waitingSince: now - 3000, handedBackKeys: [], ...given };
}

export function givenWith(given: Partial<GatherGiven> = {}): GatherGiven {
  return {
    settings: settingsOf(),
    lists,
    team,
    earlierOf: () => null,
    reviewLoad: { decidedToday: 10, reviewedToday: 1 },
    appId,
    hasLeads: true,
    now,
    ...given,
  };
}

/** Gathers one contact that is there. */
export async function gatherOne(
  crm: MemoryCrm,
  contactId: string,
  given: Partial<GatherGiven> = {},
): Promise<GatheredSubject> {
  const { gathered } = await gatherSubjects(crm, [waitingFor(contactId)], givenWith(given));
  return gathered[0]!;
}

/** Gathers a contact with these values, alone in its portal. */
export async function gatherValues(
  properties: PropertyValues,
  settings: Partial<PortalSettings> = {},
): Promise<GatheredSubject> {
  const crm = newPortal();
  return gatherOne(crm, crm.seed('contacts', properties), { settings: settingsOf(settings) });
}
