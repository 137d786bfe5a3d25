import type { FastifyInstance } from 'fastify';
import type { Log } from '../observing/log.ts';
import type { Metrics } from '../observing/create-metrics.ts';

/** A line and a count for each request: the route's pattern and never its address, which may hold a code or an e-mail. */
export function logRequests(app: FastifyInstance, log: Log, metrics: Metrics): void {
  app.decorateRequest('forgery', null);
  app.decorateRequest('portalId', null);
  app.decorateRequest('uiCaller', null);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.countRequest(route, reply.statusCode, reply.elapsedTime / 1000);
    const fields = {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      millis: Math.round(reply.elapsedTime),
      ...(request.portalId === null ? {} : { portalId: request.portalId }),
      ...(request.forgery === null ? {} : { reason: request.forgery }),
    };
    if (route.startsWith('/health/') || route === '/metrics') log.debug(fields, 'request');
    else if (request.forgery === null) log.info(fields, 'request');
    else log.warn(fields, 'a call whose signature does not hold');
  });
}
