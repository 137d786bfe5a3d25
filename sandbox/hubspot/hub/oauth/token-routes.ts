import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { HubSpotApp } from '../apps/hubspot-app.ts';
import { formOf, readFormBodies } from '../http/form-body.ts';
import { Refusal, notFound } from '../http/refusal.ts';
import type { PortalUser } from '../portals/portal-user.ts';
import { accessTokenSeconds, type AccessGrant, type GrantedTokens, type Grants, type Installation } from './grants.ts';

export type TokenParts = {
  readonly grants: Grants;
  readonly now: () => number;
  findApp(clientId: string): HubSpotApp | null;
  findUser(portalId: number, userId: number): PortalUser | null;
};

const oauthErrors: Readonly<Record<string, readonly [error: string, message: string]>> = {
  BAD_GRANT_TYPE: ['unsupported_grant_type', 'missing or unknown grant type'],
  BAD_CLIENT_ID: ['invalid_client', 'missing or unknown client id'],
  BAD_CLIENT_SECRET: ['invalid_client', 'missing or invalid client secret'],
  BAD_REDIRECT_URI: ['invalid_grant', 'missing or invalid redirect uri'],
  BAD_AUTH_CODE: ['invalid_grant', 'missing or unknown auth code'],
  EXPIRED_AUTH_CODE: ['invalid_grant', 'auth code is expired'],
  BAD_REFRESH_TOKEN: ['invalid_grant', 'missing or invalid refresh token'],
};

/** The endpoints that give, describe and end tokens: dated, `v3`, and `v1` as older libraries call it. */
export function tokenRoutes(app: FastifyInstance, parts: TokenParts): void {
  readFormBodies(app);
  const { grants } = parts;

  for (const version of ['v1', 'v3', '2026-03', '2026-09']) {
    app.post(`/oauth/${version}/token`, (request, reply) => {
      if (!isForm(request)) return refuseMediaType(reply);
      const form = formOf(request.body);
      const granted = grantTokens(parts, form);
      if (typeof granted === 'string') return refuse(reply, granted);
      return reply
        .header('Cache-Control', 'no-store')
        .send({ ...basicsOf(granted), ...(version !== 'v1' && describe(granted.installation)) });
    });
  }

  for (const version of ['v3', '2026-03', '2026-09']) {
    app.post(`/oauth/${version}/token/introspect`, (request, reply) => {
      const form = formOf(request.body);
      const client = checkClient(parts, form);
      return typeof client === 'string' ? refuse(reply, client) : introspect(parts, client, form.get('token') ?? '');
    });
    app.post(`/oauth/${version}/token/revoke`, (request, reply) => {
      const form = formOf(request.body);
      const client = checkClient(parts, form);
      if (typeof client === 'string') return refuse(reply, client);
      const token = form.get('token') ?? '';
      // Whether there was such a token is not told.
      if (ownerOf(grants, token)?.appId === client.appId) grants.revoke(token);
      return reply.code(200).send();
    });
  }

  app.get<{ Params: { token: string } }>('/oauth/v1/access-tokens/:token', ({ params: { token } }) => {
    const found = grants.findAccess(token);
    if (found === null) throw notFound('access token not found');
    return {
      token,
      ...metadataOf(parts, found.installation),
      expires_in: secondsLeft(parts, found),
      token_type: 'access',
    };
  });
  app.get<{ Params: { token: string } }>('/oauth/v1/refresh-tokens/:token', ({ params: { token } }) => {
    const found = grants.findRefresh(token);
    if (found === null) throw notFound('refresh token not found');
    return { token, ...metadataOf(parts, found), token_type: 'refresh' };
  });
  app.delete<{ Params: { token: string } }>('/oauth/v1/refresh-tokens/:token', ({ params: { token } }, reply) => {
    if (grants.findRefresh(token) === null) throw notFound('refresh token not found');
    grants.revoke(token);
    return reply.code(204).send();
  });
}

function grantTokens(parts: TokenParts, form: URLSearchParams): GrantedTokens | string {
  const grantType = form.get('grant_type');
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token') return 'BAD_GRANT_TYPE';
  const client = checkClient(parts, form);
  if (typeof client === 'string') return client;
  if (grantType === 'refresh_token') return parts.grants.refresh(client, form.get('refresh_token') ?? '');
  return parts.grants.exchange(client, form.get('code') ?? '', form.get('redirect_uri') ?? '');
}

function checkClient(parts: TokenParts, form: URLSearchParams): HubSpotApp | 'BAD_CLIENT_ID' | 'BAD_CLIENT_SECRET' {
  const found = parts.findApp(form.get('client_id') ?? '');
  if (found === null) return 'BAD_CLIENT_ID';
  return found.clientSecret === form.get('client_secret') ? found : 'BAD_CLIENT_SECRET';
}

function introspect(parts: TokenParts, client: HubSpotApp, token: string): Record<string, unknown> {
  const access = parts.grants.findAccess(token);
  const installation = access?.installation ?? parts.grants.findRefresh(token);
  if (installation?.appId !== client.appId) return { active: false };
  const left = access === null ? null : secondsLeft(parts, access);
  if (left !== null && left <= 0) return { active: false };
  return {
    active: true,
    token_use: access === null ? 'refresh_token' : 'access_token',
    token_type: 'bearer',
    client_id: client.clientId,
    ...metadataOf(parts, installation),
    ...(left !== null && { expires_in: left }),
  };
}

function basicsOf({ accessToken, refreshToken }: GrantedTokens): Record<string, unknown> {
  return {
    token_type: 'bearer',
    refresh_token: refreshToken,
    access_token: accessToken,
    expires_in: accessTokenSeconds,
  };
}

function describe({ portalId, userId, scopes }: Installation): Record<string, unknown> {
  return { hub_id: portalId, user_id: userId, scopes: [...scopes], token_use: 'access_token' };
}

function metadataOf(parts: TokenParts, installation: Installation): Record<string, unknown> {
  const { portalId, userId, appId, scopes } = installation;
  const user = parts.findUser(portalId, userId);
  return {
    hub_id: portalId,
    hub_domain: `portal-${portalId}.example.com`,
    user_id: userId,
    user: user?.email ?? null,
    app_id: appId,
    scopes: [...scopes],
  };
}

function secondsLeft({ now }: TokenParts, { expiresAt }: AccessGrant): number {
  return Number.isFinite(expiresAt) ? Math.max(0, Math.floor((expiresAt - now()) / 1000)) : accessTokenSeconds;
}

function ownerOf(grants: Grants, token: string): Installation | null {
  return grants.findAccess(token)?.installation ?? grants.findRefresh(token);
}

// Both ways of writing it at once: HubSpot's own since v1, and that of OAuth since v3.
function refuse(reply: FastifyReply, status: string): FastifyReply {
  const [error, message] = oauthErrors[status]!;
  return reply.code(400).send({ status, message, error, error_description: message, correlationId: randomUUID() });
}

function isForm(request: FastifyRequest): boolean {
  return request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
}

function refuseMediaType(reply: FastifyReply): FastifyReply {
  const refusal = new Refusal(415, 'INVALID_CONTENT_TYPE', 'The body must be application/x-www-form-urlencoded.');
  return reply.code(415).send(refusal.body);
}
