import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { joinParts } from '../../../hubspot/handlers/rules/revision-text.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import type { PortalRecord } from '../../../sandbox/hubspot/records/portal-record.ts';

/** Somebody who edits records of a portal by hand. */
export function byHand({ users }: HubPortal): { sourceType: string; sourceId: string; userId: number } {
  const { userId } = users[0]!;
  return { sourceType: 'CRM_UI', sourceId: `userId:${userId}`, userId };
}

export function revisionTypeOf({ portalId }: HubPortal): string {
  return `p${portalId}_sbx_revision`;
}

/** Newest first. */
export function revisionsOf(portal: HubPortal): PortalRecord[] {
  return portal.records
    .listRecords(revisionTypeOf(portal))
    .toSorted((one, other) => Number(other.value('sbx_made_live')) - Number(one.value('sbx_made_live')));
}

/** The text that stands in a revision's record. */
export function textOf(revision: PortalRecord): string {
  const count = Number(revision.value('sbx_part_count'));
  return joinParts(
    Array.from({ length: count }, (_, place) => revision.value(`sbx_part_${String(place + 1).padStart(2, '0')}`) ?? ''),
  );
}

export function isWhole(revision: PortalRecord): boolean {
  return hashText(textOf(revision)) === revision.value('sbx_hash');
}
