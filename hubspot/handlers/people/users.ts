import { CrmError } from '../crm/crm-error.ts';
import type { Crm, CrmRecord, Owner } from '../crm/crm.ts';

/** The users of a portal as two of HubSpot's interfaces tell of them: one has the ids that own, the other the hours. */
export type Users = {
  readonly owners: readonly Owner[];
  readonly records: readonly CrmRecord[];
  /** False where the app may not read user records: nobody's hours and absences are known then. */
  readonly areHoursKnown: boolean;
};

const userProperties = [
  'hs_internal_user_id',
  'hs_email',
  'hs_deactivated',
  'hs_availability_status',
  'hs_out_of_office_hours',
  'hs_working_hours',
  'hs_standard_time_zone',
];

/** Two calls, at once. Without the scope for user records the owners alone are known; other failures are thrown (CrmError). */
export async function readUsers(crm: Crm): Promise<Users> {
  const [owners, records] = await Promise.all([crm.listOwners(), listUserRecords(crm)]);
  return { owners, records: records ?? [], areHoursKnown: records !== null };
}

async function listUserRecords(crm: Crm): Promise<CrmRecord[] | null> {
  try {
    return await crm.listObjects('users', userProperties);
  } catch (error) {
    if (error instanceof CrmError && (error.failure === 'forbidden' || error.failure === 'notFound')) {
      return null;
    }
    throw error;
  }
}

/** The owner of an address: one who can own before one who left, then the lower id. Null where the portal has none. */
export function ownerOfAddress(users: Users, address: string): Owner | null {
  const wanted = address.trim().toLowerCase();
  const found = users.owners
    .filter((owner) => owner.email?.trim().toLowerCase() === wanted)
    .sort((one, other) => Number(!canOwn(one)) - Number(!canOwn(other)) || compareIds(one.id, other.id));
  return found[0] ?? null;
}

/** Whoever was deactivated or removed stays an owner of what they had, but gets nothing any more. */
export function canOwn(owner: Owner): boolean {
  return !owner.isArchived && owner.userId !== null;
}

/** The user record of an owner, by the id of the user and else by address; null where there is none. */
export function recordOfOwner(users: Users, owner: Owner): CrmRecord | null {
  const address = owner.email?.trim().toLowerCase() ?? null;
  return (
    users.records.find((user) => user.properties['hs_internal_user_id'] === owner.userId && owner.userId !== null) ??
    users.records.find((user) => address !== null && user.properties['hs_email']?.trim().toLowerCase() === address) ??
    null
  );
}

function compareIds(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : Number(one > other));
}
