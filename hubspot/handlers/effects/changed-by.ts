import type { PropertyVersion } from '../crm/crm.ts';
import { setterOf } from '../subjects/present-owner.ts';

/** Whether the app itself wrote a value. */
export function isOurs(version: PropertyVersion, appId: number): boolean {
  const isProgram = version.sourceType === 'INTEGRATION' || version.sourceType === 'API';
  return isProgram && version.sourceId === String(appId);
}

/** Whether somebody wrote it by hand. */
export function isByPerson(version: PropertyVersion, appId: number): boolean {
  return setterOf(version.value, [version], appId) === 'person';
}
