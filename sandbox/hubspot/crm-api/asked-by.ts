import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Caller } from '../caller.ts';
import type { KnownType } from '../records/portal-schema.ts';
import type { PortalRecords } from '../records/portal-records.ts';
import { RecordRefusal } from '../records/record-refusal.ts';
import { recordScopes, requireScope, type Access } from './required-scopes.ts';

/** Who sent a request. Throws HubSpot's answer to one without a good token. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller !== null && request.caller !== undefined) return request.caller;
  throw new RecordRefusal(
    401,
    'INVALID_AUTHENTICATION',
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
  );
}

export type AskedType = { readonly caller: Caller; readonly records: PortalRecords; readonly type: KnownType };

/** Who asks, and for which type of record, once they may. */
export function askedType(request: FastifyRequest, access: Access): AskedType {
  const asked = typeOf(request);
  requireScope(asked.caller, recordScopes(asked.type, access));
  return asked;
}

/** The same before it is known whether they may. */
export function typeOf(request: FastifyRequest): AskedType {
  const caller = callerOf(request);
  const { objectType } = z.object({ objectType: z.string() }).parse(request.params);
  const { records } = caller.portal;
  return { caller, records, type: records.schema.type(objectType) };
}

/** One part of the path. */
export function pathPart(request: FastifyRequest, name: string): string {
  return z.string().parse((request.params as { readonly [name: string]: unknown })[name]);
}

/** A text that may hold several with commas between them, or several of such. */
const listed = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => (Array.isArray(value) ? value : [value]))
  .transform((values) => values.flatMap((value) => value.split(',')).map((value) => value.trim()))
  .transform((values) => values.filter((value) => value !== ''));

const flag = z
  .enum(['true', 'false', ''])
  .default('false')
  .transform((value) => value === 'true');

/** What reads can be asked for in their queries. */
export const readQuery = z.object({
  properties: listed,
  propertiesWithHistory: listed,
  associations: listed,
  idProperty: z.string().optional(),
  archived: flag,
});

export type ReadQuery = z.infer<typeof readQuery>;

/** A page of at most `most`, of `usual` unless asked for otherwise. */
export function pageQuery(usual: number, most: number) {
  return z.object({
    limit: z.coerce.number().int().min(1).max(most).default(usual),
    after: z.string().optional(),
  });
}
