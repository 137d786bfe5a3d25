import fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Configuration } from '../configuration/configuration.ts';
import { installRoutes } from '../installing/install-routes.ts';
import type { Log } from '../observing/log.ts';
import { actionRoute } from './actions/answer-actions.ts';
import { answerBrokenHttp } from './answer-broken-http.ts';
import { answerBrokenAddress, answerFailures } from './answer-failures.ts';
import { healthRoutes } from './health/health-routes.ts';
import type { HttpPorts } from './http-ports.ts';
import { logRequests } from './log-requests.ts';
import { onlyPlainJson } from './plain-json.ts';
import { securityHeaders } from './security-headers.ts';
import { refuseWhileStopping } from './stop-gracefully.ts';
import { uiRoutes } from './ui/ui-routes.ts';
import { webhookRoute } from './webhooks/receive-webhooks.ts';

const mostBodyBytes = 1_048_576;

/** Longer than the proxies in front keep a connection, so that they are the ones to close it. */
const idleMillis = 75_000;

/**
 * The server's front door. Bodies stay bytes until their signature has been checked; addresses are compared letter by letter,
 * because a signature covers them.
 */
export function buildApp(ports: HttpPorts, configuration: Configuration, log: Log): FastifyInstance {
  const requestMillis = configuration.requestSeconds * 1000;
  const app = fastify({
    logger: false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: mostBodyBytes,
    requestTimeout: requestMillis,
    keepAliveTimeout: idleMillis,
    // Node looks for late requests this often, and otherwise only every half minute.
    http: { connectionsCheckingInterval: Math.min(1_000, requestMillis), headersTimeout: requestMillis },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    exposeHeadRoutes: false,
    trustProxy: false,
    genReqId: () => ports.newId(),
    routerOptions: { ignoreTrailingSlash: false, ignoreDuplicateSlashes: false, caseSensitive: true },
    clientErrorHandler: (error, socket) => answerBrokenHttp(log, error, socket),
    frameworkErrors: answerBrokenAddress,
  });
  logRequests(app, log, ports.metrics);
  securityHeaders(app, configuration.publicUrl);
  refuseWhileStopping(app);
  onlyPlainJson(app);
  answerFailures(app, log);
  webhookRoute(app, ports, configuration, log);
  actionRoute(app, ports, configuration);
  uiRoutes(app, ports, configuration);
  installRoutes(app, { ...ports, log }, configuration);
  healthRoutes(app, ports, configuration);
  return app;
}
