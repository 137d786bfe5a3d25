import { dayOfWeek } from '../../apex/library/time/calendar.ts';
import { ApexTime } from '../../apex/library/time/apex-time.ts';

/** From the first millisecond to before the second. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const dayLength = 86_400_000;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/**
 * When business hours are open on a day, in milliseconds since its midnight. Without times the day is closed; from midnight to
 * midnight it is open all day, and an end at midnight is that of the day.
 */
export function openingOf(fields: ReadonlyMap<string, unknown>, days: number): readonly Span[] {
  const name = weekdays[dayOfWeek(days) - 1] ?? 'monday';
  const start = fields.get(`${name}starttime`);
  const end = fields.get(`${name}endtime`);
  if (!(start instanceof ApexTime) || !(end instanceof ApexTime)) {
    return [];
  }
  return [{ start: start.milliseconds, end: end.milliseconds === 0 ? dayLength : end.milliseconds }];
}
