import type { CalendarWindows } from '../../../core/src/decide/model/calendar.ts';
import type { Roster } from '../../../core/src/decide/model/roster.ts';

/** Who can hold leads in a portal at an instant, and what HubSpot calls them. */
export type Team = {
  readonly takenAt: number;
  readonly roster: Roster;
  /** Those that the policy names, then the hours of each rep. */
  readonly calendars: readonly CalendarWindows[];
  readonly ownerIdOf: ReadonlyMap<string, string>;
  readonly keyOfOwner: ReadonlyMap<string, string>;
  /** What keeps somebody from getting leads, in plain words: no user of that address, a time zone nobody knows. */
  readonly problems: readonly { readonly code: string; readonly about: string; readonly found: string }[];
};
