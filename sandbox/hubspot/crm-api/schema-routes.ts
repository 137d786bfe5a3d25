import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Caller } from '../caller.ts';
import type { KnownType } from '../records/portal-schema.ts';
import type { PortalRecords } from '../records/portal-records.ts';
import { writeInstant } from '../records/read-instant.ts';
import { refuseMissing } from '../records/record-refusal.ts';
import { apiPaths } from './api-paths.ts';
import { callerOf, pathPart } from './asked-by.ts';
import { propertyAnswer } from './property-answer.ts';
import { newProperty, newPropertyOf } from './property-bodies.ts';
import { requireScope, schemaScopes, type Access } from './required-scopes.ts';

const schemaBody = z.object({
  name: z.string(),
  labels: z.object({ singular: z.string(), plural: z.string() }),
  description: z.string().nullish(),
  primaryDisplayProperty: z.string(),
  secondaryDisplayProperties: z.array(z.string()).default([]),
  requiredProperties: z.array(z.string()),
  searchableProperties: z.array(z.string()).optional(),
  properties: z.array(
    newProperty.partial({ type: true, fieldType: true }).transform((property) => ({
      ...property,
      type: property.type ?? ('string' as const),
      fieldType: property.fieldType ?? 'text',
    })),
  ),
  associatedObjects: z.array(z.string()).default([]),
});

/** The endpoints of custom objects. */
export function schemaRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.schemas) {
    app.get(base, (request) => {
      const { records } = allowedCaller(request, 'read').portal;
      return { results: records.schema.customTypes().map((type) => schemaAnswer(records, type)) };
    });

    app.get(`${base}/:objectType`, (request) => {
      const { records } = allowedCaller(request, 'read').portal;
      return schemaAnswer(records, customType(records, request));
    });

    app.post(base, async (request, reply) => {
      const { records } = allowedCaller(request, 'write').portal;
      const { searchableProperties, properties, ...body } = schemaBody.parse(request.body);
      const type = records.defineSchema({
        ...body,
        description: body.description ?? null,
        properties: properties.map(newPropertyOf),
        ...(searchableProperties === undefined ? {} : { searchableProperties }),
      });
      await reply.status(201).send(schemaAnswer(records, type));
    });

    app.delete(`${base}/:objectType`, async (request, reply) => {
      const { records } = allowedCaller(request, 'write').portal;
      records.removeSchema(customType(records, request).objectTypeId);
      await reply.status(204).send();
    });
  }
}

function allowedCaller(request: FastifyRequest, access: Access): Caller {
  const caller = callerOf(request);
  requireScope(caller, schemaScopes(access));
  return caller;
}

function customType(records: PortalRecords, request: FastifyRequest): KnownType {
  const type = records.schema.findType(pathPart(request, 'objectType'));
  if (type === null || type.custom === null) throw refuseMissing();
  return type;
}

function schemaAnswer(records: PortalRecords, type: KnownType): { [key: string]: unknown } {
  const custom = type.custom!;
  const others = records.schema.types().filter((other) => other !== type);
  const associations = others.flatMap((other) => {
    const plain = records.schema.associationTypes.plain(type.objectTypeId, other.objectTypeId);
    if (plain === null) return [];
    const names = { name: plain.name, id: String(plain.typeId) };
    return [{ fromObjectTypeId: type.objectTypeId, toObjectTypeId: other.objectTypeId, ...names }];
  });
  return {
    id: type.objectTypeId.replace('2-', ''),
    objectTypeId: type.objectTypeId,
    fullyQualifiedName: type.name,
    name: custom.shortName,
    labels: custom.labels,
    description: custom.description,
    primaryDisplayProperty: custom.primaryDisplayProperty,
    secondaryDisplayProperties: custom.secondaryDisplayProperties,
    requiredProperties: type.requiredProperties,
    searchableProperties: custom.searchableProperties,
    properties: [...type.definitions.values()].map(propertyAnswer),
    associations,
    metaType: 'PORTAL_SPECIFIC',
    allowsSensitiveProperties: false,
    archived: false,
    createdAt: writeInstant(custom.createdAt),
    updatedAt: writeInstant(custom.updatedAt),
  };
}
