import type { CrmRecord, ObjectType } from '../crm/crm.ts';
import { setterOf } from '../subjects/present-owner.ts';
import type { Applying, Placed } from './applying.ts';
import type { OwnerChange } from './effect.ts';

const ownerProperty = 'hubspot_owner_id';

/**
 * Owners whom somebody chose since it was decided, by the place of the effect. Only what was read too long ago is read again. Where
 * any of the records of an effect has been given to somebody by hand, none of them gets another owner.
 */
export async function findKeptOwners(
  applying: Applying,
  records: readonly Placed<'record'>[],
): Promise<Map<number, string>> {
  const doubtful = records.filter(({ effect }) => effect.owner !== null && isReadTooLongAgo(effect.owner, applying));
  const contacts = await readOwners(
    applying,
    'contacts',
    doubtful.flatMap(({ effect }) => (effect.owner!.on === 'lead' ? [] : [effect.contactId])),
  );
  const leads = await readOwners(
    applying,
    'leads',
    doubtful.flatMap(({ effect }) => (effect.owner!.on === 'contact' ? [] : effect.leadIds)),
  );
  const kept = new Map<number, string>();
  for (const { place, effect } of doubtful) {
    const found = [contacts.get(effect.contactId), ...effect.leadIds.map((id) => leads.get(id))];
    const ownerId = found.flatMap((record) => chosenSince(record, effect.owner!, applying)).at(0);
    if (ownerId !== undefined) {
      kept.set(place, ownerId);
    }
  }
  return kept;
}

function isReadTooLongAgo(change: OwnerChange, { options }: Applying): boolean {
  return !change.isOverPerson && options.now - change.decidedAt > options.freshMillis;
}

async function readOwners(
  { crm }: Applying,
  objectType: ObjectType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CrmRecord>> {
  const found =
    ids.length === 0 ? [] : await crm.readObjects(objectType, [...new Set(ids)], [ownerProperty], [ownerProperty]);
  return new Map(found.map((record) => [record.id, record]));
}

/**
 * In doubt it counts as a choice (docs/decisions/0022-whose-choice-an-owner-is.md). An owner that was taken away is nobody's
 * choice of somebody.
 */
function chosenSince(record: CrmRecord | undefined, change: OwnerChange, { options }: Applying): string[] {
  const history = record?.history[ownerProperty] ?? [];
  const newest = history[0];
  if (newest === undefined || newest.value === '' || newest.value === change.ownerId) {
    return [];
  }
  const isSince = newest.changedAt > change.decidedAt;
  return isSince && setterOf(newest.value, history, options.appId) !== 'automation' ? [newest.value] : [];
}
