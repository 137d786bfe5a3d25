import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { apiPaths } from './api-paths.ts';
import { askedType } from './asked-by.ts';
import { createBatch } from './create-batch.ts';
import { readBatch, readBody } from './read-batch.ts';
import { updateBatch } from './update-batch.ts';
import { upsertBatch, upsertBody } from './upsert-batch.ts';
import { batchUpdateBody, creationBody, idText, inputsOf, mostInputs, mostInputsWithHistory } from './write-bodies.ts';

/** The endpoints that work on up to 100 records at once. */
export function batchRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.objects) {
    app.post(`${base}/:objectType/batch/read`, async (request, reply) => {
      const asked = askedType(request, 'read');
      const body = readBody.parse(request.body);
      const hasHistory = body.propertiesWithHistory.length > 0;
      const what = hasHistory ? 'property histories' : 'object reads';
      const inputs = inputsOf(
        request.body,
        z.object({ id: idText }),
        what,
        hasHistory ? mostInputsWithHistory : mostInputs,
      );
      const { archived } = z.object({ archived: z.enum(['true', 'false']).default('false') }).parse(request.query);
      const answer = readBatch(
        asked,
        inputs.map(({ id }) => id),
        body,
        archived === 'true',
      );
      await reply.status(answer.status).send(answer.body);
    });

    app.post(`${base}/:objectType/batch/create`, async (request, reply) => {
      const asked = askedType(request, 'write');
      const answer = createBatch(asked, inputsOf(request.body, creationBody, 'object creates'));
      await reply.status(answer.status).send(answer.body);
    });

    app.post(`${base}/:objectType/batch/update`, async (request, reply) => {
      const asked = askedType(request, 'write');
      const answer = updateBatch(asked, inputsOf(request.body, batchUpdateBody, 'object updates'));
      await reply.status(answer.status).send(answer.body);
    });

    app.post(`${base}/:objectType/batch/upsert`, async (request, reply) => {
      const asked = askedType(request, 'write');
      const answer = upsertBatch(asked, inputsOf(request.body, upsertBody, 'object upserts'));
      await reply.status(answer.status).send(answer.body);
    });

    app.post(`${base}/:objectType/batch/archive`, async (request, reply) => {
      const { caller, records, type } = askedType(request, 'write');
      for (const { id } of inputsOf(request.body, z.object({ id: idText }), 'object archives')) {
        records.archiveRecord(type.objectTypeId, id, caller.source);
      }
      await reply.status(204).send();
    });
  }
}
