import type { ObjectDescription } from '../../run/org.ts';
import { activityObjects } from './standard-objects-of-activities.ts';
import { peopleObjects } from './standard-objects-of-people.ts';
import { platformObjects } from './standard-objects-of-platform.ts';
import { salesObjects } from './standard-objects-of-sales.ts';
import { readObjectTable } from './read-object-table.ts';

let objects: readonly ObjectDescription[] | null = null;

/** Commonly used standard objects with their documented fields: orgWithoutData(standardObjects()) knows Account and Lead. */
export function standardObjects(): readonly ObjectDescription[] {
  objects ??= [peopleObjects, salesObjects, activityObjects, platformObjects].flatMap(readObjectTable);
  return objects;
}
