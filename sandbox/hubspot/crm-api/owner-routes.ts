import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { PortalOwner } from '../records/people-book.ts';
import { writeInstant } from '../records/read-instant.ts';
import { refuseMissing } from '../records/record-refusal.ts';
import { apiPaths } from './api-paths.ts';
import { callerOf, pageQuery, pathPart } from './asked-by.ts';
import { ownerScopes, requireScope } from './required-scopes.ts';

const ownersQuery = z.object({
  email: z.string().optional(),
  archived: z.enum(['true', 'false']).default('false'),
  idProperty: z.enum(['id', 'userId']).default('id'),
});

/** The endpoints of those who can own records. */
export function ownerRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.owners) {
    // The client of HubSpot asks with a slash at the end, its documentation without.
    for (const path of [base, `${base}/`]) app.get(path, listOwners);

    app.get(`${base}/:ownerId`, (request) => {
      const { records } = allowedCaller(request).portal;
      const { archived, idProperty } = ownersQuery.parse(request.query);
      const id = pathPart(request, 'ownerId');
      const owner = idProperty === 'id' ? records.people.find(id) : records.people.findByUser(Number(id));
      if (owner === null || (owner.archivedAt !== null) !== (archived === 'true')) throw refuseMissing();
      return ownerAnswer(owner);
    });
  }
}

function listOwners(request: FastifyRequest): { [key: string]: unknown } {
  const { records } = allowedCaller(request).portal;
  const { email, archived } = ownersQuery.parse(request.query);
  const { limit, after } = pageQuery(100, 500).parse(request.query);
  const owners = records.people
    .all()
    .filter((owner) => (owner.archivedAt !== null) === (archived === 'true'))
    .filter((owner) => email === undefined || owner.email === email.toLowerCase());
  const begin = after === undefined ? 0 : owners.findIndex(({ id }) => id === after) + 1;
  const shown = owners.slice(begin, begin + limit);
  return {
    results: shown.map(ownerAnswer),
    ...(begin + limit < owners.length ? { paging: { next: { after: shown.at(-1)!.id } } } : {}),
  };
}

function allowedCaller(request: FastifyRequest) {
  const caller = callerOf(request);
  requireScope(caller, ownerScopes);
  return caller;
}

function ownerAnswer(owner: PortalOwner): { [key: string]: unknown } {
  const isArchived = owner.archivedAt !== null;
  return {
    id: owner.id,
    email: owner.email,
    type: 'PERSON',
    firstName: owner.firstName,
    lastName: owner.lastName,
    // One who was deactivated is known only under the other name.
    userId: isArchived ? null : owner.userId,
    userIdIncludingInactive: owner.userId,
    createdAt: writeInstant(owner.createdAt),
    updatedAt: writeInstant(owner.updatedAt),
    archived: isArchived,
    ...(owner.teams.length === 0
      ? {}
      : { teams: owner.teams.map(({ id, name, isPrimary }) => ({ id, name, primary: isPrimary })) }),
  };
}
