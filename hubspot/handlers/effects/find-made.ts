import type { Crm, CrmRecord, ObjectType } from '../crm/crm.ts';

/** How something is recognised that may have been made for a contact. */
export type Sought = {
  readonly contactId: string;
  /** What has to be read to recognise it. */
  readonly properties: readonly string[];
  readonly isIt: (record: CrmRecord) => boolean;
};

/** What we made a moment ago is among the newest; a contact can have thousands. */
const mostPerContact = 100;

/**
 * Looks for notes, tasks or leads that were made before, by what contacts are associated with: unlike search, that is true at
 * once. Null where there is none.
 */
export async function findMade(
  crm: Crm,
  objectType: ObjectType,
  sought: readonly Sought[],
): Promise<(string | null)[]> {
  const contactIds = [...new Set(sought.map(({ contactId }) => contactId))];
  const associated = await crm.readAssociations('contacts', objectType, contactIds);
  const newest = new Map([...associated].map(([contactId, ids]) => [contactId, newestOf(ids)]));
  const ids = [...new Set([...newest.values()].flat())];
  const properties = [...new Set(sought.flatMap((one) => one.properties))];
  const found = ids.length === 0 ? [] : await crm.readObjects(objectType, ids, properties);
  const byId = new Map(found.map((record) => [record.id, record]));
  return sought.map(({ contactId, isIt }) => {
    const isFound = (id: string): boolean => byId.has(id) && isIt(byId.get(id)!);
    return newest.get(contactId)?.find(isFound) ?? null;
  });
}

/** HubSpot counts ids up, so that the longer and higher is the newer. */
function newestOf(ids: readonly string[]): string[] {
  return ids
    .toSorted((one, other) => other.length - one.length || (one < other ? 1 : one > other ? -1 : 0))
    .slice(0, mostPerContact);
}
