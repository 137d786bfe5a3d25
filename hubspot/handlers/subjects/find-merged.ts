import type { CrmRecord } from '../crm/crm.ts';

/** Two contacts became one: what belongs to `fromId` belongs to `toId` from then on. */
export type MergedContact = { readonly fromId: string; readonly toId: string };

/** Has to be read of a contact to know which others it was made of. */
export const mergedIdsProperty = 'hs_merged_object_ids';

/**
 * Those of some contacts that answered under another id, in the order of the ids. The portal may show a merge before its event
 * arrives: who is not there under their own id is not gone then.
 *
 * findMerged(['1', '2', '3'], [contact 2, contact 9 that was made of "1;4"]) → [{ fromId: '1', toId: '9' }]
 */
export function findMerged(askedIds: readonly string[], answered: readonly CrmRecord[]): MergedContact[] {
  const there = answered.filter((record) => !record.isArchived);
  const own = new Set(there.map(({ id }) => id));
  const mergedInto = new Map(
    there.flatMap((record) => mergedIds(record).map((fromId) => [fromId, record.id] as const)),
  );
  return [...new Set(askedIds)].flatMap((fromId) => {
    const toId = own.has(fromId) ? undefined : mergedInto.get(fromId);
    return toId === undefined ? [] : [{ fromId, toId }];
  });
}

function mergedIds(record: CrmRecord): string[] {
  return (record.properties[mergedIdsProperty] ?? '')
    .split(';')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
