import type { FastifyInstance } from 'fastify';
import { refuseMissing } from '../records/record-refusal.ts';
import { apiPaths } from './api-paths.ts';
import { askedType, pageQuery, pathPart, readQuery } from './asked-by.ts';
import { associationsAnswer, createdAnswer, readAnswer, updatedAnswer } from './record-answer.ts';
import { associationsOf, creationBody, mostInputsWithHistory, updateBody } from './write-bodies.ts';

/** The endpoints that work on one record, and the list of all. */
export function recordRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.objects) {
    app.get(`${base}/:objectType`, (request) => {
      const { caller, records, type } = askedType(request, 'read');
      const asked = readQuery.parse(request.query);
      const most = asked.propertiesWithHistory.length > 0 ? mostInputsWithHistory : 100;
      const page = pageQuery(10, most).parse(request.query);
      const listed = records.listRecords(type.objectTypeId, page.after ?? null, page.limit + 1, asked.archived);
      const shown = listed.slice(0, page.limit);
      const after = shown.at(-1)?.id;
      return {
        results: shown.map((record) => ({
          ...readAnswer(caller, type, record, asked),
          ...associationsAnswer(records, type, record, asked.associations),
        })),
        ...(listed.length > shown.length && after !== undefined
          ? {
              paging: {
                next: {
                  after,
                  link: `${request.protocol}://${request.host}${request.url.split('?')[0]}?after=${after}`,
                },
              },
            }
          : {}),
      };
    });

    app.get(`${base}/:objectType/:objectId`, (request) => {
      const { caller, records, type } = askedType(request, 'read');
      const asked = readQuery.parse(request.query);
      const id = pathPart(request, 'objectId');
      const record = records.findRecord(type.objectTypeId, id, asked.idProperty, asked.archived);
      if (record === null) throw refuseMissing();
      return {
        ...readAnswer(caller, type, record, asked),
        ...associationsAnswer(records, type, record, asked.associations),
      };
    });

    app.post(`${base}/:objectType`, async (request, reply) => {
      const { caller, records, type } = askedType(request, 'write');
      const body = creationBody.parse(request.body);
      const associations = associationsOf(records, type, body);
      const record = records.createRecord(type.objectTypeId, body.properties, caller.source, associations);
      await reply.status(201).send(createdAnswer(record));
    });

    app.patch(`${base}/:objectType/:objectId`, (request) => {
      const { caller, records, type } = askedType(request, 'write');
      const { properties } = updateBody.parse(request.body);
      const { idProperty } = readQuery.parse(request.query);
      const known = records.findRecord(type.objectTypeId, pathPart(request, 'objectId'), idProperty);
      if (known === null) throw refuseMissing();
      const record = records.updateRecord(type.objectTypeId, known.id, properties, caller.source);
      return updatedAnswer(type, record, Object.keys(properties));
    });

    app.delete(`${base}/:objectType/:objectId`, async (request, reply) => {
      const { caller, records, type } = askedType(request, 'write');
      records.archiveRecord(type.objectTypeId, pathPart(request, 'objectId'), caller.source);
      await reply.status(204).send();
    });
  }
}
