import { execution } from '../../run/execution.ts';
import { ApexDatetime } from './apex-datetime.ts';
import { instantOf, zoneOf, type Zone } from './zone.ts';

export const dayLength = 86_400_000;

/** The zone of the running user: userZone().id → 'America/Los_Angeles'. */
export function userZone(): Zone {
  return zoneOf(execution().timeZone);
}

/** GMT, whose clock shows the milliseconds of the instant: gmtZone().offsetAt(0) → 0. */
export function gmtZone(): Zone {
  return zoneOf('GMT');
}

/** What the clock of a zone shows, in days since 1 January 1970 and milliseconds since midnight: {days: 0, clock: 5} for 5. */
export function readClock(datetime: ApexDatetime, zone: Zone): { readonly days: number; readonly clock: number } {
  const local = datetime.milliseconds + zone.offsetAt(datetime.milliseconds);
  const days = Math.floor(local / dayLength);
  return { days, clock: local - days * dayLength };
}

/** The instant at which the clock of a zone shows a time: datetimeAt(gmtZone(), 1, 0) → 2 January 1970, 00:00 GMT. */
export function datetimeAt(zone: Zone, days: number, clock: number): ApexDatetime {
  return new ApexDatetime(instantOf(zone, days * dayLength + clock));
}
