import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NewUser } from '../hub/portals/portal-user.ts';

const rosterFile = path.join(import.meta.dirname, '..', '..', '..', 'core', 'sample', 'roster.json');

/** Somebody of the sample, as its roster has them. */
export type SamplePerson = {
  readonly repKey: string;
  readonly displayName: string;
  readonly timeZone: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
};

/** The eight people of the sample, by the names that the starter policy has for them. */
export function sampleRoster(): SamplePerson[] {
  return (JSON.parse(readFileSync(rosterFile, 'utf8')) as { reps: SamplePerson[] }).reps;
}

/** emailOf('ana') → 'ana@northlight.example' */
export function emailOf(repKey: string): string {
  return `${repKey}@northlight.example`;
}

/** The same people as users of a portal, at work around the clock so that no demonstration depends on the hour. */
export function samplePeople(): NewUser[] {
  return sampleRoster().map(({ repKey, displayName, timeZone }) => ({
    firstName: displayName.split(' ')[0]!,
    lastName: displayName.split(' ').slice(1).join(' '),
    email: emailOf(repKey),
    timeZone,
    workingHours: [{ days: 'EVERY_DAY', startMinute: 0, endMinute: 1440 }],
  }));
}
