import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { invalid, notFound } from '../http/refusal.ts';
import { missingScopes } from '../oauth/check-token.ts';
import type { HubPortal } from './hub-portal.ts';
import type { PortalUser } from './portal-user.ts';

const bases = ['/settings/v3/users', ...['2026-03', '2026-09'].map((date) => `/settings/users/${date}`)];
const pageSchema = z.looseObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().optional(),
});
const oneSchema = z.looseObject({ idProperty: z.enum(['USER_ID', 'EMAIL']).default('USER_ID') });

/** The users of a portal as its settings know them, to be read: who is a super admin, and in which teams. */
export function userRoutes(app: FastifyInstance): void {
  for (const base of bases) {
    for (const path of [base, `${base}/`]) {
      app.get(path, (request) => {
        const portal = allowedPortal(request);
        const page = pageSchema.safeParse(request.query);
        if (!page.success) throw invalid('The limit must be from 1 to 500.');
        const { limit, after } = page.data;
        const users = activeUsers(portal);
        const begin = after === undefined ? 0 : users.findIndex(({ userId }) => String(userId) === after) + 1;
        const shown = users.slice(begin, begin + limit);
        const hasMore = begin + limit < users.length;
        return {
          results: shown.map((user) => userAnswer(portal, user)),
          ...(hasMore && { paging: { next: { after: String(shown.at(-1)!.userId) } } }),
        };
      });
    }

    app.get<{ Params: { userId: string } }>(`${base}/:userId`, (request) => {
      const portal = allowedPortal(request);
      const query = oneSchema.safeParse(request.query);
      if (!query.success) throw invalid('The idProperty must be USER_ID or EMAIL.');
      const { userId: asked } = request.params;
      const isIt = ({ userId, email }: PortalUser): boolean =>
        query.data.idProperty === 'EMAIL' ? email === asked.toLowerCase() : String(userId) === asked;
      const found = activeUsers(portal).find(isIt);
      if (found === undefined) throw notFound('User not found.');
      return userAnswer(portal, found);
    });
  }
}

function allowedPortal({ caller, portal }: FastifyRequest): HubPortal {
  if (!caller!.scopes.has('settings.users.read')) throw missingScopes(['settings.users.read']);
  return portal!;
}

/** Those who can still sign in. */
function activeUsers({ users, records }: HubPortal): PortalUser[] {
  return users.filter(({ ownerId }) => records.people.find(ownerId)?.archivedAt === null);
}

function userAnswer(
  { records }: HubPortal,
  { userId, ownerId, email, firstName, lastName, isSuperAdmin, roleIds }: PortalUser,
): Record<string, unknown> {
  const teams = records.people.find(ownerId)?.teams ?? [];
  const primary = teams.find(({ isPrimary }) => isPrimary);
  return {
    id: String(userId),
    email,
    firstName,
    lastName,
    roleIds,
    ...(roleIds.length > 0 && { roleId: roleIds[0] }),
    ...(primary !== undefined && { primaryTeamId: primary.id }),
    secondaryTeamIds: teams.filter((team) => team !== primary).map(({ id }) => id),
    superAdmin: isSuperAdmin,
  };
}
