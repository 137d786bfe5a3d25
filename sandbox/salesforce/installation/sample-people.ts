import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Person } from './name-people.ts';

const rosterFile = path.join(import.meta.dirname, '..', '..', '..', 'core', 'sample', 'roster.json');

/** The eight people of the sample. */
export function samplePeople(): Person[] {
  return (JSON.parse(readFileSync(rosterFile, 'utf8')) as { reps: Person[] }).reps;
}
