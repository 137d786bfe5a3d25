import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { apiPaths } from './api-paths.ts';
import { askedType, callerOf } from './asked-by.ts';
import { createdAnswer } from './record-answer.ts';
import { recordScopes, requireScope } from './required-scopes.ts';
import { idText } from './write-bodies.ts';

const mergeBody = z.object({ primaryObjectId: idText, objectIdToMerge: idText });
const erasureBody = z.object({ objectId: idText, idProperty: z.string().nullish() });

/** The endpoints that make two records one, and that delete a person for ever. */
export function mergeRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.objects) {
    app.post(`${base}/:objectType/merge`, (request) => {
      const { caller, records, type } = askedType(request, 'write');
      const { primaryObjectId, objectIdToMerge } = mergeBody.parse(request.body);
      return createdAnswer(records.mergeRecords(type.objectTypeId, primaryObjectId, objectIdToMerge, caller.source));
    });

    app.post(`${base}/contacts/gdpr-delete`, async (request, reply) => {
      const caller = callerOf(request);
      const { records } = caller.portal;
      requireScope(caller, recordScopes(records.schema.type('0-1'), 'write'));
      const { objectId, idProperty } = erasureBody.parse(request.body);
      if (idProperty === 'email') records.eraseEmail(objectId, caller.source);
      else records.eraseContact(objectId, caller.source);
      await reply.status(204).send();
    });
  }
}
