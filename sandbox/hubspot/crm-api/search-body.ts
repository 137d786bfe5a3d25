import * as z from 'zod';
import { RecordRefusal } from '../records/record-refusal.ts';
import { searchOperators, type SearchRequest } from '../records/search/search-request.ts';
import { idText } from './write-bodies.ts';

const sort = z.union([
  z.string().transform((written) => ({ property: written.replace(/^-/, ''), isDescending: written.startsWith('-') })),
  z
    .object({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING') })
    .transform(({ propertyName, direction }) => ({ property: propertyName, isDescending: direction === 'DESCENDING' })),
]);

const filter = z
  .object({
    propertyName: z.string(),
    operator: z.enum(searchOperators),
    value: idText.nullish(),
    highValue: idText.nullish(),
    values: z.array(idText).nullish(),
  })
  .transform(({ propertyName, operator, value, highValue, values }) => ({
    property: propertyName,
    operator,
    value: value ?? null,
    highValue: highValue ?? null,
    values: values ?? [],
  }));

const searchBody = z.object({
  filterGroups: z.array(z.object({ filters: z.array(filter) })).nullish(),
  /** Filters without groups are one group. */
  filters: z.array(filter).nullish(),
  query: z.string().nullish(),
  properties: z.array(z.string()).nullish(),
  sorts: z.array(sort).max(1, 'Only one sort is supported.').nullish(),
  limit: z.coerce.number().int().min(0).max(200, 'The limit must not exceed 200.').nullish(),
  after: z.union([z.string(), z.number()]).nullish(),
});

/** What is looked for, and which properties of what is found are wanted. */
export type AskedSearch = { readonly request: SearchRequest; readonly properties: readonly string[] };

/** Throws HubSpot's answer to what is no search. */
export function readSearch(body: unknown): AskedSearch {
  const parsed = searchBody.parse(body);
  return { request: requestOf(parsed), properties: parsed.properties ?? [] };
}

function requestOf(body: z.infer<typeof searchBody>): SearchRequest {
  const groups = (body.filterGroups ?? []).map(({ filters }) => filters);
  const after = String(body.after ?? '0');
  if (!/^\d*$/.test(after)) {
    throw new RecordRefusal(400, 'VALIDATION_ERROR', 'The paging value "after" must be an integer.');
  }
  return {
    groups: (body.filters ?? []).length > 0 ? [...groups, body.filters!] : groups,
    query: body.query ?? '',
    sort: body.sorts?.[0] ?? null,
    limit: body.limit ?? 10,
    offset: Number(after),
  };
}
