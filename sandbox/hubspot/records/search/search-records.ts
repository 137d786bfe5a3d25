import type { KnownType } from '../portal-schema.ts';
import type { PortalState } from '../portal-state.ts';
import type { PropertyDefinition } from '../property-definition.ts';
import { compareIds } from '../record-shelf.ts';
import { RecordRefusal } from '../record-refusal.ts';
import { compareValues, testOf, tokensOf, type FilterTest } from './match-filter.ts';
import type { FoundRecord, IndexedValues, SearchFilter, SearchRequest, SearchResult } from './search-request.ts';
import type { TypeIndex } from './type-index.ts';

/** HubSpot's limits of a search. */
const mostGroups = 5;
const mostFiltersOfGroup = 6;
const mostFilters = 18;
const mostResults = 10_000;

const associationPrefix = 'associations.';

/**
 * Finds records in use, the oldest first unless it is sorted otherwise.
 *
 * @throws RecordRefusal when the search is larger than HubSpot allows, names properties that are not there, or pages further
 *   than 10,000 results
 */
export function searchRecords(state: PortalState, type: KnownType, request: SearchRequest): SearchResult {
  checkLimits(request);
  const index = state.search.index(type.objectTypeId);
  const ids = new Set<string>();
  const groups = request.groups.length === 0 ? [[]] : request.groups;
  for (const group of groups) {
    const tests = group.map((filter) => filterTest(state, type, filter));
    for (const id of candidatesOf(state, type, index, group)) {
      const values = index.find(id);
      if (values !== null && tests.every((test) => test(id, values))) ids.add(id);
    }
  }
  const isAsked = queryTest(type, request.query);
  const found = [...ids]
    .map((id): FoundRecord => ({ id, values: index.find(id)! }))
    .filter(({ id, values }) => isAsked(values) && state.shelves.get(type.objectTypeId)?.find(id)?.id === id);
  const sorted = found.toSorted(orderOf(type, request));
  return { total: sorted.length, found: sorted.slice(request.offset, request.offset + request.limit) };
}

function checkLimits(request: SearchRequest): void {
  const filters = request.groups.reduce((sum, group) => sum + group.length, 0);
  const problem =
    request.groups.length > mostGroups
      ? `The number of filter groups is limited to ${mostGroups}.`
      : request.groups.some((group) => group.length > mostFiltersOfGroup)
        ? `The number of filters in a group is limited to ${mostFiltersOfGroup}.`
        : filters > mostFilters
          ? `The number of filters is limited to ${mostFilters}.`
          : request.offset + request.limit > mostResults
            ? `Only the first ${mostResults} results of a search can be read.`
            : null;
  if (problem !== null) throw new RecordRefusal(400, 'VALIDATION_ERROR', problem);
}

function filterTest(
  state: PortalState,
  type: KnownType,
  filter: SearchFilter,
): (id: string, values: IndexedValues) => boolean {
  if (filter.property.startsWith(associationPrefix)) {
    const ids = associatedIds(state, type, filter);
    return (id) => ids.has(id);
  }
  const test: FilterTest = testOf(filter, requireProperty(type, filter.property));
  return (_id, values) => test(values);
}

/** Ids among which a group's records must be; those of an index where one of its filters asks for exact values. */
function candidatesOf(
  state: PortalState,
  type: KnownType,
  index: TypeIndex,
  group: readonly SearchFilter[],
): Iterable<string> {
  const sets = group.flatMap((filter) => {
    if (filter.property.startsWith(associationPrefix)) return [associatedIds(state, type, filter)];
    const definition = type.definitions.get(filter.property);
    if (definition === undefined || !isLookedUp(definition)) return [];
    if (filter.operator === 'IN') return [index.idsOf(filter.property, filter.values)];
    return filter.operator === 'EQ' && filter.value !== null ? [index.idsOf(filter.property, [filter.value])] : [];
  });
  return sets.toSorted((one, other) => one.size - other.size)[0] ?? index.ids();
}

/** Numbers and instants can be written in several ways, so that their texts say too little. */
function isLookedUp(definition: PropertyDefinition): boolean {
  return definition.type !== 'number' && definition.type !== 'datetime' && definition.type !== 'date';
}

/** `associations.contact EQ 51`: the records that are associated with one, or with one of several. */
function associatedIds(state: PortalState, type: KnownType, filter: SearchFilter): Set<string> {
  const other = state.schema.type(filter.property.slice(associationPrefix.length));
  const asked = filter.operator === 'EQ' ? [filter.value ?? ''] : filter.operator === 'IN' ? filter.values : [];
  if (asked.length === 0) {
    throw new RecordRefusal(400, 'VALIDATION_ERROR', `Operator ${filter.operator} is not supported for associations.`);
  }
  const lists = asked.map((id) => state.associations.list(other.objectTypeId, id, type.objectTypeId));
  return new Set(lists.flat().map(({ toId }) => toId));
}

/** Each word has to begin one in the texts that HubSpot searches by default. */
function queryTest(type: KnownType, query: string): (values: IndexedValues) => boolean {
  const words = tokensOf(query);
  if (words.length === 0) return () => true;
  return (values) => {
    const tokens = type.searchableProperties.flatMap((property) => tokensOf(values[property] ?? ''));
    return words.every((word) => tokens.some((token) => token.startsWith(word)));
  };
}

function orderOf(type: KnownType, request: SearchRequest): (one: FoundRecord, other: FoundRecord) => number {
  const byId = (one: FoundRecord, other: FoundRecord): number => compareIds(one.id, other.id);
  const { sort } = request;
  if (sort === null) return byId;
  const definition = requireProperty(type, sort.property);
  const direction = sort.isDescending ? -1 : 1;
  if (sort.property === 'hs_object_id') return (one, other) => direction * byId(one, other);
  return (one, other) => {
    const [value, otherValue] = [one.values[sort.property] ?? '', other.values[sort.property] ?? ''];
    // Records without a value come last, whichever way it is sorted.
    if (value === '' || otherValue === '') return Number(value === '') - Number(otherValue === '') || byId(one, other);
    return direction * compareValues(definition, value, otherValue) || byId(one, other);
  };
}

function requireProperty(type: KnownType, name: string): PropertyDefinition {
  const definition = type.definitions.get(name);
  if (definition === undefined) {
    throw new RecordRefusal(400, 'VALIDATION_ERROR', `Property "${name}" does not exist on ${type.name}.`);
  }
  return definition;
}
