import type { OwnerSetter } from '../../../core/src/decide/model/crm-context.ts';
import type { CrmRecord, PropertyVersion } from '../crm/crm.ts';
import type { Team } from '../people/team.ts';

/** The name of an owner who is not in the team: somebody, but nobody whom the policy can send leads to. */
export const unlisted = 'unlisted';

/** Whose a contact is now, and who said so. Both are null where it is nobody's. */
export type PresentOwner = { readonly ownerKey: string | null; readonly ownerSetter: OwnerSetter | null };

/** Where a person clicks: on the screen, in a list with many ticked, on a telephone. */
const personSources: ReadonlySet<string> = new Set([
  'CRM_UI',
  'CRM_UI_BULK_ACTION',
  'CONTACTS_WEB',
  'MOBILE_IOS',
  'MOBILE_ANDROID',
]);

const nobody: PresentOwner = { ownerKey: null, ownerSetter: null };

/**
 * Whose a contact is. An owner whom automation set before Signalbox decided anything was chosen by nobody, so that they are no
 * owner (docs/decisions/0022): a workflow's first guess does not bind. Whom a person chose stays, and where nobody knows who
 * chose, the engine keeps them as well.
 *
 * @param appId     the app's own id, whose changes are ours
 * @param isDecided whether a decision of Signalbox counts for the contact
 */
export function presentOwner(contact: CrmRecord, team: Team, appId: number, isDecided: boolean): PresentOwner {
  const ownerId = contact.properties['hubspot_owner_id'] ?? '';
  if (ownerId === '') {
    return nobody;
  }
  const ownerSetter = setterOf(ownerId, contact.history['hubspot_owner_id'] ?? [], appId);
  if (ownerSetter !== 'automation') {
    return { ownerKey: team.keyOfOwner.get(ownerId) ?? unlisted, ownerSetter };
  }
  const ownerKey = isDecided ? (team.keyOfOwner.get(ownerId) ?? null) : null;
  return ownerKey === null ? nobody : { ownerKey, ownerSetter };
}

/**
 * Who set the present owner. Several versions in a row may name the same one, such as a person's choice that a workflow
 * repeated: a person among them chose, and then whoever nobody knows.
 */
export function setterOf(ownerId: string, history: readonly PropertyVersion[], appId: number): OwnerSetter {
  const otherAt = history.findIndex((version) => version.value !== ownerId);
  const present = otherAt < 0 ? history : history.slice(0, otherAt);
  const setters = new Set(present.map((version) => setterOfVersion(version, appId)));
  if (setters.has('person')) {
    return 'person';
  }
  return setters.size === 0 || setters.has('unknown') ? 'unknown' : 'automation';
}

function setterOfVersion(version: PropertyVersion, appId: number): OwnerSetter {
  const isByUser = version.updatedByUserId !== null || (version.sourceId ?? '').startsWith('userId:');
  if (personSources.has(version.sourceType) && isByUser) {
    return 'person';
  }
  const isOurs = version.sourceType === 'INTEGRATION' && version.sourceId === String(appId);
  return isOurs || version.sourceType.startsWith('AUTOMATION_') ? 'automation' : 'unknown';
}
