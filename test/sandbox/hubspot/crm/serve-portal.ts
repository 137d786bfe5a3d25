import { Client } from '@hubspot/api-client';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Caller } from '../../../../sandbox/hubspot/caller.ts';
import { crmRoutes } from '../../../../sandbox/hubspot/crm-api/crm-routes.ts';
import type { PortalOptions } from '../../../../sandbox/hubspot/records/portal-state.ts';
import { app as appSource, openPortal, type TestPortal } from './open-portal.ts';

const words = ['contacts', 'companies', 'deals', 'leads', 'users', 'custom', 'owners'];

/** Everything that an app of the tests may do, until a scope is taken away. */
const allScopes = words.flatMap((word) =>
  ['read', 'write'].flatMap((access) => [`crm.objects.${word}.${access}`, `crm.schemas.${word}.${access}`]),
);

export type ServedPortal = TestPortal & {
  readonly client: Client;
  readonly scopes: Set<string>;
  /** A request without the client, with a token unless it says otherwise. */
  readonly request: (method: string, path: string, body?: unknown, hasToken?: boolean) => Promise<Answered>;
  readonly close: () => Promise<void>;
};

export type Answered = { readonly status: number; readonly body: Record<string, unknown> };

/** A portal over HTTP, whose callers are known by having any token at all. */
export async function servePortal(options: Partial<PortalOptions> = {}): Promise<ServedPortal> {
  const portal = openPortal({ searchDelayMillis: 0, ...options });
  const { records } = portal;
  const scopes = new Set(allScopes);
  const server: FastifyInstance = Fastify();
  server.decorateRequest('caller', null);
  server.addHook('onRequest', (request, _reply, done) => {
    const caller: Caller = {
      portal: { portalId: records.portalId, tier: records.tier, records },
      scopes,
      source: appSource,
    };
    request.caller = request.headers.authorization === undefined ? null : caller;
    done();
  });
  await crmRoutes(server);
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    ...portal,
    client: new Client({ accessToken: 'a token', basePath: url }),
    scopes,
    request: async (method, path, body, hasToken = true) => {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(hasToken ? { authorization: 'Bearer a token' } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
    },
    close: () => server.close(),
  };
}

/** What the client throws for an answer that is none of the good ones. */
export async function failureOf(call: Promise<unknown>): Promise<{ code: number; body: Record<string, unknown> }> {
  try {
    await call;
  } catch (problem) {
    const { code, body } = problem as { code: number; body: Record<string, unknown> };
    return { code, body };
  }
  throw new Error('The call did not fail.');
}
