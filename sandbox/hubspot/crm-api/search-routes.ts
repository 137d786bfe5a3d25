import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { RecordRefusal } from '../records/record-refusal.ts';
import { searchOperators, type SearchRequest } from '../records/search/search-request.ts';
import { apiPaths } from './api-paths.ts';
import { askedType } from './asked-by.ts';
import { foundAnswer } from './record-answer.ts';
import { idText } from './write-bodies.ts';

/** HubSpot takes no longer body than this. */
const mostCharacters = 3_000;

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

/** The endpoint that finds records. */
export function searchRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.objects) {
    app.post(`${base}/:objectType/search`, (request) => {
      const { caller, records, type } = askedType(request, 'read');
      refuseLongBody(request.body);
      const body = searchBody.parse(request.body);
      const asked = requestOf(body);
      const { total, found } = records.searchRecords(type.objectTypeId, asked);
      const results = found.flatMap(({ id, values }) => {
        const record =
          records.findRecord(type.objectTypeId, id) ?? records.findRecord(type.objectTypeId, id, undefined, true);
        return record === null ? [] : [foundAnswer(caller, type, record, values, body.properties ?? [])];
      });
      const next = asked.offset + found.length;
      const hasMore = found.length > 0 && next < total;
      return { total, results, ...(hasMore ? { paging: { next: { after: String(next) } } } : {}) };
    });
  }
}

function refuseLongBody(body: unknown): void {
  if (JSON.stringify(body ?? null).length <= mostCharacters) return;
  throw new RecordRefusal(400, 'VALIDATION_ERROR', `A search request must not exceed ${mostCharacters} characters.`);
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
