import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HubSpotApp } from '../apps/hubspot-app.ts';
import type { CallLimits, LimitedPortal } from './call-limits.ts';
import { limitedBody } from './limited-body.ts';

/** Who calls, and where. */
export type LimitedCaller = { readonly app: HubSpotApp; readonly portal: LimitedPortal };

/** Counts calls of apps and refuses those that are too many. */
export function addLimitHooks(
  app: FastifyInstance,
  limits: CallLimits,
  callerOf: (request: FastifyRequest) => LimitedCaller | null,
): void {
  app.addHook('onRequest', async (request, reply) => {
    const known = callerOf(request);
    if (known === null) return undefined;
    const { app: caller, portal } = known;
    const isSearch = isRecordSearch(request);
    const kind = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    limits.counters.arrive(caller.appId, portal.portalId, kind, isSearch, limits.now());
    const { refusedBy, headers } = limits.take(caller, portal, isSearch);
    reply.headers(headers);
    return refusedBy === null ? undefined : reply.code(429).send(limitedBody(refusedBy));
  });

  app.addHook('onResponse', async (request, reply) => {
    const known = callerOf(request);
    if (known !== null) limits.counters.answer(known.app.appId, known.portal.portalId, reply.statusCode);
  });
}

/** The search of records has its own limit; those of files and folders have not. */
function isRecordSearch({ method, url }: FastifyRequest): boolean {
  return method === 'POST' && /^\/crm\/.*\/search(\?|$)/.test(url);
}
