import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HubSpotApp } from '../apps/hubspot-app.ts';
import { Refusal } from '../http/refusal.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import { AskedScopes } from './asked-scopes.ts';
import type { Grants } from './grants.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The app whose token was sent. */
    callingApp: HubSpotApp | null;
    /** The portal that the token is for, with what the CRM's endpoints do not know of. */
    portal: HubPortal | null;
  }
}

export type TokenCheckParts = {
  readonly grants: Grants;
  readonly now: () => number;
  findApp(appId: number): HubSpotApp | null;
  findPortal(portalId: number): HubPortal | null;
};

/** Lets nobody through without a good token, and says who it is. */
export function addTokenCheck(app: FastifyInstance, parts: TokenCheckParts): void {
  app.decorateRequest('caller', null);
  app.decorateRequest('callingApp', null);
  app.decorateRequest('portal', null);

  app.addHook('onRequest', (request, reply, done) => {
    const refusal = checkToken(request, parts);
    // Answered here: what a hook throws would be answered by the endpoint, which need not know of tokens.
    if (refusal === undefined) done();
    else void reply.code(refusal.statusCode).send(refusal.body);
  });
}

function checkToken(request: FastifyRequest, parts: TokenCheckParts): Refusal | undefined {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  const grant = token === null ? null : parts.grants.findAccess(token);
  if (grant === null) return unknownToken();
  const { appId, portalId, scopes } = grant.installation;
  request.callingApp = parts.findApp(appId);
  request.portal = parts.findPortal(portalId);
  if (parts.now() >= grant.expiresAt) return expired(grant.expiresAt, parts.now());
  request.caller = {
    portal: request.portal!,
    // The constructor of a Set asks for nothing, so that only calls do.
    scopes: new AskedScopes(scopes, (scope) => parts.grants.noteScope(appId, scope)),
    source: { sourceType: 'INTEGRATION', sourceId: String(appId), userId: null },
  };
  return undefined;
}

function unknownToken(): Refusal {
  return new Refusal(
    401,
    'INVALID_AUTHENTICATION',
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
  );
}

/** The refusal of a call that lacks scopes. */
export function missingScopes(scopes: readonly string[]): Refusal {
  return new Refusal(
    403,
    'MISSING_SCOPES',
    "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    {
      errors: [
        { message: 'One or more of the following scopes are required.', context: { requiredGranularScopes: scopes } },
      ],
      links: { scopes: 'https://developers.hubspot.com/scopes' },
    },
  );
}

function expired(expiresAt: number, at: number): Refusal {
  const seconds = Math.floor((at - expiresAt) / 1000);
  return new Refusal(
    401,
    'EXPIRED_AUTHENTICATION',
    `The OAuth token used to make this call expired ${seconds} second(s) ago.`,
    { context: { 'expire time': [new Date(expiresAt).toISOString()] } },
  );
}
