import type { FastifyInstance } from 'fastify';
import type { Configuration } from '../../configuration/configuration.ts';
import type { HttpPorts } from '../http-ports.ts';
import { refuse } from '../refuse.ts';
import { isSameText } from '../../../handlers/signature/same-text.ts';

/** Whether the process lives, whether it can work, and what it counted. */
export function healthRoutes(app: FastifyInstance, ports: HttpPorts, configuration: Configuration): void {
  const { metricsToken } = configuration;

  app.get('/health/live', () => ({ state: 'live' }));

  app.get('/health/ready', async (_, reply) => {
    const { isReady, parts } = await ports.health();
    return reply.code(isReady ? 200 : 503).send({ state: isReady ? 'ready' : 'notReady', parts });
  });

  app.get('/metrics', async (request, reply) => {
    const isShown = metricsToken === null || isSameText(request.headers.authorization ?? '', `Bearer ${metricsToken}`);
    if (!isShown) return refuse(reply.header('www-authenticate', 'Bearer'), 'wrongMetricsToken');
    const { mediaType, text } = await ports.metrics.write();
    return reply.type(mediaType).send(text);
  });
}
