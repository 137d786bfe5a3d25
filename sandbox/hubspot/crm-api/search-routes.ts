import type { FastifyInstance } from 'fastify';
import { RecordRefusal } from '../records/record-refusal.ts';
import { apiPaths } from './api-paths.ts';
import { askedType } from './asked-by.ts';
import { foundAnswer } from './record-answer.ts';
import { readSearch } from './search-body.ts';

/** HubSpot takes no longer body than this. */
const mostCharacters = 3_000;

/** The endpoint that finds records. */
export function searchRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.objects) {
    app.post(`${base}/:objectType/search`, (request) => {
      const { caller, records, type } = askedType(request, 'read');
      refuseLongBody(request.body);
      const { request: asked, properties } = readSearch(request.body);
      const { total, found } = records.searchRecords(type.objectTypeId, asked);
      const results = found.flatMap(({ id, values }) => {
        const record =
          records.findRecord(type.objectTypeId, id) ?? records.findRecord(type.objectTypeId, id, undefined, true);
        return record === null ? [] : [foundAnswer(caller, type, record, values, properties)];
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
