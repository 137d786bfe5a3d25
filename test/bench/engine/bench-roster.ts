import type { RosterFile } from '../../../core/src/author/run/roster-file.ts';
import { repKeys } from './bench-policy.ts';

/** Half a world of working hours: at most times of the day somebody is there and somebody is not. */
const timeZones = [
  'America/Los_Angeles',
  'America/New_York',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Singapore',
] as const;
const weekDays = [1, 2, 3, 4, 5];

/** Forty reps in five time zones with their own hours, a holiday each, and the policy's one calendar. */
export function benchRoster(): RosterFile {
  return {
    reps: repKeys.map((repKey, place) => ({
      repKey,
      displayName: `Rep ${place + 1}`,
      active: true,
      timeZone: timeZones[place % timeZones.length]!,
      workingHours: { days: weekDays, from: place % 2 === 0 ? '08:00' : '09:30', until: '18:00' },
      skills: [],
      languages: ['en'],
      timeOff: [{ from: `2026-03-${String(2 + (place % 20)).padStart(2, '0')}`, until: '2026-03-24' }],
      holidays: ['2026-01-01', '2026-04-03', '2026-12-25'],
    })),
    calendars: [
      {
        calendarKey: 'business',
        timeZone: 'Europe/Berlin',
        workingHours: { days: weekDays, from: '08:00', until: '19:00' },
        holidays: ['2026-01-01', '2026-04-03', '2026-12-25'],
      },
    ],
    employeeDomains: ['northlight.example'],
    competitorDomains: ['opsgrid.example'],
  };
}
