import type { OwnerTeam } from '../../records/people-book.ts';

/** Somebody who works in a portal, under the three ids that HubSpot has for a person. */
export type PortalUser = {
  /** Of the settings, and what changes say of who made them. */
  readonly userId: number;
  /** What `hubspot_owner_id` holds. */
  readonly ownerId: string;
  /** Of the CRM record with their working hours. */
  readonly recordId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly isSuperAdmin: boolean;
  /** Of the permission sets that the user has. */
  readonly roleIds: readonly string[];
};

export type WorkingHours = {
  /** Such as MONDAY_TO_FRIDAY, EVERY_DAY or MONDAY. */
  readonly days: string;
  readonly startMinute: number;
  readonly endMinute: number;
};

/** Somebody who is to work in a portal. */
export type NewUser = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly availability?: 'available' | 'away';
  readonly workingHours?: readonly WorkingHours[];
  /** IANA; the portal's where it is left out. */
  readonly timeZone?: string;
  /** Whether they may do everything; the first user of a portal may where it is left out. */
  readonly isSuperAdmin?: boolean;
  readonly roleIds?: readonly string[];
  readonly teams?: readonly OwnerTeam[];
  /** UTC milliseconds. */
  readonly outOfOffice?: readonly { readonly startTimestamp: number; readonly endTimestamp: number }[];
};
