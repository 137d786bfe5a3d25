import type {
  Filter,
  FilterOperatorEnum,
  PublicObjectSearchRequest,
  SearchApi,
} from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import * as z from 'zod';
import type { CrmRecord, ObjectType, SearchFilter, SearchOrder, SearchRequest } from '../crm.ts';
import { pagingSchema, readAnswer } from '../read-answer.ts';
import { compareIds, recordSchema } from './record-answer.ts';
import { cutFilters, type FilterGroup } from './search-filters.ts';

const pageSize = 200;
/** How far HubSpot pages through the results of one search. */
const mostResults = 10_000;
const mostCharacters = 3000;
/** Longer names of properties leave too little room for what is looked for. */
const mostForNames = 1000;

const pageSchema = z.looseObject({ results: z.array(recordSchema), paging: pagingSchema });
const countSchema = z.looseObject({ total: z.int().min(0) });

const ways: Readonly<Record<SearchOrder, Way>> = {
  risingIds: {
    sort: { propertyName: 'hs_object_id', direction: 'ASCENDING' },
    beyond: 'GT',
    compare: (one, other) => compareIds(one.id, other.id),
  },
  fallingIds: {
    sort: { propertyName: 'hs_object_id', direction: 'DESCENDING' },
    beyond: 'LT',
    compare: (one, other) => compareIds(other.id, one.id),
  },
  lastCreated: {
    sort: { propertyName: 'createdate', direction: 'DESCENDING' },
    beyond: null,
    compare: (one, other) => other.createdAt - one.createdAt || compareIds(other.id, one.id),
  },
};

type Way = {
  readonly sort: { readonly propertyName: string; readonly direction: 'ASCENDING' | 'DESCENDING' };
  /** How a new search goes on after an id; null where ids do not say who comes next. */
  readonly beyond: 'GT' | 'LT' | null;
  readonly compare: (one: CrmRecord, other: CrmRecord) => number;
};

/** Reads records whose ids are known. */
export type ReadByIds = (
  objectType: ObjectType,
  ids: readonly string[],
  properties: readonly string[],
) => Promise<CrmRecord[]>;

/**
 * Finds records, in the order that is asked for. HubSpot takes at most 3,000 characters and 100 values of a list: what is longer
 * is asked for in several searches, and where the names of the properties alone are too long, only ids are searched for and the
 * records read by them.
 */
export async function searchObjects(
  api: SearchApi,
  request: SearchRequest,
  readByIds: ReadByIds,
): Promise<CrmRecord[]> {
  const isForIds = sizeOf(request) > mostCharacters && JSON.stringify(request.properties).length > mostForNames;
  const asked = isForIds ? { ...request, properties: ['hs_object_id'] } : request;
  const groupsWithoutValues = request.groups.map((group) => group.map((filter) => ({ ...filter, values: [] })));
  const roomForValues = mostCharacters - sizeOf({ ...asked, groups: groupsWithoutValues });
  const found = new Map<string, CrmRecord>();
  for (const groups of cutFilters(request.groups, roomForValues)) {
    for (const record of await searchOnce(api, { ...asked, groups })) {
      found.set(record.id, record);
    }
  }
  const records = [...found.values()].sort(wayOf(request).compare).slice(0, request.most);
  return isForIds ? readByIds(request.objectType, idsOf(records), request.properties) : records;
}

/** How many records a search finds, as HubSpot counts them. */
export async function countObjects(
  api: SearchApi,
  { objectType, groups }: Pick<SearchRequest, 'objectType' | 'groups'>,
): Promise<number> {
  const body = bodyOf({ objectType, groups, properties: ['hs_object_id'], most: 1 }, 1, null, null);
  return (await readAnswer(countSchema, 'a search', api.doSearch(objectType, body))).total;
}

/** How many characters a search takes at most, wherever its page begins. */
function sizeOf(request: SearchRequest): number {
  return JSON.stringify(bodyOf(request, pageSize, String(mostResults), null)).length;
}

async function searchOnce(api: SearchApi, request: SearchRequest): Promise<CrmRecord[]> {
  const found: CrmRecord[] = [];
  let after: string | null = null;
  let begunAfterId: string | null = null;
  let inThisSearch = 0;
  while (found.length < request.most) {
    const limit = Math.min(pageSize, request.most - found.length);
    const body = bodyOf(request, limit, after, begunAfterId);
    const page: z.output<typeof pageSchema> = await readAnswer(
      pageSchema,
      'a search',
      api.doSearch(request.objectType, body),
    );
    found.push(...page.results);
    inThisSearch += page.results.length;
    after = page.paging;
    if (after === null || page.results.length === 0) {
      break;
    }
    // HubSpot refuses to page any further; a new search begins after the last id.
    if (inThisSearch + pageSize > mostResults) {
      if (wayOf(request).beyond === null) {
        break;
      }
      begunAfterId = found.at(-1)?.id ?? null;
      after = null;
      inThisSearch = 0;
    }
  }
  return found;
}

function wayOf({ order = 'risingIds' }: SearchRequest): Way {
  return ways[order];
}

function bodyOf(
  request: SearchRequest,
  limit: number,
  after: string | null,
  begunAfterId: string | null,
): PublicObjectSearchRequest {
  const { groups, properties } = request;
  const { sort, beyond } = wayOf(request);
  const sorts: unknown = [sort];
  const rest: SearchFilter[] =
    begunAfterId === null || beyond === null
      ? []
      : [{ property: 'hs_object_id', operator: beyond, values: [begunAfterId] }];
  const asked: readonly FilterGroup[] = groups.length === 0 && rest.length > 0 ? [[]] : groups;
  return {
    filterGroups: asked.map((filters) => ({ filters: [...filters, ...rest].map(writeFilter) })),
    // The library calls sorts texts; HubSpot documents objects.
    sorts: sorts as string[],
    properties: [...properties],
    limit,
    ...(after === null ? {} : { after }),
  };
}

function writeFilter({ property, operator, values }: SearchFilter): Filter {
  const named = { propertyName: property, operator: operator as FilterOperatorEnum };
  switch (operator) {
    case 'IN':
    case 'NOT_IN':
      return { ...named, values: [...values] };
    case 'HAS_PROPERTY':
    case 'NOT_HAS_PROPERTY':
      return named;
    default:
      return { ...named, value: values[0] ?? '' };
  }
}

function idsOf(records: readonly CrmRecord[]): string[] {
  return records.map((record) => record.id);
}
