import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Caller } from '../caller.ts';
import type { KnownType } from '../records/portal-schema.ts';
import type { PortalRecords } from '../records/portal-records.ts';
import { apiPaths } from './api-paths.ts';
import { callerOf, pageQuery, pathPart } from './asked-by.ts';
import { associatedAnswer, defaultAnswer, labelsAnswer } from './association-answer.ts';
import { recordScopes, requireScope, type Access } from './required-scopes.ts';
import { associationKind } from './write-bodies.ts';

export type AskedPair = {
  readonly caller: Caller;
  readonly records: PortalRecords;
  readonly from: KnownType;
  readonly to: KnownType;
};

/** Who asks, and between which types of record. What is associated has to be theirs to read, and who is to be written. */
export function askedPair(request: FastifyRequest, access: Access): AskedPair {
  const caller = callerOf(request);
  const { records } = caller.portal;
  const from = records.schema.type(pathPart(request, 'objectType'));
  const to = records.schema.type(pathPart(request, 'toObjectType'));
  requireScope(caller, recordScopes(from, access));
  requireScope(caller, recordScopes(to, 'read'));
  return { caller, records, from, to };
}

/** The endpoints of the associations of one record. */
export function associationRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.recordAssociations) {
    const associations = `${base}/:objectType/:objectId/associations`;

    app.get(`${associations}/:toObjectType`, (request) => {
      const { records, from, to } = askedPair(request, 'read');
      const { limit, after } = pageQuery(500, 500).parse(request.query);
      const all = records.associationsOf(from.objectTypeId, pathPart(request, 'objectId'), to.objectTypeId);
      const begin = after === undefined ? 0 : all.findIndex(({ toId }) => toId === after) + 1;
      const shown = all.slice(begin, begin + limit);
      const next = begin + limit < all.length ? shown.at(-1)!.toId : null;
      return { results: shown.map(associatedAnswer), ...(next === null ? {} : { paging: { next: { after: next } } }) };
    });

    app.put(`${associations}/:toObjectType/:toObjectId`, async (request, reply) => {
      const { caller, records, from, to } = askedPair(request, 'write');
      const kinds = z.array(associationKind).min(1).parse(request.body);
      const [fromId, toId] = [pathPart(request, 'objectId'), pathPart(request, 'toObjectId')];
      const input = { toTypeId: to.objectTypeId, toId, kinds };
      const types = records.associate(from.objectTypeId, fromId, input, caller.source);
      await reply.status(201).send(labelsAnswer(from, fromId, to, toId, types));
    });

    app.put(`${associations}/default/:toObjectType/:toObjectId`, (request) => {
      const { caller, records, from, to } = askedPair(request, 'write');
      const [fromId, toId] = [pathPart(request, 'objectId'), pathPart(request, 'toObjectId')];
      records.associate(from.objectTypeId, fromId, { toTypeId: to.objectTypeId, toId }, caller.source);
      return { status: 'COMPLETE', results: defaultAnswer(records, from, fromId, to, toId) };
    });

    app.delete(`${associations}/:toObjectType/:toObjectId`, async (request, reply) => {
      const { caller, records, from, to } = askedPair(request, 'write');
      const [fromId, toId] = [pathPart(request, 'objectId'), pathPart(request, 'toObjectId')];
      records.dissociate(from.objectTypeId, fromId, to.objectTypeId, toId, caller.source);
      await reply.status(204).send();
    });
  }
}
