import type { OwnerTeam, PortalOwner } from './people-book.ts';
import { PortalRecord } from './portal-record.ts';
import { shelfOf, type PortalState } from './portal-state.ts';
import { writeInstant } from './read-instant.ts';
import type { ChangeSource } from './record-change.ts';
import { touch, writeValues } from './write-values.ts';

export type NewOwner = {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly teams?: readonly OwnerTeam[];
};

export type NewUser = NewOwner & {
  readonly isAvailable?: boolean;
  /** Of the IANA list. */
  readonly timeZone?: string;
  /** Such as `[{ days: 'MONDAY_TO_FRIDAY', startMinute: 540, endMinute: 1020 }]`. */
  readonly workingHours?: readonly {
    readonly days: string;
    readonly startMinute: number;
    readonly endMinute: number;
  }[];
  readonly outOfOffice?: readonly { readonly startTimestamp: number; readonly endTimestamp: number }[];
};

const settings: ChangeSource = { sourceType: 'SETTINGS', sourceId: null, userId: null };

/** Adds an owner who is no user of the portal, as other systems bring them along. */
export function addOwner(state: PortalState, input: NewOwner): PortalOwner {
  const now = state.now();
  const owner: PortalOwner = {
    id: state.newId(),
    userId: null,
    recordId: null,
    email: input.email.toLowerCase(),
    firstName: input.firstName,
    lastName: input.lastName,
    teams: input.teams ?? [],
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
  };
  state.people.put(owner);
  return owner;
}

/** Adds a user of the portal: a user of the settings, a record among the users, and an owner. Each has an id of its own. */
export function addUser(state: PortalState, input: NewUser): PortalOwner {
  const type = state.schema.type('0-115');
  const userId = Number(state.newId());
  const record = new PortalRecord(type.objectTypeId, state.newId(), state.now());
  const owner: PortalOwner = { ...addOwner(state, input), userId, recordId: record.id };
  state.people.put(owner);
  shelfOf(state, type.objectTypeId).add(record);
  record.set('hs_object_id', record.id, record.createdAt, settings, 1);
  record.set('hs_createdate', writeInstant(record.createdAt), record.createdAt, settings, 1);
  state.announce({
    kind: 'creation',
    objectTypeId: '0-115',
    objectId: record.id,
    source: settings,
    at: record.createdAt,
  });
  const values = new Map([
    ['hs_email', owner.email],
    ['hs_given_name', owner.firstName],
    ['hs_family_name', owner.lastName],
    ['hs_searchable_calculated_name', `${owner.firstName} ${owner.lastName}`.trim()],
    ['hs_internal_user_id', String(userId)],
    ['hubspot_owner_id', owner.id],
    ['hs_deactivated', 'false'],
    ['hs_availability_status', input.isAvailable === false ? 'away' : 'available'],
    ['hs_standard_time_zone', input.timeZone ?? ''],
    ['hs_working_hours', input.workingHours === undefined ? '' : JSON.stringify(input.workingHours)],
    ['hs_out_of_office_hours', input.outOfOffice === undefined ? '' : JSON.stringify(input.outOfOffice)],
    ['hs_user_assigned_primary_team', owner.teams.find((team) => team.isPrimary)?.id ?? ''],
  ]);
  writeValues(state, type, record, values, settings);
  touch(state, type, record, settings);
  state.search.note(record);
  return owner;
}

/** Deactivates the user of an owner: nobody can be given records any more, and what they own stays theirs. */
export function deactivateOwner(state: PortalState, owner: PortalOwner): PortalOwner {
  const now = state.now();
  const archived: PortalOwner = { ...owner, archivedAt: now, updatedAt: now };
  state.people.put(archived);
  const record = owner.recordId === null ? null : (shelfOf(state, '0-115').find(owner.recordId) ?? null);
  if (record !== null) {
    writeValues(state, state.schema.type('0-115'), record, new Map([['hs_deactivated', 'true']]), settings);
  }
  return archived;
}
