import type { Crm, CrmRecord, ObjectType } from '../crm/crm.ts';

/** HubSpot refuses a search whose whole request is longer than 3,000 characters; this leaves room for its frame. */
const mostCharacters = 2_600;
const mostValues = 100;
/** Texts that are longer are no address and no domain. */
const longestValue = 254;
/** More records of one address or domain than anybody can mean. */
const mostRecords = 1_000;

/**
 * Finds all records that have one of the values, in as few searches as their length allows, all at once. Values that no
 * request can hold are not asked for.
 *
 * @returns each record once, by id
 */
export async function searchValues(
  crm: Crm,
  objectType: ObjectType,
  property: string,
  values: Iterable<string>,
  properties: readonly string[],
): Promise<CrmRecord[]> {
  const room = mostCharacters - JSON.stringify(properties).length;
  const found = await Promise.all(
    cutIntoRequests(values, room).map((some) =>
      crm.searchObjects({
        objectType,
        groups: [[{ property, operator: 'IN', values: some }]],
        properties,
        most: mostRecords,
      }),
    ),
  );
  return [...new Map(found.flat().map((record) => [record.id, record])).values()].sort(byId);
}

function cutIntoRequests(values: Iterable<string>, room: number): string[][] {
  const requests: string[][] = [];
  let left = 0;
  for (const value of [...new Set(values)].sort()) {
    const size = JSON.stringify(value).length + 1;
    if (value.length > longestValue || !value.isWellFormed()) {
      continue;
    }
    const last = requests.at(-1);
    if (last === undefined || size > left || last.length === mostValues) {
      requests.push([value]);
      left = room - size;
    } else {
      last.push(value);
      left -= size;
    }
  }
  return requests;
}

/** HubSpot's ids are numbers that grow, written as texts. */
export function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id.length - other.id.length || (one.id < other.id ? -1 : Number(one.id > other.id));
}
