import { cutIntoBatches } from '../batches.ts';
import type { SearchFilter } from '../crm.ts';

export type FilterGroup = readonly SearchFilter[];

const mostValues = 100;

/**
 * Cuts filters with more values than HubSpot takes. A long IN becomes several searches, of which any may find a record; a long
 * NOT_IN becomes several filters of one group, which must all hold.
 *
 * @param roomFor how many characters all values of one search may take together
 * @returns the groups of each search to make; one search where nothing is too long
 */
export function cutFilters(groups: readonly FilterGroup[], roomFor: number): FilterGroup[][] {
  const whole = groups.map(cutExclusions);
  if (whole.every((group) => group.every((filter) => filter.values.length <= mostValues)) && sizeOf(whole) <= roomFor) {
    return [whole];
  }
  return whole.flatMap((group) => cutInclusions(group, roomFor)).map((group) => [group]);
}

function cutExclusions(group: FilterGroup): FilterGroup {
  return group.flatMap((filter) =>
    filter.operator === 'NOT_IN'
      ? cutIntoBatches(filter.values, mostValues).map((values) => ({ ...filter, values }))
      : filter,
  );
}

/** Halves the longest IN of a group until the group is short enough. */
function cutInclusions(group: FilterGroup, roomFor: number): FilterGroup[] {
  const lists = group.filter((filter) => filter.operator === 'IN' && filter.values.length > 1);
  const longest = lists.reduce<SearchFilter | null>(
    (most, filter) => (most === null || filter.values.length > most.values.length ? filter : most),
    null,
  );
  if (longest === null || (longest.values.length <= mostValues && sizeOf([group]) <= roomFor)) {
    return [group];
  }
  const half = Math.ceil(longest.values.length / 2);
  return [longest.values.slice(0, half), longest.values.slice(half)].flatMap((values) =>
    cutInclusions(
      group.map((filter) => (filter === longest ? { ...filter, values } : filter)),
      roomFor,
    ),
  );
}

function sizeOf(groups: readonly FilterGroup[]): number {
  return groups.flat().reduce((total, filter) => total + JSON.stringify(filter.values).length, 0);
}
