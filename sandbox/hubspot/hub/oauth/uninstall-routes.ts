import type { FastifyInstance } from 'fastify';

/** The app uninstalls itself from the portal of the token. */
export function uninstallRoutes(app: FastifyInstance, uninstall: (appId: number, portalId: number) => void): void {
  for (const version of ['v3', '2026-03', '2026-09']) {
    app.delete(`/appinstalls/${version}/external-install`, (request, reply) => {
      uninstall(request.callingApp!.appId, request.portal!.portalId);
      return reply.code(204).send();
    });
  }
}
