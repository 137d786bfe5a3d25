import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { RecordRefusal, refuseMissing } from '../records/record-refusal.ts';
import { apiPaths } from './api-paths.ts';
import { pathPart, typeOf, type AskedType } from './asked-by.ts';
import { batchAnswer } from './batch-answer.ts';
import { attempt } from './create-batch.ts';
import { batchError } from './error-answer.ts';
import { groupAnswer, propertyAnswer } from './property-answer.ts';
import { newProperty, newPropertyOf } from './property-bodies.ts';
import { propertyScopes, requireScope, type Access } from './required-scopes.ts';
import { inputsOf } from './write-bodies.ts';

const named = z.object({ name: z.string() });

/** The endpoints of the properties of a type of record, and of their groups. */
export function propertyRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.properties) {
    app.get(`${base}/:objectType`, (request) => {
      const { type } = askedDefinitions(request, 'read');
      const { archived } = z.object({ archived: z.enum(['true', 'false']).default('false') }).parse(request.query);
      // What was archived is gone from the stand-in.
      return { results: archived === 'true' ? [] : [...type.definitions.values()].map(propertyAnswer) };
    });

    app.get(`${base}/:objectType/:propertyName`, (request) => {
      const { type } = askedDefinitions(request, 'read');
      const definition = type.definitions.get(pathPart(request, 'propertyName'));
      if (definition === undefined) throw refuseMissing();
      return propertyAnswer(definition);
    });

    app.post(`${base}/:objectType`, async (request, reply) => {
      const { records, type } = askedDefinitions(request, 'write');
      const input = newPropertyOf(newProperty.parse(request.body));
      await reply.status(201).send(propertyAnswer(records.defineProperty(type.objectTypeId, input)));
    });

    app.delete(`${base}/:objectType/:propertyName`, async (request, reply) => {
      const { records, type } = askedDefinitions(request, 'write');
      records.removeProperty(type.objectTypeId, pathPart(request, 'propertyName'));
      await reply.status(204).send();
    });

    app.post(`${base}/:objectType/batch/create`, async (request, reply) => {
      const { records, type } = askedDefinitions(request, 'write');
      const inputs = inputsOf(request.body, newProperty, 'property creates');
      const outcomes = inputs.map((input) =>
        attempt(() => propertyAnswer(records.defineProperty(type.objectTypeId, newPropertyOf(input)))),
      );
      const results = outcomes.filter((outcome) => !(outcome instanceof RecordRefusal));
      const errors = outcomes.flatMap((outcome, place) =>
        outcome instanceof RecordRefusal ? [batchError(outcome, { name: [inputs[place]!.name] })] : [],
      );
      const answer = batchAnswer(201, records.now, results, errors);
      await reply.status(answer.status).send(answer.body);
    });

    app.post(`${base}/:objectType/batch/read`, async (request, reply) => {
      const { records, type } = askedDefinitions(request, 'read');
      const names = inputsOf(request.body, named, 'property reads').map(({ name }) => name);
      const known = names.flatMap((name) => type.definitions.get(name) ?? []);
      const missing = names.filter((name) => !type.definitions.has(name));
      const errors = missing.map((name) => batchError(refuseMissing(), { name: [name] }));
      const answer = batchAnswer(200, records.now, known.map(propertyAnswer), errors);
      await reply.status(answer.status).send(answer.body);
    });

    app.post(`${base}/:objectType/batch/archive`, async (request, reply) => {
      const { records, type } = askedDefinitions(request, 'write');
      for (const { name } of inputsOf(request.body, named, 'property archives')) {
        if (type.definitions.has(name)) records.removeProperty(type.objectTypeId, name);
      }
      await reply.status(204).send();
    });

    app.get(`${base}/:objectType/groups`, (request) => {
      const { type } = askedDefinitions(request, 'read');
      return { results: [...type.groups.values()].map(groupAnswer) };
    });

    app.get(`${base}/:objectType/groups/:groupName`, (request) => {
      const group = askedDefinitions(request, 'read').type.groups.get(pathPart(request, 'groupName'));
      if (group === undefined) throw refuseMissing();
      return groupAnswer(group);
    });

    app.post(`${base}/:objectType/groups`, async (request, reply) => {
      const { records, type } = askedDefinitions(request, 'write');
      const { name, label } = z.object({ name: z.string(), label: z.string() }).parse(request.body);
      await reply.status(201).send(groupAnswer(records.definePropertyGroup(type.objectTypeId, name, label)));
    });
  }
}

function askedDefinitions(request: FastifyRequest, access: Access): AskedType {
  const asked = typeOf(request);
  requireScope(asked.caller, propertyScopes(asked.type, access));
  return asked;
}
